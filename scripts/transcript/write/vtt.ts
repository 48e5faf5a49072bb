import { formatCueTime, type Seconds } from '../../model/time.ts'
import type { Transcript } from '../../model/transcript.ts'
import { cardsOf, type Size } from './cards.ts'
import { CueClock } from './cueClock.ts'
import { type About, type Stretch, stretchesOf } from './stretches.ts'

const SIZE: Size = { width: 65, lead: 0, again: 0 }

/** The first words of the comment by which Verbatim knows its own files. */
export const VTT_NOTE = 'A cue is named after its turn, paragraph and segment.'

/**
 * WebVTT as podcast apps want it: `<v Name>` on every cue, at most two lines of 65 letters. The
 * cue's name says what WebVTT has no words for: `12.1.3` is the third segment of the first
 * paragraph of turn 12, `12.1.3.2` the second card of it, `~` an estimated time.
 */
export function writeVtt(transcript: Transcript, { title }: About): string {
  const blocks = [
    `WEBVTT - ${comment(title)}`,
    `NOTE\n${VTT_NOTE}\nA name with ~ has an estimated time; @ says the source's own, where it goes back.\nLanguage: ${transcript.language}`,
  ]
  const clock = new CueClock('.')
  let last: Seconds = 0
  for (const one of stretchesOf(transcript)) {
    if ('segment' in one) last = addCues(blocks, one, clock, last)
    else {
      const time =
        one.start === undefined ? '' : ` ${one.estimated ? '~' : ''}${formatCueTime(one.start)}`
      blocks.push(`NOTE ${one.kind === 'break' ? 'Break' : 'Heading'}${time}\n${comment(one.text)}`)
    }
  }
  return `${blocks.join('\n\n')}\n`
}

/**
 * Adds the cues of a stretch and returns the start of the last one, because none may start before
 * the one above it: https://www.w3.org/TR/webvtt1/#webvtt-cue-timings
 */
function addCues(blocks: string[], stretch: Stretch, clock: CueClock, last: Seconds): Seconds {
  const { segment, speaker, turn, paragraph, part, until } = stretch
  const { text, start, tight } = segment
  const voice = speaker ? `<v ${escaped(speaker.name)}>` : ''
  const name = `${turn}.${paragraph}.${part}`
  const sign = segment.estimated ? '~' : ''
  if (start === undefined || until === undefined) {
    blocks.push(`NOTE Time unknown ${name}${sign}${tight ? '+' : ''}\n${voice}${escaped(text)}`)
    return last
  }
  // Asked once a segment, because most have nothing to escape.
  const markup = MARKUP.test(text)
  const cards = cardsOf(text, start, until, SIZE)
  for (const [i, card] of cards.entries()) {
    const nth = cards.length > 1 ? `.${i + 1}` : ''
    const joined = (i === 0 ? tight : card.tight) ? '+' : ''
    const own = card.start < last ? `@${formatCueTime(start)}-${formatCueTime(until)}` : ''
    last = Math.max(card.start, last)
    const ends = Math.max(card.end, last + 0.001)
    const id = `${name}${nth}${sign}${joined}${own}`
    const lines = card.lower === undefined ? card.upper : `${card.upper}\n${card.lower}`
    const words = markup ? escaped(lines) : lines
    blocks.push(`${id}\n${clock.range(last, ends)}\n${voice}${words}`)
  }
  return last
}

const MARKUP = /[&<>]/
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function escaped(text: string): string {
  return text.replace(/[&<>]/g, sign => ENTITIES[sign] ?? sign)
}

/** A comment may not hold an arrow, nor a line end. */
function comment(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('-->', '→').trim()
}
