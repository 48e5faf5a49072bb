import { formatCueTime, type Seconds } from '../../model/time.ts'
import type { Transcript } from '../../model/transcript.ts'
import { type About, cardsOf, stretchesOf } from './stretches.ts'

const WIDTH = 32

/** Before words whose time is estimated; with a question mark, unknown. */
export const ESTIMATED = '≈'
export const UNKNOWN = '≈?'
/** Where a voice that nobody named speaks after one with a name. */
export const NOBODY = 'Unknown'

/**
 * SRT as the Podcasting 2.0 documents want it: at most two lines of 32 letters, the name where
 * the speaker changes. SRT has no comments, so `≈` before the words says that the time is estimated.
 */
export function writeSrt(transcript: Transcript, _about: About): string {
  const cards: string[] = []
  const add = (start: Seconds, end: Seconds, text: string) => {
    const time = `${formatCueTime(start, ',')} --> ${formatCueTime(end, ',')}`
    cards.push(`${cards.length + 1}\n${time}\n${text}\n`)
  }
  const named = transcript.speakers.length > 0
  let last: Seconds = 0
  let turn = 0
  let said: string | undefined
  for (const one of stretchesOf(transcript)) {
    if (!('segment' in one)) {
      said = undefined
      if (one.kind === 'break' && one.start !== undefined && !one.estimated) {
        add(
          one.start,
          one.start + 1,
          `[${/\bbreak\b/i.test(one.text) ? one.text : `Break: ${one.text}`}]`,
        )
      }
      continue
    }
    const { segment, speaker, place, until } = one
    const opens = place[0] !== turn
    turn = place[0]
    const name = speaker?.name ?? (named ? NOBODY : '')
    const label =
      name !== '' && (opens || said === undefined)
        ? `${name}: `
        : opens && !named && turn > 1
          ? '- '
          : ''
    said = name
    const start = segment.start ?? last
    const end = until ?? start + 0.001
    last = end
    const sign =
      segment.start === undefined ? `${UNKNOWN} ` : segment.estimated ? `${ESTIMATED} ` : ''
    const size = { width: WIDTH, most: 2, lead: label.length + Math.max(sign.length, 2) }
    for (const [i, card] of cardsOf(segment.text, start, end, size).entries()) {
      const lead = i === 0 ? `${sign}${label}` : sign || `${ESTIMATED} `
      add(card.start, card.end, `${lead}${card.lines.join('\n')}`)
    }
  }
  return cards.join('\n')
}
