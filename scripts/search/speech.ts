import { formatSeconds, round, type Seconds } from '../model/time.ts'
import { type Segment, type Transcript, type Turn, turnsOf } from '../model/transcript.ts'
import type { Piece, Voice } from './document.ts'

/** A stretch of speech longer than this is cut, so that a hit late in it still lands on its words. */
const LONG: Seconds = 12

/** About as many letters as are said in five seconds. */
const SHORT_TEXT = 80

/** A transcript as pieces in reading order, each with the address of its moment. */
export function speechOf(transcript: Transcript, duration?: Seconds): Piece[] {
  const turns = turnsOf(transcript)
  const pieces: Piece[] = []
  let nextStart = duration
  // From the end, because how long a segment lasts is known from the one after it.
  for (let at = turns.length - 1; at >= 0; at--) {
    const turn = turns[at]
    if (!turn) continue
    const cut = piecesOf(turn, nextStart)
    pieces.push(...cut.reverse())
    nextStart = turn.start ?? nextStart
  }
  return pieces.reverse()
}

function piecesOf(turn: Turn, turnEnd: Seconds | undefined): Piece[] {
  const speaker: Voice | undefined = turn.speaker && {
    key: turn.speaker.key,
    name: turn.speaker.name,
  }
  const segments = turn.paragraphs.flat()
  const pieces: Piece[] = []
  let at = turn.id
  let start = turn.start
  segments.forEach((segment, index) => {
    if (segment.text === '') return
    if (index > 0 && segment.start !== undefined && segment.start !== start) {
      at = `t=${formatSeconds(segment.start)}`
      start = segment.start
    }
    const estimated = (segment.start === undefined ? turn : segment).estimated
    const end = segment.end ?? segments.slice(index + 1).find(s => s.start !== undefined)?.start
    for (const cut of cutSegment(segment, start, end ?? turn.end ?? turnEnd)) {
      pieces.push({
        at: cut.start === start || cut.start === undefined ? at : `t=${formatSeconds(cut.start)}`,
        ...(cut.start === undefined ? {} : { start: cut.start }),
        ...(estimated || cut.estimated ? { estimated: true } : {}),
        ...(speaker ? { speaker } : {}),
        ...(pieces.length === 0 ? { opens: true } : {}),
        text: cut.text,
      })
    }
  })
  return pieces
}

interface Cut {
  readonly text: string
  readonly start: Seconds | undefined
  readonly estimated?: true
}

/** Cuts a long segment at its words, by their own times or, without any, evenly. */
function cutSegment(segment: Segment, start: Seconds | undefined, end: Seconds | undefined): Cut[] {
  const { text, words } = segment
  const lasts = start === undefined || end === undefined ? 0 : end - start
  if (start === undefined || text.length < 2 * SHORT_TEXT || (!words && lasts < LONG)) {
    return [{ text, start }]
  }
  const cuts: Cut[] = []
  let from = 0
  while (from < text.length) {
    const space = text.length - from < 1.5 * SHORT_TEXT ? -1 : text.indexOf(' ', from + SHORT_TEXT)
    const to = space < 0 ? text.length : space + 1
    const known = words && timeAt(words.offsets, words.starts, from)
    const guess = round(Math.floor(start + (lasts * from) / text.length))
    if (from === 0) cuts.push({ text: text.slice(0, to), start })
    else if (known !== undefined) cuts.push({ text: text.slice(from, to), start: known })
    else cuts.push({ text: text.slice(from, to), start: Math.max(start, guess), estimated: true })
    from = to
  }
  return cuts
}

/** The time of the word at an offset, or of the last one before it that has one. */
function timeAt(
  offsets: readonly number[],
  starts: readonly Seconds[],
  offset: number,
): Seconds | undefined {
  let time: Seconds | undefined
  for (let at = 0; at < offsets.length && (offsets[at] ?? Infinity) <= offset; at++) {
    const start = starts[at]
    if (start !== undefined && !Number.isNaN(start)) time = start
  }
  return time
}
