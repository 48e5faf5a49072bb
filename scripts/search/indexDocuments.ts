import type { SearchDocument, Voice } from './document.ts'
import { keyOf } from './documentKey.ts'
import { hashOf } from './hashOf.ts'
import { pack } from './indexFolder.ts'
import { layDocument } from './layPostings.ts'
import { leavesOf, packLeaf, readPieces } from './leaf.ts'
import { indexWords, type WordPlaces } from './pagefind.ts'
import type { Postings } from './postings.ts'
import { VOICE } from './voice.ts'

/** What the index holds of one document. */
export interface IndexedDocument {
  /** Names it by its pieces. */
  readonly key: string
  readonly summary: DocumentSummary
  readonly postings: Postings
  /** Its leaves, gzipped, by number. */
  readonly leaves: readonly Uint8Array[]
}

/** As much of an indexed document as is asked for while it stays as it is. */
export interface DocumentSummary {
  readonly words: number
  /** Who speaks in it, and in how many turns. */
  readonly voices: readonly (Voice & { readonly turns: number })[]
  readonly leaves: number
  /** Names what its leaves hold. */
  readonly text: string
  /** Names its postings. */
  readonly postings: string
}

/** Whoever indexes documents: `indexDocuments`, or the same in another thread. */
export type Indexer = typeof indexDocuments

/** Indexes some documents together: Pagefind takes a while to begin, and little more for a dozen. */
export async function indexDocuments(
  documents: readonly SearchDocument[],
): Promise<IndexedDocument[]> {
  const read = documents.map(readPieces)
  const keys = read.map(pieces => pieces.flatMap(({ words }) => words.map(({ key }) => key)))
  const indexed = await indexWords(keys.map(words => words.join(' ')))
  return Promise.all(
    documents.map(async (document, at): Promise<IndexedDocument> => {
      const pieces = read[at] ?? []
      const words = keys[at] ?? []
      const places: WordPlaces = indexed[at] ?? new Map()
      requireAll(document, words, places)
      addJoined(pieces, places)
      const voices = addVoices(pieces, places)
      const leaves = leavesOf(document.head, pieces).map(packLeaf)
      const postings = layDocument(places)
      return {
        key: keyOf(document),
        summary: {
          words: words.length,
          voices,
          leaves: leaves.length,
          text: hashOf(leaves),
          postings: hashOf([
            postings.words.join('\n'),
            Buffer.from(postings.ends.buffer),
            postings.places,
          ]),
        },
        postings,
        leaves: await Promise.all(leaves.map(leaf => pack(Buffer.from(leaf), 'text'))),
      }
    }),
  )
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
function addVoices(pieces: Read, places: WordPlaces): DocumentSummary['voices'] {
  const turns = new Map<string, { name: string; turns: number }>()
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
  return [...turns].map(([key, voice]) => ({ key, ...voice }))
}
