import { rmSync } from 'node:fs'
import { Worker } from 'node:worker_threads'

/** Takes a folder away with all that is in it. A site has tens of thousands of files. */
export async function removeFolder(folder: string): Promise<void> {
  await runApart(REMOVE, { folder })
  // What the thread has left because somebody guards it, or else is at it as well.
  rmSync(folder, { recursive: true, force: true })
}

/**
 * Has all files of a folder stand in another one too, as links; where there is one already, or the
 * disk has no links, not all of them, or none.
 */
export function linkFolder(from: string, to: string): Promise<void> {
  return runApart(LINK, { from, to })
}

/**
 * Runs a few lines in a thread of their own, because meanwhile there is other work to do. Not even
 * the end of a build stops it. It may fail.
 */
function runApart(lines: string, workerData: Readonly<Record<string, string>>): Promise<void> {
  return new Promise(resolve => {
    const worker = new Worker(lines, { eval: true, workerData })
    worker.once('error', () => undefined).once('exit', () => resolve())
  })
}

/** `rmSync` would ask the disk about each file twice. */
const REMOVE = `
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
  remove(require('node:worker_threads').workerData.folder)
`

const LINK = `
  const { linkSync, mkdirSync, readdirSync } = require('node:fs')
  const { join } = require('node:path')
  const link = (from, to) => {
    mkdirSync(to, { recursive: true })
    for (const entry of readdirSync(from, { withFileTypes: true })) {
      const [at, other] = [join(from, entry.name), join(to, entry.name)]
      if (entry.isDirectory()) link(at, other)
      else if (entry.isFile()) linkSync(at, other)
    }
  }
  const { from, to } = require('node:worker_threads').workerData
  link(from, to)
`
