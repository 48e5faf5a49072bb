import type { DocumentHead, Piece, SearchDocument, Voice } from './document.ts'
import { type Word, wordsOf } from './words.ts'

/** Words on a leaf. Ten results load ten leaves, so they are small; an hour is eight of them. */
export const LEAF_WORDS = 1280

/** Words that a leaf repeats from its neighbours, so that a hit at its edge still has its context. */
const MARGIN = 24

/**
 * A part of a document as the browser loads it to show hits: the text with the addresses of its
 * moments. Leaf n holds the words from n × LEAF_WORDS, counted from the document's start.
 */
export interface Leaf {
  readonly head: DocumentHead
  /** Number of its first word in the document. */
  readonly first: number
  readonly pieces: readonly Piece[]
}

/** A piece with its words. */
interface ReadPiece {
  readonly piece: Piece
  readonly words: readonly Word[]
  /** Number of its first word in the document. */
  readonly first: number
}

export function readPieces(document: SearchDocument): ReadPiece[] {
  let first = 0
  return document.pieces.map(piece => {
    const words = wordsOf(piece.text)
    const read = { piece, words, first }
    first += words.length
    return read
  })
}

/** Cuts a document into leaves. */
export function leavesOf(head: DocumentHead, pieces: readonly ReadPiece[]): Leaf[] {
  const last = pieces.at(-1)
  const total = last ? last.first + last.words.length : 0
  const leaves: Leaf[] = []
  for (let from = 0; from < total; from += LEAF_WORDS) {
    const low = Math.max(0, from - MARGIN)
    const high = Math.min(total, from + LEAF_WORDS + MARGIN)
    const inside = pieces.filter(p => p.first < high && p.first + p.words.length > low)
    const start = inside[0]
    if (!start) continue
    leaves.push({
      head,
      first: Math.max(low, start.first),
      pieces: inside.map(read => trim(read, low, high)),
    })
  }
  return leaves
}

function trim({ piece, words, first }: ReadPiece, low: number, high: number): Piece {
  const from = first < low ? (words[low - first]?.start ?? 0) : 0
  const to = first + words.length > high ? words[high - first]?.start : undefined
  if (from === 0 && to === undefined) return piece
  const { opens, ...rest } = piece
  const text = piece.text.slice(from, to).trimEnd()
  return from === 0 && opens ? { ...rest, opens, text } : { ...rest, text }
}

type PackedPiece = [at: string, voice: number, flags: number, text: string, start?: number]

interface PackedLeaf {
  readonly h: DocumentHead
  readonly f: number
  readonly v: readonly Voice[]
  readonly p: readonly PackedPiece[]
}

const OPENS = 1
const ESTIMATED = 2
const TITLE = 4
const CHAPTER = 8

/** As short as JSON allows; a show has thousands of leaves. */
export function packLeaf({ head, first, pieces }: Leaf): string {
  const voices: Voice[] = []
  const packed = pieces.map((piece): PackedPiece => {
    const { speaker, start } = piece
    let voice = speaker ? voices.findIndex(({ key }) => key === speaker.key) : -1
    if (speaker && voice < 0) voice = voices.push(speaker) - 1
    const flags =
      (piece.opens ? OPENS : 0) +
      (piece.estimated ? ESTIMATED : 0) +
      (piece.role === 'title' ? TITLE : piece.role === 'chapter' ? CHAPTER : 0)
    // The time stands in `t=754`; it is written apart only where the address has another.
    return start === undefined || piece.at === `t=${start}`
      ? [piece.at, voice, flags, piece.text]
      : [piece.at, voice, flags, piece.text, start]
  })
  return JSON.stringify({ h: head, f: first, v: voices, p: packed } satisfies PackedLeaf)
}

export function unpackLeaf(json: string): Leaf {
  const { h, f, v, p } = JSON.parse(json) as PackedLeaf
  return {
    head: h,
    first: f,
    pieces: p.map(([at, voice, flags, text, apart]): Piece => {
      const start = apart ?? (at.startsWith('t=') ? Number(at.slice(2)) : undefined)
      const speaker = v[voice]
      return {
        at,
        text,
        ...(start === undefined ? {} : { start }),
        ...(speaker ? { speaker } : {}),
        ...(flags & OPENS ? { opens: true } : {}),
        ...(flags & ESTIMATED ? { estimated: true } : {}),
        ...(flags & TITLE ? { role: 'title' } : flags & CHAPTER ? { role: 'chapter' } : {}),
      }
    }),
  }
}
