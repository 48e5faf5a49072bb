import type { Seconds } from '../model/time.ts'
import type { WordTimes } from '../model/transcript.ts'
import type { Draft, Piece } from './draft.ts'
import type { TranscriptSource } from './format.ts'
import { bareLabel, isBreakSound } from './names.ts'
import { isRoundSound, isSquareSound, soundText } from './sounds.ts'
import { areWords, joinWords } from './timed-words.ts'

/** A stretch of words as data formats have it. */
export interface TimedSegment {
  /** Undefined: nobody is named. */
  readonly label?: string | undefined
  readonly start?: Seconds | undefined
  readonly end?: Seconds | undefined
  readonly text: string
  readonly estimated?: boolean
  readonly tight?: boolean
  readonly words?: WordTimes | undefined
  /** A paragraph starts here. */
  readonly paragraph?: boolean
  readonly kind?: 'break' | 'heading'
}

/** A draft of segments in the order of the file. */
export function draftOfSegments(
  source: TranscriptSource,
  format: string,
  segments: readonly TimedSegment[],
  more: Pick<Draft, 'language' | 'names'> = {},
): Draft {
  const joined = areWords(segments) ? joinWords(segments) : segments
  const pieces: Piece[] = []
  const locate = locator(source.text)
  let label: string | undefined
  let paragraphs = false
  for (const segment of joined) {
    const text = segment.text.replace(/\s+/g, ' ').trim()
    if (text === '' && segment.kind === undefined) continue
    const line = locate(segment.text)
    if (segment.paragraph) {
      paragraphs = true
      pieces.push({ type: 'paragraph', line })
    }
    if (segment.kind) {
      pieces.push({ type: segment.kind, text, line, ...startOf(segment) })
      continue
    }
    const said = bareLabel(segment.label ?? '') || undefined
    if (said !== label) pieces.push({ type: 'speaker', label: said, line })
    label = said
    pieces.push(pieceOf(segment, text, line, paragraphs))
  }
  return { format, pieces, problems: [], ...more, ...(paragraphs && { paragraphs, turns: true }) }
}

/** `given`: the file says itself what is a break, as our own export does. */
function pieceOf(segment: TimedSegment, text: string, line: number, given: boolean): Piece {
  const { end, words, tight } = segment
  const timed = { ...startOf(segment), ...(end !== undefined && { end }) }
  const bracketed = /^(?:\[([^[\]]+)\]|\(([^()]+)\))$/.exec(text)
  const square = bracketed?.[1]
  const inner = square ?? bracketed?.[2]
  if (inner !== undefined && (square === undefined ? isRoundSound(inner) : isSquareSound(inner))) {
    if (!given && isBreakSound(inner))
      return { type: 'break', text: inner, line, ...startOf(segment) }
    return { type: 'sound', text: soundText(inner), line, ...timed }
  }
  const joins = tight || (!given && /^[.,!?;:%…)\]。，、！？]+(?:\s|$)/.test(text))
  return {
    type: 'text',
    text,
    line,
    ...timed,
    ...(words && { words }),
    ...(joins && { tight: true }),
  }
}

function startOf({ start, estimated }: TimedSegment): { start?: Seconds; estimated?: boolean } {
  return { ...(start !== undefined && { start }), ...(estimated && { estimated }) }
}

// How far ahead of the last one a segment's words are looked for.
const WINDOW = 20_000

/** Finds the line of each segment's words in the file, going forward only. */
function locator(text: string): (words: string) => number {
  let at = 0
  let line = 1
  return words => {
    const needle = JSON.stringify(words.trim().slice(0, 24)).slice(1, -1)
    if (needle === '') return line
    const found = text.slice(at, at + WINDOW).indexOf(needle)
    if (found < 0) return line
    for (const end = at + found; at < end; at++) if (text.charCodeAt(at) === 10) line++
    return line
  }
}
