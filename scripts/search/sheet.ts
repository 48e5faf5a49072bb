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
  /** The places, or the name of the file of its own that a very frequent word has. */
  readonly places: Uint8Array | string
}

/** The file of a sheet, by its number. */
export function sheetFile(sheet: number): string {
  return `${sheet}.bin`
}

/** The file of a very frequent word: which of those of its sheet it is, from 0. */
export function apartFile(sheet: number, nth: number): string {
  return `${sheet}-${nth}.bin`
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
  let before = ''
  for (const { word, count, size, places } of words) {
    const shared = sharedLetters(before, word)
    writer.number(shared)
    writer.text(word.slice(shared))
    writer.number(count)
    writer.number(size)
    // Which file it is follows from its neighbours, so that a sheet says nothing of other sheets.
    if (typeof places === 'string') writer.number(1)
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
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++
  // Never between the halves of a letter beyond the Basic Multilingual Plane.
  return at > 0 && (b.charCodeAt(at - 1) & 0xfc00) === 0xd800 ? at - 1 : at
}

/** @param sheet its number */
export function unpackSheet(bytes: Uint8Array, sheet: number): SheetWord[] {
  const reader = new ByteReader(bytes)
  const decoder = new TextDecoder()
  const words: SheetWord[] = []
  let before = ''
  let apart = 0
  while (!reader.done) {
    const shared = reader.number()
    const word = before.slice(0, shared) + decoder.decode(reader.raw(reader.number()))
    const count = reader.number()
    const size = reader.number()
    const places = reader.number() === 1 ? apartFile(sheet, apart++) : reader.raw(size)
    words.push({ word, count, size, places })
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
 * `layDocuments` wrote. `bases` are the numbers of the first document of each part.
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
