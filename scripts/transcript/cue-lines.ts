import type { Seconds } from '../model/time.ts'
import { parseTime } from '../model/time.ts'
import { LEFT_OUT } from './source.ts'

/** A timed stretch of text as a caption file has it, markup included. */
export interface Cue {
  /** Line of its timing, 1-based. */
  readonly line: number
  readonly id: string
  /** Undefined where the timing line can't be read. */
  readonly start: Seconds | undefined
  readonly end: Seconds | undefined
  readonly text: string
  /** The file itself says that the start is estimated. */
  readonly estimated?: boolean
  /** The timing line, when it can't be read. */
  readonly bad?: string
}

/** How caption files differ: their timing lines and the blocks that hold no words. */
export interface CueSyntax {
  /** Start and end of a timing line, or undefined for any other line. */
  timing(line: string): readonly [string, string] | undefined
  /** Whether a line above the timing is the cue's name, however it looks. */
  readonly ids: 'any' | 'number'
  /** Lines that open a block without words, up to the next blank line. */
  readonly blocks?: RegExp
  /** Index of the first line after the file's header. */
  readonly header: number
}

/** Cues in the order of the file. Words are never lost: a text without a timing joins its cue. */
export function readCues(lines: readonly string[], syntax: CueSyntax): Cue[] {
  const cues: Open[] = []
  let i = syntax.header
  while (i < lines.length) {
    const line = lines[i] ?? ''
    if (line.trim() === '') {
      i++
      continue
    }
    if (syntax.blocks?.test(line)) {
      i = blockEnd(lines, i, syntax)
      continue
    }
    const own = syntax.timing(line)
    const next = own ? undefined : syntax.timing(lines[i + 1] ?? '')
    if (!own && !next) {
      // Neither a timing nor the name of a cue: a blank line stood inside a cue's words.
      const last = cues.at(-1)
      if (last && !isOrphanId(line, lines, i, syntax)) last.lines.push(line)
      i++
      continue
    }
    const at = own ? i : i + 1
    const open: Open = {
      line: at + 1,
      id: own ? '' : line,
      timing: own ?? next ?? ['', ''],
      raw: lines[at] ?? '',
      lines: [],
    }
    i = words(lines, at + 1, syntax, open.lines)
    cues.push(open)
  }
  return cues.map(close)
}

interface Open {
  line: number
  id: string
  timing: readonly [string, string]
  raw: string
  lines: string[]
}

function words(lines: readonly string[], from: number, syntax: CueSyntax, into: string[]): number {
  let i = from
  for (; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (line === '' || syntax.timing(line)) break
    // A number right above a timing is the next cue's, with its blank line forgotten.
    if (/^\s*\d+\s*$/.test(line) && syntax.timing(lines[i + 1] ?? '')) break
    if (line !== LEFT_OUT) into.push(line)
  }
  return i
}

function isOrphanId(
  line: string,
  lines: readonly string[],
  at: number,
  syntax: CueSyntax,
): boolean {
  const between = (lines[at + 1] ?? '').trim() === ''
  return (syntax.ids === 'number' || between) && /^\s*\d+\s*$/.test(line)
}

function blockEnd(lines: readonly string[], from: number, syntax: CueSyntax): number {
  let i = from + 1
  while (i < lines.length && lines[i] !== '' && !syntax.timing(lines[i] ?? '')) i++
  return i
}

function close({ line, id, timing, raw, lines }: Open): Cue {
  const start = cueTime(timing[0])
  const end = cueTime(timing[1])
  return {
    line,
    id: id.trim(),
    start,
    end,
    text: lines.join('\n'),
    ...(start === undefined && { bad: raw.trim() }),
  }
}

function cueTime(text: string): Seconds | undefined {
  return parseTime(text.includes('::') ? text.replace('::', ':') : text)
}
