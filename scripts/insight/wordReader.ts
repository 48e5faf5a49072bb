import { type Lexicon, mix, SEED } from './lexicon.ts'
import { widened, writeUnits } from './units.ts'

/** What is longer is no word. */
const LONGEST = 128

/**
 * Finds the words of a text that could mean something, and their numbers in a lexicon. What was
 * found stands in arrays that the next reading fills anew: an archive has twenty million words.
 */
export class WordReader {
  /** How many words the last text had. */
  found = 0
  /** The number of each, in small letters. */
  numbers = new Uint32Array(1 << 10)
  /** Where each begins in the text. */
  begins = new Uint32Array(1 << 10)
  /** Where each ends, if it stands in the middle of a sentence with a capital letter; else 0. */
  named = new Uint32Array(1 << 10)
  readonly #lexicon: Lexicon
  /** The text, its words in small letters. */
  units = new Uint16Array(1 << 12)

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon
  }

  read(text: string): void {
    const { length } = text
    const units = this.#write(text)
    this.found = 0
    let inSentence = false
    for (let at = 0; at < length; ) {
      let unit = units[at] ?? 0
      let small = SMALL[unit] ?? 0
      if (small === 0) {
        if (unit === 46 || unit === 63 || unit === 33) inSentence = false
        else if (isDense(unit) && isDense(units[at + 1] ?? 0)) this.#addPair(at)
        at += 1
        continue
      }
      const begin = at
      let hash = SEED
      // Which of the first two letters are capitals is all that is asked.
      let capitals = 0
      do {
        if (small !== unit) {
          if (at - begin < 2) capitals |= at - begin + 1
          units[at] = small
        }
        hash = mix(hash, small)
        at += 1
        unit = units[at] ?? 0
        small = SMALL[unit] ?? 0
        // An apostrophe or a hyphen between letters belongs to the word.
        if (small === 0 && isJoint(unit) && SMALL[units[at + 1] ?? 0] !== 0) {
          small = unit === TYPOGRAPHIC ? APOSTROPHE : unit
        }
      } while (small !== 0)
      if (isTelling(units[begin] ?? 0, at - begin, capitals)) {
        this.#add(hash, begin, at, inSentence && (capitals & 1) === 1 ? at : 0)
      }
      inSentence = true
    }
  }

  /** Writing without spaces: every two characters that stand together are taken for a word. */
  #addPair(at: number): void {
    this.#add(mix(mix(SEED, this.units[at] ?? 0), this.units[at + 1] ?? 0), at, at + 2, 0)
  }

  /** Two blanks behind it, so that its last word ends. */
  #write(text: string): Uint16Array {
    this.units = widened(this.units, text.length + 2)
    const units = this.units
    writeUnits(text, units)
    units[text.length] = 32
    units[text.length + 1] = 32
    return units
  }

  #add(hash: number, begin: number, end: number, named: number): void {
    const at = this.found
    if (at === this.numbers.length) {
      this.numbers = widened(this.numbers, at + 1)
      this.begins = widened(this.begins, at + 1)
      this.named = widened(this.named, at + 1)
    }
    this.numbers[at] = this.#lexicon.number(hash, this.units, begin, end)
    this.begins[at] = begin
    this.named[at] = named
    this.found = at + 1
  }
}

/** The small letter of each UTF-16 unit that is a letter, else 0: looked up, because asked so often. */
const SMALL = new Uint16Array(65536)
for (let unit = 0; unit < 65536; unit += 1) {
  const letter = String.fromCharCode(unit)
  // Halves of a pair stand for letters beyond the basic plane.
  if (isDense(unit) || !/[\p{L}\p{M}\p{N}\ud800-\udfff]/u.test(letter)) continue
  const small = letter.toLowerCase()
  SMALL[unit] = small.length === 1 ? small.charCodeAt(0) : unit
}

/** A sign of Chinese or Japanese. */
function isDense(unit: number): boolean {
  return unit >= 0x3041 && unit <= 0x9fff && (unit <= 0x30ff || unit >= 0x3400)
}

const APOSTROPHE = 39
const HYPHEN = 45
const TYPOGRAPHIC = 0x2019

function isJoint(unit: number): boolean {
  return unit === APOSTROPHE || unit === HYPHEN || unit === TYPOGRAPHIC
}

/** Three letters or more, or an abbreviation such as `AI`; no bare number, and nothing endless. */
function isTelling(first: number, length: number, capitals: number): boolean {
  if (first >= 48 && first <= 57) return false
  return length >= 3 ? length <= LONGEST : length === 2 && capitals === 3
}
