import { formatCueTime, type Seconds } from '../../model/time.ts'

/** Writes the times of cues one after another: most begin when the one before ends. */
export class CueClock {
  readonly #separator: '.' | ','
  #end: Seconds | undefined
  #text = ''

  constructor(separator: '.' | ',') {
    this.#separator = separator
  }

  /** `00:00:01.000 --> 00:00:02.500` */
  range(start: Seconds, end: Seconds): string {
    const from = start === this.#end ? this.#text : formatCueTime(start, this.#separator)
    this.#end = end
    this.#text = formatCueTime(end, this.#separator)
    return `${from} --> ${this.#text}`
  }
}
