import { rmSync } from 'node:fs'
import { Worker } from 'node:worker_threads'

/**
 * Takes a folder away with all that is in it, in a thread of its own: an old site has tens of
 * thousands of files, and meanwhile there is other work to do.
 */
export function removeFolder(folder: string): Promise<void> {
  return new Promise(resolve => {
    const worker = new Worker(EMPTY, { eval: true, workerData: folder })
    const finish = () => {
      // What the thread has left because somebody guards it, or else is at it as well.
      rmSync(folder, { recursive: true, force: true })
      resolve()
    }
    worker.once('error', () => undefined).once('exit', finish)
  })
}

/** `rmSync` would ask the disk about each file twice. */
const EMPTY = `
  const { readdirSync, rmdirSync, unlinkSync } = require('node:fs')
  const { join } = require('node:path')
  const remove = folder => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const at = join(folder, entry.name)
      if (entry.isDirectory()) remove(at)
      else unlinkSync(at)
    }
    rmdirSync(folder)
  }
  remove(require('node:worker_threads').workerData)
`
