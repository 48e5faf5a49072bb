/**
 * Every word of an archive under a number. Twenty million words pass through here in a build, so a
 * word is looked up by a hash that is summed while its letters are read, and becomes a string only
 * when it is met for the first time.
 */
export class Vocabulary {
  readonly #words: string[] = []
  /** How often each word stands in the middle of a sentence with a capital letter. */
  #capitals = new Uint32Array(1 << 12)
  #totals = new Uint32Array(1 << 12)
  /** Open addressing: the hash of each slot's word, and its number plus one; 0 is empty. */
  #hashes = new Uint32Array(1 << 16)
  #slots = new Uint32Array(1 << 16)

  get size(): number {
    return this.#words.length
  }

  /** Calls `found` with the number of each word of a text that could mean something. */
  read(text: string, found: (word: number) => void): void {
    let start = -1
    let hash = 0
    let inSentence = false
    for (let at = 0; at <= text.length; at += 1) {
      const unit = at < text.length ? text.charCodeAt(at) : 32
      const kind = KIND[unit]
      if (kind === DENSE) {
        // Writing without spaces: every two characters that stand together are taken for a word.
        if (at + 1 < text.length && KIND[text.charCodeAt(at + 1)] === DENSE) {
          found(
            this.#number(mix(mix(SEED, unit), text.charCodeAt(at + 1)), text, at, at + 2, false),
          )
        }
      } else if (kind === LETTER || (start >= 0 && isInside(text, at, unit))) {
        if (start < 0) {
          start = at
          hash = SEED
        }
        hash = mix(hash, LOWER[unit] ?? unit)
        continue
      }
      if (start >= 0) {
        if (isTelling(text, start, at)) found(this.#number(hash, text, start, at, inSentence))
        start = -1
        inSentence = true
      }
      if (unit === 46 || unit === 63 || unit === 33) inSentence = false
    }
  }

  /** As people write it: in small letters, unless it is mostly seen with a capital. */
  spell(word: number): string {
    const seen = this.#words[word] ?? ''
    const named = (this.#capitals[word] ?? 0) * 2 > (this.#totals[word] ?? 0)
    return named ? seen : seen.toLowerCase()
  }

  /** In small letters, whatever it looks like. */
  fold(word: number): string {
    return (this.#words[word] ?? '').toLowerCase()
  }

  #number(hash: number, text: string, from: number, to: number, inSentence: boolean): number {
    const mask = this.#slots.length - 1
    let slot = hash & mask
    while (this.#slots[slot] !== 0 && this.#hashes[slot] !== hash >>> 0) slot = (slot + 1) & mask
    let word = (this.#slots[slot] ?? 0) - 1
    if (word < 0) {
      word = this.#words.push(text.slice(from, to)) - 1
      this.#hashes[slot] = hash
      this.#slots[slot] = word + 1
      this.#grow()
    }
    this.#totals[word] = (this.#totals[word] ?? 0) + 1
    const first = text.charCodeAt(from)
    if (inSentence && LOWER[first] !== first) {
      this.#capitals[word] = (this.#capitals[word] ?? 0) + 1
      // The spelling of a name is the one in the middle of a sentence: `GraphQL`, not `Graphql`.
      if (this.#capitals[word] === 1) this.#words[word] = text.slice(from, to)
    }
    return word
  }

  #grow(): void {
    if (this.#words.length === this.#totals.length) {
      this.#totals = widen(this.#totals)
      this.#capitals = widen(this.#capitals)
    }
    if (this.#words.length * 2 < this.#slots.length) return
    const [hashes, slots] = [this.#hashes, this.#slots]
    this.#hashes = new Uint32Array(slots.length * 2)
    this.#slots = new Uint32Array(slots.length * 2)
    const mask = this.#slots.length - 1
    for (let old = 0; old < slots.length; old += 1) {
      if (slots[old] === 0) continue
      let slot = (hashes[old] ?? 0) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#hashes[slot] = hashes[old] ?? 0
      this.#slots[slot] = slots[old] ?? 0
    }
  }
}

const LETTER = 1
const DENSE = 2
const SEED = 0x811c9dc5

/** What each UTF-16 unit is in a word, and its small letter: looked up, because asked so often. */
const KIND = new Uint8Array(65536)
const LOWER = new Uint16Array(65536)
for (let unit = 0; unit < 65536; unit += 1) {
  const letter = String.fromCharCode(unit)
  const small = letter.toLowerCase()
  LOWER[unit] = small.length === 1 ? small.charCodeAt(0) : unit
  if (/[\u3041-\u30ff\u3400-\u9fff]/.test(letter)) KIND[unit] = DENSE
  // Halves of a pair stand for letters beyond the basic plane.
  else if (/[\p{L}\p{M}\p{N}\ud800-\udfff]/u.test(letter)) KIND[unit] = LETTER
}

/** FNV-1a. http://www.isthe.com/chongo/tech/comp/fnv/ */
function mix(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/** An apostrophe or a hyphen between letters belongs to the word. */
function isInside(text: string, at: number, unit: number): boolean {
  if (unit !== 39 && unit !== 45 && unit !== 0x2019) return false
  return at + 1 < text.length && KIND[text.charCodeAt(at + 1)] === LETTER
}

/** Three letters or more, or an abbreviation such as `AI`; no bare number. */
function isTelling(text: string, from: number, to: number): boolean {
  const first = text.charCodeAt(from)
  if (first >= 48 && first <= 57) return false
  if (to - from >= 3) return true
  if (to - from < 2) return false
  const second = text.charCodeAt(from + 1)
  return LOWER[first] !== first && LOWER[second] !== second
}

function widen(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(array.length * 2)
  wider.set(array)
  return wider
}
