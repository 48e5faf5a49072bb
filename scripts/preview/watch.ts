import { watch } from 'node:fs'

/** The exit code with which a preview asks to be started anew: its own code has changed. */
export const RESTART = 75

/** Calls `changed` a moment after the last of a burst of changes in a folder. */
export function watchFolder(folder: string, changed: () => void): void {
  let timer: NodeJS.Timeout | undefined
  watch(folder, { recursive: true }, () => {
    clearTimeout(timer)
    // Editors save in several steps: write aside, rename, touch.
    timer = setTimeout(changed, 40)
  })
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
