import type { Seconds } from '../../model/time.ts'
import type { Break, Heading, Segment, Speaker, Transcript } from '../../model/transcript.ts'
import { breakable, hasTight, joinsTight } from '../cjk.ts'
import { secondsToSay } from '../estimate.ts'

/** What the exports are about besides the transcript itself. */
export interface About {
  /** The episode's title. */
  readonly title: string
}

/** One segment with its place in the transcript and a time that it is over. */
export interface Stretch {
  readonly segment: Segment
  readonly speaker: Speaker | undefined
  /** 1-based: turn, paragraph in the turn, segment in the paragraph. */
  readonly place: readonly [number, number, number]
  /** After `start`; undefined when that is unknown. */
  readonly until: Seconds | undefined
}

/** Segments and what stands between turns, in reading order. */
export function stretchesOf(transcript: Transcript): (Stretch | Break | Heading)[] {
  const flat: (Stretch | Break | Heading)[] = []
  let turn = 0
  for (const item of transcript.items) {
    if (item.kind !== 'turn') {
      flat.push(item)
      continue
    }
    turn++
    for (const [p, paragraph] of item.paragraphs.entries()) {
      for (const [s, segment] of paragraph.entries()) {
        flat.push({ segment, speaker: item.speaker, place: [turn, p + 1, s + 1], until: undefined })
      }
    }
  }
  let next: Seconds | undefined
  for (let i = flat.length - 1; i >= 0; i--) {
    const one = flat[i]
    if (!one) continue
    const start = 'segment' in one ? one.segment.start : one.start
    if ('segment' in one) flat[i] = { ...one, until: until(one.segment, next) }
    if (start !== undefined) next = start
  }
  return flat
}

/** The file's own end, the next start, or as long as the words take. */
function until({ start, end, text }: Segment, next: Seconds | undefined): Seconds | undefined {
  if (start === undefined) return undefined
  if (end !== undefined && end > start) return end
  // Most segments end where the next one starts, and their words need not be measured.
  if (next !== undefined && next > start && end === undefined) return next
  if (next !== undefined && next <= start) return start + 0.001
  const said = start + Math.max(0.5, secondsToSay(text) * 1.2)
  return next === undefined ? said : Math.min(next, said)
}

/** One card on the screen: lines that fit, and its share of the segment's time. */
export interface Card {
  readonly lines: readonly string[]
  /** No space between this card's words and those of the one before. */
  readonly tight: boolean
  readonly start: Seconds
  readonly end: Seconds
}

/**
 * Breaks text into cards of at most `most` lines of `width` letters, less what stands before the
 * words: `lead` letters on the first card, `again` on each further one.
 */
export function cardsOf(
  text: string,
  start: Seconds,
  end: Seconds,
  {
    width,
    most,
    lead = 0,
    again = 0,
  }: { width: number; most: number; lead?: number; again?: number },
): Card[] {
  const lines = wrap(text, line =>
    line === 0 ? width - lead : line % most === 0 ? width - again : width,
  )
  if (lines.length <= most) {
    const ms = Math.round(start * 1000)
    return [
      {
        lines,
        tight: false,
        start: ms / 1000,
        end: Math.max(Math.round(end * 1000), ms + 1) / 1000,
      },
    ]
  }
  const cards: { lines: string[]; weight: number }[] = []
  for (let i = 0; i < lines.length; i += most) {
    const some = lines.slice(i, i + most)
    cards.push({ lines: some, weight: secondsToSay(some.join(' ')) + 0.01 })
  }
  const total = cards.reduce((sum, { weight }) => sum + weight, 0)
  // Written to the millisecond: cards of one segment may neither be empty nor run over its end.
  const from = Math.round(start * 1000)
  const length = Math.max(Math.round(end * 1000) - from, cards.length)
  let before = 0
  let at = 0
  return cards.map(({ lines: some, weight }, i) => {
    const tight = i > 0 && joinsTight(lines[i * most - 1] ?? '', some[0] ?? '')
    const begins = at
    before += weight
    at = Math.max(
      begins + 1,
      Math.min(Math.round((length * before) / total), length - (cards.length - 1 - i)),
    )
    return { lines: some, tight, start: (from + begins) / 1000, end: (from + at) / 1000 }
  })
}

/** A dash stays with the word before it: at the start of a line it means another speaker. */
function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const word of text.split(' ')) {
    const last = words.length - 1
    if (last >= 0 && /^[-–—]$/.test(word)) words[last] += ` ${word}`
    else words.push(word)
  }
  return words
}

function wrap(text: string, widthOf: (line: number) => number): string[] {
  const lines: string[] = []
  let line = ''
  const push = (space: string) => {
    lines.push(line + space)
    line = ''
  }
  const tight = hasTight(text)
  for (const word of wordsOf(text)) {
    const parts = tight ? breakable(word) : [word]
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i] ?? ''
      const gap = i > 0 || line === '' ? '' : ' '
      const room = widthOf(lines.length)
      if (line !== '' && line.length + gap.length + part.length > room) {
        // A space between two letters that else have none is kept, so that it can be read again.
        push(tight && gap !== '' && joinsTight(line, part) ? ' ' : '')
        line = part
      } else if (line === '' && lines.length === 0 && part.length > room && room < widthOf(1)) {
        // Nothing fits beside the name: the words start below it.
        push('')
        line = part
      } else line += gap + part
    }
  }
  lines.push(line)
  return lines
}
