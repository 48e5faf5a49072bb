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
        const text = `[${/\bbreak\b/i.test(one.text) ? one.text : `Break: ${one.text}`}]`
        const [card] = cardsOf(text, one.start, one.start + 1, { width: WIDTH, most: 2 })
        add(one.start, one.start + 1, card?.lines.join('\n') ?? text)
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
    const again = sign || `${ESTIMATED} `
    const lead = sign.length + label.length
    const size = { width: WIDTH, most: 2, lead, again: again.length }
    for (const [i, card] of cardsOf(segment.text, start, end, size).entries()) {
      const before = i === 0 ? `${sign}${label}` : again
      const [first = '', ...rest] = card.lines
      add(card.start, card.end, [`${before}${first}`.trimEnd(), ...rest].join('\n'))
    }
  }
  return cards.join('\n')
}
