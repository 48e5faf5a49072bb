import type { Problem } from '../model/problem.ts'
import { withoutTightBreaks } from './cjk.ts'
import type { Piece } from './draft.ts'
import { plainText } from './plain-text.ts'
import * as problem from './problems.ts'
import { isRoundSound, isSquareSound, soundText } from './sounds.ts'
import { roundStamp, squareStamp } from './stamp.ts'

export interface Prose {
  readonly file: string
  readonly markup: 'markdown' | 'none'
  readonly pieces: Piece[]
  readonly problems: Problem[]
  /** The file writes its times in round brackets, so one in the words is a time too. */
  readonly roundMarks?: boolean
  /** Which blanks besides single spaces the file holds at all; undefined: perhaps any. */
  readonly blanks?: readonly string[]
}

/** Writes a stretch of running text as words, marks and sounds, in its order. */
export function readProse(text: string, line: number, into: Prose): void {
  let done = 0
  let at = 0
  let squareAt = -1
  let roundAt = -1
  while (at < text.length) {
    // Each kind is looked for once, not again after every bracket of the other kind.
    if (squareAt < at) squareAt = nextOf(text, '[', at)
    if (roundAt < at) roundAt = nextOf(text, '(', at)
    at = Math.min(squareAt, roundAt)
    if (at === text.length) break
    const bracket = text[at] === '[' ? square(text, at, line, into) : round(text, at, line, into)
    if (!bracket) {
      at++
      continue
    }
    const from = text[at - 1] === '\\' ? at - 1 : at
    words(text.slice(done, from), line, into)
    into.pieces.push(...bracket.pieces)
    done = at = bracket.after
  }
  words(done === 0 ? text : text.slice(done), line, into)
}

interface Bracket {
  readonly pieces: readonly Piece[]
  readonly after: number
}

function nextOf(text: string, bracket: string, from: number): number {
  const at = text.indexOf(bracket, from)
  return at < 0 ? text.length : at
}

function words(text: string, line: number, into: Prose): void {
  const plain = oneSpaced(plainText(withoutTightBreaks(text), into.markup), into.blanks)
  if (plain !== '') into.pieces.push({ type: 'text', text: plain, line })
}

const LINK_TARGET = /\([^()\s]{0,2000}\)/y
const SQUARE = /\[([^[\]\n]{1,120})\]/y
const ROUND = /\(([^()[\]\n]{1,60})\)/y

function square(text: string, at: number, line: number, into: Prose): Bracket | undefined {
  const stamp = squareStamp(text, at)
  if (stamp) {
    const pieces: Piece[] = []
    if (stamp.time === undefined) into.problems.push(problem.badTime(into.file, line, stamp.text))
    else
      pieces.push({
        type: 'mark',
        time: stamp.time,
        line,
        ...(stamp.estimated && { estimated: true }),
      })
    if (stamp.end !== undefined) pieces.push({ type: 'mark', time: stamp.end, line })
    let after = stamp.after
    LINK_TARGET.lastIndex = after
    if (text[after] === '(' && LINK_TARGET.test(text)) after = LINK_TARGET.lastIndex
    return { pieces, after }
  }
  SQUARE.lastIndex = at
  const found = SQUARE.exec(text)
  if (!found?.[1]) return undefined
  const after = at + found[0].length
  const inner = found[1].replace(/\\$/, '')
  // A link's text, or an index that touches its word, `list[item]`, is no note of the transcriber.
  if (text[after] === '(' || text[after] === '[' || /[\p{L}\p{N}]/u.test(text[at - 1] ?? ' '))
    return undefined
  if (!isSquareSound(inner)) return undefined
  return { pieces: [{ type: 'sound', text: soundText(inner), line }], after }
}

function round(text: string, at: number, line: number, into: Prose): Bracket | undefined {
  const stamp = into.roundMarks ? roundStamp(text, at) : undefined
  if (stamp?.time !== undefined) {
    return { pieces: [{ type: 'mark', time: stamp.time, line }], after: stamp.after }
  }
  ROUND.lastIndex = at
  const found = ROUND.exec(text)
  if (!found?.[1] || !isRoundSound(found[1])) return undefined
  return {
    pieces: [{ type: 'sound', text: soundText(found[1]), line }],
    after: at + found[0].length,
  }
}

// Most text has single spaces already; looking for others is cheaper than writing it anew.
const UNEVEN = ['  ', '\n', '\t', '\u00a0', '\u2028', '\u2002', '\u2009', '\u200a', '\u202f']

/** Those of a whole file, so that they are not looked for in each of its lines. */
export function blanksIn(text: string): readonly string[] {
  if (/&(?:#|\w+;)/.test(text)) return UNEVEN
  return UNEVEN.filter(blank => text.includes(blank))
}

function oneSpaced(text: string, blanks: readonly string[] = UNEVEN): string {
  for (const blank of blanks) if (text.includes(blank)) return text.replace(/\s+/g, ' ').trim()
  return text.trim()
}
