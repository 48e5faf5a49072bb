import type { Seconds } from '../../scripts/model/time.ts'

/** A stretch of the transcript that has a time. */
export interface Spoken {
  readonly start: Seconds
  /** When the next stretch begins; infinite for the last one. */
  end: Seconds
  readonly element: HTMLElement
  /** The words, without the quiet time that may stand before them. */
  readonly text: Text
}

/** Where words stand: characters of a segment, counted in its text node. */
export interface Spot {
  readonly spoken: Spoken
  readonly offset: number
}

/** The transcript as it stands on the page, and the way between its words and their times. */
export class Reading {
  /** In order of time. */
  readonly spoken: readonly Spoken[]
  readonly root: HTMLElement
  readonly #byText = new Map<Text, Spoken>()
  /** For each segment of the page: offset, start, offset, start … */
  #words: readonly (readonly number[] | 0)[] = []
  readonly #elements: readonly HTMLElement[]
  #loading: Promise<void> | undefined

  constructor(root: HTMLElement) {
    this.root = root
    this.#elements = [...root.querySelectorAll<HTMLElement>('[data-t]')]
    const spoken: Spoken[] = []
    for (const element of this.#elements) {
      const text = [...element.childNodes].findLast(node => node instanceof Text)
      if (!(text instanceof Text)) continue
      const one = { start: Number(element.dataset['t']), end: Infinity, element, text }
      spoken.push(one)
      this.#byText.set(text, one)
    }
    this.spoken = spoken.sort((a, b) => a.start - b.start)
    this.spoken.forEach((one, at) => {
      one.end = this.spoken[at + 1]?.start ?? Infinity
    })
  }

  /** Fetches the times of single words, once, where the page says that there are any. */
  loadWords(): Promise<void> {
    this.#loading ??= this.#fetchWords()
    return this.#loading
  }

  async #fetchWords(): Promise<void> {
    const file = this.root.dataset['words']
    if (!file) return
    try {
      const answer = await fetch(file)
      if (answer.ok) this.#words = await answer.json()
    } catch {
      // Offline: segments have times of their own, which are good enough until the next try.
      this.#loading = undefined
    }
  }

  get hasWords(): boolean {
    return this.#words.length > 0
  }

  /** What is said at a time: the last stretch that has begun. */
  at(time: Seconds): Spoken | undefined {
    let low = 0
    let high = this.spoken.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.spoken[middle]?.start ?? 0) <= time + 0.001) low = middle + 1
      else high = middle
    }
    return this.spoken[Math.max(0, low - 1)]
  }

  /** All words of a stretch. */
  rangeOf(spoken: Spoken): Range {
    return rangeBetween(
      { spoken, offset: indent(spoken.text) },
      { spoken, offset: spoken.text.length },
    )
  }

  /** The word said at a time; undefined where words have no times of their own. */
  wordAt(spoken: Spoken, time: Seconds): Range | undefined {
    const times = this.#words[this.#elements.indexOf(spoken.element)]
    if (!times) return undefined
    let at = 0
    while (at + 2 < times.length && (times[at + 3] ?? Infinity) <= time) at += 2
    const shift = indent(spoken.text)
    const from = shift + (times[at] ?? 0)
    const to = at + 2 < times.length ? shift + (times[at + 2] ?? 0) : spoken.text.length
    const word = spoken.text.data.slice(from, to).trimEnd()
    return rangeBetween({ spoken, offset: from }, { spoken, offset: from + word.length })
  }

  /** The words from one time to another, judged by where they stand in their stretches. */
  rangeFrom(start: Seconds, end: Seconds): Range | undefined {
    const first = this.at(start)
    const last = this.at(end - 0.001)
    if (!first || !last) return undefined
    return rangeBetween(
      { spoken: first, offset: this.#offsetAt(first, start, 'start') },
      { spoken: last, offset: this.#offsetAt(last, end, 'end') },
    )
  }

  /** When the character at an offset of a text node is said. */
  timeOf(node: Node, offset: number): Seconds | undefined {
    const spoken = node instanceof Text ? this.#byText.get(node) : undefined
    if (!spoken) return undefined
    const times = this.#words[this.#elements.indexOf(spoken.element)]
    const shift = indent(spoken.text)
    if (times) {
      let at = 0
      while (at + 2 < times.length && (times[at + 2] ?? 0) + shift <= offset) at += 2
      return times[at + 1]
    }
    const end = Number.isFinite(spoken.end) ? spoken.end : spoken.start + spoken.text.length / 15
    const part = Math.max(0, offset - shift) / Math.max(1, spoken.text.length - shift)
    return spoken.start + part * (end - spoken.start)
  }

  #offsetAt(spoken: Spoken, time: Seconds, edge: 'start' | 'end'): number {
    const { text, start, end } = spoken
    const from = indent(text)
    const word = this.wordAt(spoken, edge === 'end' ? time - 0.01 : time)
    if (word) return edge === 'start' ? word.startOffset : word.endOffset
    // A stretch without an end, or a link to its very beginning, is taken whole.
    const part = Number.isFinite(end) ? (time - start) / Math.max(0.1, end - start) : 1
    if (edge === 'start' && (part <= 0.001 || !Number.isFinite(end))) return from
    const guess = from + Math.round(Math.min(1, part) * (text.length - from))
    if (edge === 'start') return text.data.lastIndexOf(' ', guess) + 1 || from
    const space = text.data.indexOf(' ', guess)
    return space === -1 ? text.length : space
  }
}

function indent(text: Text): number {
  return text.data.length - text.data.trimStart().length
}

/** A range between two spots, whichever comes first on the page. */
function rangeBetween(a: Spot, b: Spot): Range {
  const range = document.createRange()
  range.setStart(a.spoken.text, Math.min(a.offset, a.spoken.text.length))
  range.setEnd(b.spoken.text, Math.min(b.offset, b.spoken.text.length))
  return range
}
