import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { ByteWriter } from './bytes.ts'
import type { DocumentFacets, SearchDocument, Voice } from './document.ts'
import type { IndexFile } from './indexFolder.ts'
import { leavesOf, packLeaf, readPieces } from './leaf.ts'
import { indexWords, type WordPlaces } from './pagefind.ts'
import { compareWords } from './sheet.ts'
import { VOICE } from './voice.ts'

/** The index of a few documents: made alone, kept in a cache, and laid together with the others. */
export interface Part {
  /** First letters of the hash of all it holds. */
  readonly hash: string
  readonly documents: number
  readonly totalWords: number
  /** In the order of `compareWords`. */
  readonly words: readonly string[]
  /** How often each word stands in the part. */
  readonly counts: Uint32Array
  /** Where the places of each word end in `places`. */
  readonly ends: Uint32Array
  readonly places: Uint8Array
  readonly facets: readonly DocumentFacets[]
  readonly voices: readonly (Voice & { readonly turns: number })[]
  /** Files `<document>-<leaf>.bin` with their gzipped text. */
  readonly leaves: readonly IndexFile[]
}

export async function makePart(documents: readonly SearchDocument[]): Promise<Part> {
  const read = documents.map(readPieces)
  const keys = read.map(pieces => pieces.flatMap(({ words }) => words.map(({ key }) => key)))
  const indexed = await indexWords(keys.map(words => words.join(' ')))
  const leaves: IndexFile[] = []
  const turns = new Map<string, { name: string; turns: number }>()
  documents.forEach((document, at) => {
    const places = indexed[at]
    const pieces = read[at]
    if (!places || !pieces) return
    requireAll(document, keys[at] ?? [], places)
    addJoined(pieces, places)
    addVoices(pieces, places, turns)
    leavesOf(document.head, pieces).forEach((leaf, n) => {
      leaves.push([`${at}-${n}.bin`, gzipSync(packLeaf(leaf), { level: 9 })])
    })
  })
  const part = layWords(indexed)
  const hash = createHash('sha256').update(part.places)
  for (const [name, bytes] of leaves) hash.update(name).update(bytes)
  return {
    ...part,
    hash: hash.digest('hex').slice(0, 10),
    documents: documents.length,
    totalWords: keys.reduce((sum, words) => sum + words.length, 0),
    facets: documents.map(({ facets }) => facets),
    voices: [...turns].map(([key, voice]) => ({ key, ...voice })),
    leaves,
  }
}

type Read = ReturnType<typeof readPieces>

/** A word lost here could never be found, and nobody would know. */
function requireAll(document: SearchDocument, keys: readonly string[], places: WordPlaces): void {
  const given = new Map<string, number>()
  for (const key of keys) given.set(key, (given.get(key) ?? 0) + 1)
  for (const [key, count] of given) {
    const found = places.get(key)?.length ?? 0
    if (found < count) {
      throw new Error(`Pagefind found "${key}" ${found} times of ${count} in ${document.key}`)
    }
  }
}

function addJoined(pieces: Read, places: WordPlaces): void {
  for (const { words, first } of pieces) {
    words.forEach(({ joined }, at) => {
      if (joined !== undefined) insert(places, joined, first + at)
    })
  }
}

function insert(places: WordPlaces, word: string, place: number): void {
  const own = places.get(word)
  if (!own) places.set(word, [place])
  else if (!own.includes(place)) own.splice(own.findLastIndex(p => p < place) + 1, 0, place)
}

/** Pairs of places: where a speaker starts to speak, and where somebody else does. */
function addVoices(
  pieces: Read,
  places: WordPlaces,
  turns: Map<string, { name: string; turns: number }>,
): void {
  let speaking: string | undefined
  let last = 0
  for (const { piece, words, first } of pieces) {
    const key = piece.speaker?.key
    if (key !== speaking) {
      if (speaking !== undefined) places.get(VOICE + speaking)?.push(first)
      if (key !== undefined) {
        const own = places.get(VOICE + key) ?? []
        own.push(first)
        places.set(VOICE + key, own)
        const known = turns.get(key)
        turns.set(key, { name: piece.speaker?.name ?? key, turns: (known?.turns ?? 0) + 1 })
      }
      speaking = key
    }
    last = first + words.length
  }
  if (speaking !== undefined) places.get(VOICE + speaking)?.push(last)
}

/** For each word: documents with it, as steps from the one before, and its places in each. */
function layWords(
  documents: readonly WordPlaces[],
): Pick<Part, 'words' | 'counts' | 'ends' | 'places'> {
  const byWord = new Map<string, [document: number, places: readonly number[]][]>()
  documents.forEach((words, document) => {
    for (const [word, places] of words) {
      const own = byWord.get(word)
      if (own) own.push([document, places])
      else byWord.set(word, [[document, places]])
    }
  })
  const words = [...byWord.keys()].sort(compareWords)
  const counts = new Uint32Array(words.length)
  const ends = new Uint32Array(words.length)
  const writer = new ByteWriter()
  words.forEach((word, at) => {
    let before = -1
    for (const [document, places] of byWord.get(word) ?? []) {
      writer.number(document - before - 1)
      writer.number(places.length)
      let last = 0
      for (const place of places) {
        writer.number(place - last)
        last = place
      }
      before = document
      counts[at] = (counts[at] ?? 0) + places.length
    }
    ends[at] = writer.size
  })
  return { words, counts, ends, places: writer.finish() }
}
