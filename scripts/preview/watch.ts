import { type FSWatcher, readdirSync, watch } from 'node:fs'
import path from 'node:path'

/** The exit code with which a preview asks to be started anew: its own code has changed. */
export const RESTART = 75

/**
 * Calls `changed` a moment after the last of a burst of changes in a folder, until the function
 * that it returns is called.
 *
 * Every folder below has a watcher of its own. Node's `recursive` on Linux watches each file as it
 * was found: a file that an editor replaces on saving, as most do, would be watched only once.
 */
export function watchFolder(folder: string, changed: () => void): () => void {
  const watchers = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | undefined
  const settle = () => {
    watchFolders()
    changed()
  }
  const watchFolders = () => {
    const folders = new Set(foldersIn(folder))
    for (const [known, watcher] of watchers) {
      if (folders.has(known)) continue
      watcher.close()
      watchers.delete(known)
    }
    for (const found of folders) {
      if (watchers.has(found)) continue
      const watcher = watch(found, () => {
        clearTimeout(timer)
        // Editors save in several steps: write aside, rename, touch.
        timer = setTimeout(settle, 40)
      })
      // A folder that is taken away: the one above it has said so already.
      watcher.on('error', () => watchers.delete(found))
      watchers.set(found, watcher)
    }
  }
  watchFolders()
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers.values()) watcher.close()
  }
}

function foldersIn(folder: string): string[] {
  const below = readdirSync(folder, { recursive: true, withFileTypes: true })
  const folders = below.filter(entry => entry.isDirectory())
  return [folder, ...folders.map(entry => path.join(entry.parentPath, entry.name))]
}

/**
 * Runs one job at a time, and of all that were asked for meanwhile only the latest. A job that
 * fails says so; the next change is another chance.
 */
export class Latest<T> {
  readonly #job: (input: T) => Promise<void>
  #running: Promise<void> | undefined
  #next: { readonly input: T } | undefined

  constructor(job: (input: T) => Promise<void>) {
    this.#job = job
  }

  run(input: T): Promise<void> {
    this.#next = { input }
    this.#running ??= this.#drain()
    return this.#running
  }

  async #drain(): Promise<void> {
    while (this.#next) {
      const { input } = this.#next
      this.#next = undefined
      try {
        await this.#job(input)
      } catch (error) {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      }
    }
    this.#running = undefined
  }
}
