import type { Seconds } from '../model/time.ts'
import type { Voice } from './document.ts'
import type { Leaf } from './leaf.ts'
import type { Hit } from './rank.ts'
import type { Marks } from './search.ts'
import { type Word, wordsOf } from './words.ts'

/** A hit in its context: the words around it, and where to find them. */
export interface Snippet {
  /** Hash of the moment without `#`; '' for the page itself. */
  readonly at: string
  readonly start?: Seconds
  readonly estimated?: true
  readonly speaker?: Voice
  readonly role?: 'title' | 'chapter'
  /** One line for each turn or paragraph. */
  readonly lines: readonly SnippetLine[]
  /** The words themselves, to tell hits that say the same from others. */
  readonly words: ReadonlySet<string>
}

export interface SnippetLine {
  readonly speaker?: Voice
  readonly parts: readonly SnippetPart[]
}

export interface SnippetPart {
  readonly text: string
  readonly marked: boolean
}

/** Words shown before and after those that were asked for. */
const BEFORE = 14
const AFTER = 22

interface Spoken {
  readonly piece: number
  readonly place: number
  readonly word: Word
}

/** Cuts a hit out of its leaf. */
export function snippetOf(leaf: Leaf, { from, to, at }: Hit, marks: Marks): Snippet {
  let place = leaf.first
  const all = leaf.pieces.flatMap(({ text }, piece) =>
    wordsOf(text).map((word): Spoken => ({ piece, place: place++, word })),
  )
  const low = Math.max(from - BEFORE, turnStart(leaf, all, from))
  const high = Math.min(to + AFTER, turnEnd(leaf, all, to))
  const shown = all.filter(spoken => spoken.place >= low && spoken.place <= high)
  const marked = markedPlaces(shown, marks)
  const lines: { speaker?: Voice; parts: SnippetPart[] }[] = []
  for (const index of new Set(shown.map(({ piece }) => piece))) {
    const piece = leaf.pieces[index]
    if (!piece) continue
    const words = shown.filter(spoken => spoken.piece === index)
    const last = lines.at(-1)
    const line =
      last && !piece.opens
        ? last
        : { ...(piece.speaker ? { speaker: piece.speaker } : {}), parts: [] }
    if (line !== last) lines.push(line)
    const parts = partsOf(piece.text, words, marked, index, all)
    if (line === last) {
      const both = line.parts.at(-1)?.marked === true && parts[0]?.marked === true
      line.parts.push({ text: ' ', marked: both })
    }
    line.parts.push(...parts)
  }
  addEllipses(lines, all, low, high, leaf)
  const home = leaf.pieces[all.find(spoken => spoken.place === at)?.piece ?? 0]
  return {
    at: home?.at ?? '',
    ...(home?.start === undefined ? {} : { start: home.start }),
    ...(home?.estimated ? { estimated: true } : {}),
    ...(home?.speaker ? { speaker: home.speaker } : {}),
    ...(home?.role ? { role: home.role } : {}),
    lines,
    words: new Set(shown.map(({ word }) => word.key)),
  }
}

function partsOf(
  text: string,
  words: readonly Spoken[],
  marked: ReadonlySet<number>,
  piece: number,
  all: readonly Spoken[],
): SnippetPart[] {
  const first = words[0]
  const last = words.at(-1)
  if (!first || !last) return []
  const isFirst = all.find(spoken => spoken.piece === piece) === first
  const next = all.find(spoken => spoken.piece === piece && spoken.place === last.place + 1)
  const parts: SnippetPart[] = []
  let at = isFirst ? 0 : first.word.start
  let open = false
  const add = (end: number, isMarked: boolean) => {
    if (end <= at) return
    const before = parts.at(-1)
    const added = text.slice(at, end)
    if (before?.marked === isMarked)
      parts[parts.length - 1] = { ...before, text: before.text + added }
    else parts.push({ text: added, marked: isMarked })
    at = end
  }
  for (const { place, word } of words) {
    const now = marked.has(place)
    // Spaces between two marked words belong to the mark.
    add(word.start, open && now)
    add(word.end, now)
    open = now
  }
  add(next ? next.word.start : text.length, false)
  return parts
}

function turnStart(leaf: Leaf, all: readonly Spoken[], from: number): number {
  let start = from
  for (let at = all.findIndex(({ place }) => place === from); at > 0; at--) {
    const here = all[at]
    if (here && here.piece !== all[at - 1]?.piece && leaf.pieces[here.piece]?.opens) return start
    start = (all[at - 1]?.place ?? start) as number
  }
  return start
}

function turnEnd(leaf: Leaf, all: readonly Spoken[], to: number): number {
  const at = all.findIndex(({ place }) => place === to)
  const next = all.findIndex(
    ({ piece }, i) => i > at && piece !== all[i - 1]?.piece && leaf.pieces[piece]?.opens === true,
  )
  return next < 0 ? (all.at(-1)?.place ?? to) : (all[next - 1]?.place ?? to)
}

function addEllipses(
  lines: { parts: SnippetPart[] }[],
  all: readonly Spoken[],
  low: number,
  high: number,
  leaf: Leaf,
): void {
  const first = all.findIndex(({ place }) => place === low)
  const last = all.findIndex(({ place }) => place === high)
  const before = all[first - 1]
  const opensHere = leaf.pieces[all[first]?.piece ?? 0]?.opens
  if (before && (before.piece === all[first]?.piece || !opensHere)) {
    lines[0]?.parts.unshift({ text: '… ', marked: false })
  }
  const after = all[last + 1]
  if (after && (after.piece === all[last]?.piece || !leaf.pieces[after.piece]?.opens)) {
    const end = lines.at(-1)?.parts
    const tail = end?.at(-1)
    if (end && tail && !tail.marked) end[end.length - 1] = { ...tail, text: tail.text.trimEnd() }
    end?.push({ text: ' …', marked: false })
  }
}

/** Places of the words to mark: those asked for, and phrases where they stand whole. */
function markedPlaces(shown: readonly Spoken[], { words, phrases }: Marks): Set<number> {
  const marked = new Set<number>()
  shown.forEach(({ place, word }, at) => {
    if (words.has(word.key) || (word.joined !== undefined && words.has(word.joined))) {
      marked.add(place)
    }
    if (word.key.includes('.') && word.key.split('.').some(part => words.has(part))) {
      marked.add(place)
    }
    for (const phrase of phrases) {
      if (phrase.every((key, n) => shown[at + n]?.word.key === key)) {
        for (let n = 0; n < phrase.length; n++) marked.add(place + n)
      }
    }
  })
  return marked
}

/** Whether two hits say nearly the same: a sponsor's words, read in forty episodes. */
export function isAlike(a: Snippet, b: Snippet): boolean {
  let shared = 0
  for (const word of a.words) if (b.words.has(word)) shared++
  return shared >= 12 && shared / (a.words.size + b.words.size - shared) > 0.72
}
