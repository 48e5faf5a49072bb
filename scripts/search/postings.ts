import { ByteWriter } from './bytes.ts'

/**
 * Words with the places where they stand: in one document, in a part, or in the whole show. A
 * document has its words in the order of their letters' codes, a show in that of `compareWords`,
 * a part in any.
 */
export interface Postings {
  readonly words: readonly string[]
  /** How often each word stands there. */
  readonly counts: Uint32Array
  /** Where the places of each word end in `places`. */
  readonly ends: Uint32Array
  readonly places: Uint8Array
}

/** The places of the word that stands at an index. */
export function placesAt({ ends, places }: Postings, at: number): Uint8Array {
  return places.subarray(at === 0 ? 0 : ends[at - 1], ends[at])
}

/** Writes words one after the other, each after its places. */
export class PostingsWriter {
  readonly places: ByteWriter
  private readonly words: string[] = []
  private readonly counts: number[] = []
  private readonly ends: number[] = []

  /** @param capacity bytes of places that are likely to be written */
  constructor(capacity?: number) {
    this.places = new ByteWriter(capacity)
  }

  add(word: string, count: number): void {
    this.words.push(word)
    this.counts.push(count)
    this.ends.push(this.places.size)
  }

  /** Takes over the words of other postings from one index up to another. */
  copy({ words, counts, ends, places }: Postings, from: number, to: number): void {
    const start = from === 0 ? 0 : (ends[from - 1] ?? 0)
    const shift = this.places.size - start
    if (to > from) this.places.raw(places.subarray(start, ends[to - 1]))
    for (let at = from; at < to; at++) {
      this.words.push(words[at] ?? '')
      this.counts.push(counts[at] ?? 0)
      this.ends.push((ends[at] ?? 0) + shift)
    }
  }

  finish(): Postings {
    return {
      words: this.words,
      counts: Uint32Array.from(this.counts),
      ends: Uint32Array.from(this.ends),
      places: this.places.finish(),
    }
  }
}
