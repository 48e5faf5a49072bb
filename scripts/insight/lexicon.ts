import { widened, writeUnits } from './units.ts'

/** What of a lexicon is kept: its words' letters, one after another, and where each word ends. */
export interface SavedLexicon {
  readonly letters: Uint16Array
  readonly ends: Uint32Array
}

/**
 * Gives every word a number, the first one 0. Twenty million words are looked up in a first build,
 * so the caller sums a word's hash while it reads its letters, and nothing here is a string until
 * somebody wants to see it. Two words are one when all their letters are, whatever their hashes say.
 */
export class Lexicon {
  #letters: Uint16Array
  #ends: Uint32Array
  #size: number
  /** Open addressing. Each slot has its word's number plus one, or 0, and next to it its hash. */
  #slots = new Int32Array(1 << 13)
  /** How many of the words have a slot: those that were kept get theirs when a word is looked up. */
  #placed = 0

  constructor({ letters, ends }: SavedLexicon = NOTHING) {
    this.#letters = letters
    this.#ends = ends
    this.#size = ends.length
  }

  get size(): number {
    return this.#size
  }

  /** The number of the word that stands here, whose hash is the sum of `mix` over its letters. */
  number(hash: number, text: Uint16Array, from: number, to: number): number {
    if (this.#placed < this.#size) this.#placeAll()
    const slots = this.#slots
    const mask = slots.length - 1
    let slot = (hash << 1) & mask
    for (;;) {
      const word = (slots[slot] ?? 0) - 1
      if (word < 0) return this.#add(hash, slot, text, from, to)
      if (slots[slot + 1] === hash && this.#reads(word, text, from, to)) return word
      slot = (slot + 2) & mask
    }
  }

  /** The numbers of words that stand in one string, a word a line. */
  numbersOf(list: string): Uint32Array {
    const numbers: number[] = []
    const text = new Uint16Array(list.length)
    writeUnits(list, text)
    let begin = 0
    let hash = SEED
    for (let at = 0; list !== '' && at <= text.length; at += 1) {
      const unit = text[at] ?? NEW_LINE
      if (unit === NEW_LINE) {
        numbers.push(this.number(hash, text, begin, at))
        begin = at + 1
        hash = SEED
      } else hash = mix(hash, unit)
    }
    return Uint32Array.from(numbers)
  }

  word(number: number): string {
    let word = ''
    for (let at = this.#begin(number); at < (this.#ends[number] ?? 0); at += 1) {
      word += String.fromCharCode(this.#letters[at] ?? 0)
    }
    return word
  }

  save(): SavedLexicon {
    const ends = this.#ends.slice(0, this.#size)
    return { letters: this.#letters.slice(0, ends.at(-1) ?? 0), ends }
  }

  #begin(word: number): number {
    return word === 0 ? 0 : (this.#ends[word - 1] ?? 0)
  }

  #reads(word: number, text: Uint16Array, from: number, to: number): boolean {
    let letter = this.#begin(word)
    if ((this.#ends[word] ?? 0) - letter !== to - from) return false
    for (let at = from; at < to; at += 1, letter += 1) {
      if (this.#letters[letter] !== text[at]) return false
    }
    return true
  }

  #add(hash: number, slot: number, text: Uint16Array, from: number, to: number): number {
    const word = this.#size
    const begin = this.#begin(word)
    const end = begin + to - from
    this.#letters = widened(this.#letters, end)
    this.#ends = widened(this.#ends, word + 1)
    this.#letters.set(text.subarray(from, to), begin)
    this.#ends[word] = end
    this.#slots[slot] = word + 1
    this.#slots[slot + 1] = hash
    this.#size += 1
    this.#placed += 1
    if (this.#size * 4 >= this.#slots.length) this.#placeAll()
    return word
  }

  /** Lays the table out anew, with room for as many words again. */
  #placeAll(): void {
    let length = this.#slots.length
    while (length <= this.#size * 4) length *= 2
    const slots = new Int32Array(length)
    const mask = length - 1
    for (let word = 0; word < this.#size; word += 1) {
      let hash = SEED
      const end = this.#ends[word] ?? 0
      for (let at = this.#begin(word); at < end; at += 1) hash = mix(hash, this.#letters[at] ?? 0)
      let slot = (hash << 1) & mask
      while (slots[slot] !== 0) slot = (slot + 2) & mask
      slots[slot] = word + 1
      slots[slot + 1] = hash
    }
    this.#slots = slots
    this.#placed = this.#size
  }
}

const NEW_LINE = 10

export const SEED = 0x811c9dc5 | 0

/** FNV-1a. http://www.isthe.com/chongo/tech/comp/fnv/ */
export function mix(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

const NOTHING: SavedLexicon = { letters: new Uint16Array(0), ends: new Uint32Array(0) }
