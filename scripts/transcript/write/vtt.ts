import { formatCueTime, type Seconds } from '../../model/time.ts'
import type { Transcript } from '../../model/transcript.ts'
import { type About, cardsOf, type Stretch, stretchesOf } from './stretches.ts'

const WIDTH = 65

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
  const clock = { last: 0 }
  for (const one of stretchesOf(transcript)) {
    if ('segment' in one) blocks.push(...cuesOf(one, clock))
    else {
      const time =
        one.start === undefined ? '' : ` ${one.estimated ? '~' : ''}${formatCueTime(one.start)}`
      blocks.push(`NOTE ${one.kind === 'break' ? 'Break' : 'Heading'}${time}\n${comment(one.text)}`)
    }
  }
  return `${blocks.join('\n\n')}\n`
}

/** Cues may not start before the one above them: https://www.w3.org/TR/webvtt1/#webvtt-cue-timings */
function cuesOf({ segment, speaker, place, until }: Stretch, clock: { last: Seconds }): string[] {
  const voice = speaker ? `<v ${escaped(speaker.name)}>` : ''
  const name = place.join('.')
  const sign = segment.estimated ? '~' : ''
  const { start } = segment
  if (start === undefined || until === undefined) {
    return [
      `NOTE Time unknown ${name}${sign}${segment.tight ? '+' : ''}\n${voice}${escaped(segment.text)}`,
    ]
  }
  const cards = cardsOf(segment.text, start, until, { width: WIDTH, most: 2 })
  return cards.map((card, i) => {
    const tight = (i === 0 ? segment.tight : card.tight) ? '+' : ''
    const own = card.start < clock.last ? `@${formatCueTime(start)}-${formatCueTime(until)}` : ''
    const id = `${name}${cards.length > 1 ? `.${i + 1}` : ''}${sign}${tight}${own}`
    const begins = Math.max(card.start, clock.last)
    const ends = Math.max(card.end, begins + 0.001)
    clock.last = begins
    const time = `${formatCueTime(begins)} --> ${formatCueTime(ends)}`
    return `${id}\n${time}\n${voice}${card.lines.map(escaped).join('\n')}`
  })
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** A comment may not hold an arrow, nor a line end. */
function comment(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('-->', '→').trim()
}
