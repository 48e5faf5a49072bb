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
  /** Open addressing: the hash of each slot's word, and its number plus one; 0 is empty. */
  #hashes = new Int32Array(1 << 12)
  #slots = new Uint32Array(1 << 12)
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
    const mask = this.#slots.length - 1
    let slot = hash & mask
    for (;;) {
      const word = (this.#slots[slot] ?? 0) - 1
      if (word < 0) return this.#add(hash, slot, text, from, to)
      if (this.#hashes[slot] === hash && this.#reads(word, text, from, to)) return word
      slot = (slot + 1) & mask
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
    this.#hashes[slot] = hash
    this.#slots[slot] = word + 1
    this.#size += 1
    this.#placed += 1
    if (this.#size * 2 >= this.#slots.length) this.#placeAll()
    return word
  }

  /** Lays the table out anew, with room for as many words again. */
  #placeAll(): void {
    let length = this.#slots.length
    while (length <= this.#size * 2) length *= 2
    this.#hashes = new Int32Array(length)
    this.#slots = new Uint32Array(length)
    const mask = length - 1
    for (let word = 0; word < this.#size; word += 1) {
      let hash = SEED
      const end = this.#ends[word] ?? 0
      for (let at = this.#begin(word); at < end; at += 1) hash = mix(hash, this.#letters[at] ?? 0)
      let slot = hash & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#hashes[slot] = hash
      this.#slots[slot] = word + 1
    }
    this.#placed = this.#size
  }
}

const NEW_LINE = 10

export const SEED = 0x811c9dc5 | 0

/** FNV-1a. http://www.isthe.com/chongo/tech/comp/fnv/ */
export function mix(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/**
 * Writes a text's UTF-16 units into an array, which is read far faster than a string. Every machine
 * that this runs on has the low byte first.
 */
export function writeUnits(text: string, into: Uint16Array): void {
  Buffer.from(into.buffer, into.byteOffset, into.byteLength).write(text, 'utf16le')
}

/** An array of at least this length that begins alike. */
export function widened<Numbers extends Uint16Array | Uint32Array>(
  array: Numbers,
  length: number,
): Numbers {
  if (length <= array.length) return array
  const Kind = array.constructor as new (length: number) => Numbers
  const wider = new Kind(Math.max(length, array.length * 2, 1 << 10))
  wider.set(array)
  return wider
}

const NOTHING: SavedLexicon = { letters: new Uint16Array(0), ends: new Uint32Array(0) }
