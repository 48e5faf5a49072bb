import { parseTime, type Seconds } from '../model/time.ts'

/**
 * A timestamp standing in text. The shapes are lexical only: what the digits mean is decided by
 * the one timestamp reader of the model.
 */
export interface Stamp {
  /** Undefined when it is shaped like a time but none: `[1:75]`. */
  readonly time: Seconds | undefined
  readonly end?: Seconds
  /** Written with `≈`: an estimate, and said to be. */
  readonly estimated: boolean
  /** As it stands in the file. */
  readonly text: string
  /** Index in the line after the stamp and what closes it. */
  readonly after: number
}

const CLOCK = String.raw`-?\d{1,3}(?::\d{1,3}){1,3}(?:[.,]\d{0,3})?`
const RANGE = String.raw`(≈ ?)?(${CLOCK})(?:\s*(?:-+>?|–|—|to)\s*(${CLOCK}))?`

const SQUARE = new RegExp(String.raw`\\?\[\s*${RANGE}\s*\\?\]`, 'y')
const BETWEEN = /\s*(?:to|-|–|—)\s*(?=\\?\[\d)/y
const ROUND = new RegExp(String.raw`\\?\(\s*${RANGE}\s*\\?\)`, 'y')
const BARE = new RegExp(String.raw`${RANGE}(?=[\s)\]:|*,–—-]|$)`, 'y')

export function squareStamp(line: string, at: number): Stamp | undefined {
  const stamp = match(SQUARE, line, at)
  if (!stamp) return undefined
  // `[52:12] to [52:16]`: one stretch, written as two stamps.
  BETWEEN.lastIndex = stamp.after
  const between = BETWEEN.exec(line)
  const end = between ? match(SQUARE, line, BETWEEN.lastIndex) : undefined
  if (end?.time === undefined) return stamp
  return { ...stamp, end: end.time, after: end.after }
}

export function roundStamp(line: string, at: number): Stamp | undefined {
  return match(ROUND, line, at)
}

export function bareStamp(line: string, at: number): Stamp | undefined {
  const digit = line.charCodeAt(at)
  if (!((digit >= 48 && digit <= 57) || digit === 0x2248)) return undefined
  return match(BARE, line, at)
}

function match(pattern: RegExp, line: string, at: number): Stamp | undefined {
  pattern.lastIndex = at
  const found = pattern.exec(line)
  if (!found?.[2]) return undefined
  const end = found[3] === undefined ? undefined : parseTime(found[3])
  return {
    time: parseTime(found[2]),
    ...(end === undefined ? {} : { end }),
    estimated: found[1] !== undefined,
    text: found[0],
    after: at + found[0].length,
  }
}
