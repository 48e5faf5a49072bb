/** Runs the stages of a build and prints one line for each: what was done, and how long it took. */
export class Stages {
  readonly #print: (line: string) => void
  readonly #start = performance.now()

  constructor(print: (line: string) => void) {
    this.#print = print
  }

  /**
   * @param name one word for the stage: `read`, `pages`, `search`
   * @param describe what was done, from the stage's result
   */
  async run<T>(
    name: string,
    work: () => T | Promise<T>,
    describe?: (result: T) => string,
  ): Promise<T> {
    const start = performance.now()
    const result = await work()
    const took = formatTook(performance.now() - start)
    this.#print(
      `  ${name.padEnd(8)} ${took.padStart(8)}${describe ? `   ${describe(result)}` : ''}`,
    )
    return result
  }

  total(): string {
    return formatTook(performance.now() - this.#start)
  }
}

/** Milliseconds as people read them: `0.4 s`, `2 min 5 s`. */
function formatTook(ms: number): string {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`
}
