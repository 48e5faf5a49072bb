import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { parentPort } from 'node:worker_threads'
import { type Look, placeFile } from './placeFile.ts'

/** A kept file, and where it goes. */
export type Placing = readonly [file: string, look: Look, target: string]

const made = new Set<string>()

/** Answers each list with the places in it of those files that could not be placed. */
parentPort?.on('message', (list: readonly Placing[]) => {
  parentPort?.postMessage(list.flatMap((one, at) => (place(one) ? [] : [at])))
})

function place([file, look, target]: Placing): boolean {
  const folder = path.dirname(target)
  try {
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    made.add(folder)
    return placeFile(file, look, target)
  } catch {
    // Whoever makes the file instead will hear the same, and say it.
    return false
  }
}
