import { ByteReader, ByteWriter } from './bytes.ts'
import { stem } from './stem.ts'

/**
 * A sheet is one file of the index: some neighbouring words with all their places. Words stand by
 * their stem, so that all forms of a word are on one sheet.
 */
export interface SheetWord {
  readonly word: string
  /** How often it stands in the whole show. */
  readonly count: number
  /** Bytes of its places. */
  readonly size: number
  /** The places, or the number of the file of its own that a very frequent word has. */
  readonly places: Uint8Array | number
}

/** The order of words in the index: by stem, then by the word itself. */
export function compareWords(a: string, b: string): number {
  return compare(sortKey(a), sortKey(b))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const keys = new Map<string, string>()

// Sorting asks for the same words again and again.
function sortKey(word: string): string {
  let key = keys.get(word)
  if (key === undefined) {
    if (keys.size > 500_000) keys.clear()
    key = `${stem(word)}\u0000${word}`
    keys.set(word, key)
  }
  return key
}

export function packSheet(words: readonly SheetWord[]): Uint8Array {
  const writer = new ByteWriter()
  const encoder = new TextEncoder()
  let before = ''
  for (const { word, count, size, places } of words) {
    const shared = sharedLetters(before, word)
    const rest = encoder.encode(word.slice(shared))
    writer.number(shared)
    writer.number(rest.length)
    writer.raw(rest)
    writer.number(count)
    writer.number(size)
    if (typeof places === 'number') writer.number(places + 1)
    else {
      writer.number(0)
      writer.raw(places)
    }
    before = word
  }
  return writer.finish()
}

function sharedLetters(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  // Never between the halves of a letter beyond the Basic Multilingual Plane.
  return /[\uD800-\uDBFF]/.test(b[at - 1] ?? '') ? at - 1 : at
}

export function unpackSheet(bytes: Uint8Array): SheetWord[] {
  const reader = new ByteReader(bytes)
  const decoder = new TextDecoder()
  const words: SheetWord[] = []
  let before = ''
  while (!reader.done) {
    const shared = reader.number()
    const word = before.slice(0, shared) + decoder.decode(reader.raw(reader.number()))
    const count = reader.number()
    const size = reader.number()
    const apart = reader.number()
    words.push({ word, count, size, places: apart > 0 ? apart - 1 : reader.raw(size) })
    before = word
  }
  return words
}

/** Where a word stands: `places[starts[i]]` to `places[starts[i + 1]]` are those in `documents[i]`. */
export interface Places {
  readonly documents: Uint32Array
  readonly starts: Uint32Array
  readonly places: Uint32Array
}

/**
 * Reads the places of a word: for each part that has it a step to the part, a length and what
 * `layWords` wrote. `bases` are the numbers of the first document of each part.
 */
export function readPlaces(bytes: Uint8Array, count: number, bases: readonly number[]): Places {
  const reader = new ByteReader(bytes)
  const documents: number[] = []
  const starts: number[] = []
  const places = new Uint32Array(count)
  let filled = 0
  let part = -1
  while (!reader.done) {
    part += reader.number() + 1
    const end = reader.number() + reader.position
    let document = (bases[part] ?? 0) - 1
    while (reader.position < end) {
      document += reader.number() + 1
      documents.push(document)
      starts.push(filled)
      let place = 0
      for (let left = reader.number(); left > 0; left--) {
        place += reader.number()
        places[filled++] = place
      }
    }
  }
  starts.push(filled)
  return { documents: Uint32Array.from(documents), starts: Uint32Array.from(starts), places }
}
