import type { Seconds } from '../model/time.ts'
import type { WordTimes } from '../model/transcript.ts'
import type { Piece } from './draft.ts'
import type { TranscriptSource } from './format.ts'
import { isBreakSound } from './names.ts'
import { isRoundSound, isSquareSound, soundText } from './sounds.ts'

/** A stretch of words as data formats have it. */
export interface TimedSegment {
  readonly label: string | undefined
  readonly start: Seconds | undefined
  readonly end: Seconds | undefined
  readonly text: string
  readonly estimated?: boolean
  readonly words?: WordTimes
  readonly paragraph?: boolean
}

/** Pieces of segments in their order; `line` is where each stands in the file, found as we go. */
export function piecesOfSegments(
  _source: TranscriptSource,
  segments: readonly TimedSegment[],
): Piece[] {
  const pieces: Piece[] = []
  const joined = areWords(segments) ? joinWords(segments) : segments
  let label: string | undefined
  for (const segment of joined) {
    const text = segment.text.replace(/\s+/g, ' ').trim()
    if (text === '') continue
    const line = 1
    if (segment.label !== label) {
      label = segment.label
      pieces.push({ type: 'speaker', label, line })
    }
    if (segment.paragraph) pieces.push({ type: 'paragraph', line })
    const { start, end, words } = segment
    const timed = { ...(start !== undefined && { start }), ...(end !== undefined && { end }) }
    const sound = /^(?:\[([^[\]]+)\]|\(([^()]+)\))$/.exec(text)
    const inner = sound?.[1] ?? sound?.[2]
    if (
      inner !== undefined &&
      (sound?.[1] !== undefined ? isSquareSound(inner) : isRoundSound(inner))
    ) {
      if (isBreakSound(inner))
        pieces.push({ type: 'break', text: inner, line, ...(start !== undefined && { start }) })
      else pieces.push({ type: 'sound', text: soundText(inner), line, ...timed })
      continue
    }
    pieces.push({
      type: 'text',
      text,
      line,
      ...timed,
      ...(segment.estimated && { estimated: true }),
      ...(words && { words }),
      ...(/^[.,!?;:%…)\]]/.test(text) && { tight: true }),
    })
  }
  return pieces
}

/** One word a segment, as some hosts publish it. */
function areWords(segments: readonly TimedSegment[]): boolean {
  if (segments.length < 4) return false
  const single = segments.filter(({ text }) => !/\S\s+\S/.test(text)).length
  return single >= segments.length * 0.9
}

/** Joins words into sentences; each keeps its own time. */
function joinWords(segments: readonly TimedSegment[]): TimedSegment[] {
  const joined: TimedSegment[] = []
  let run: TimedSegment[] = []
  const flush = () => {
    if (run.length > 0) joined.push(sentenceOf(run))
    run = []
  }
  for (const segment of segments) {
    const last = run.at(-1)
    const pause =
      last?.end !== undefined && segment.start !== undefined ? segment.start - last.end : 0
    if (last && (last.label !== segment.label || pause > 1.5 || run.length >= 40)) flush()
    else if (last && /[.!?…。！？]["'”’)]*$/.test(last.text.trim()) && !isPunctuation(segment.text))
      flush()
    run.push(segment)
  }
  flush()
  return joined
}

function isPunctuation(text: string): boolean {
  return /^\s*[.,!?;:%…)\]]+\s*$/.test(text)
}

function sentenceOf(run: readonly TimedSegment[]): TimedSegment {
  let text = ''
  const offsets: number[] = []
  const starts: number[] = []
  for (const word of run) {
    const said = word.text.trim()
    if (said === '') continue
    if (text !== '' && !isPunctuation(said)) text += ' '
    if (!isPunctuation(said) || text === '') {
      offsets.push(text.length)
      starts.push(word.start ?? Number.NaN)
    }
    text += said
  }
  return {
    label: run[0]?.label,
    start: run[0]?.start,
    end: run.at(-1)?.end,
    text,
    ...(run.some(({ estimated }) => estimated) && { estimated: true }),
    words: { offsets, starts },
  }
}
