import { formatCueTime, type Seconds } from '../../model/time.ts'
import type { Transcript } from '../../model/transcript.ts'
import { joinsTight } from '../cjk.ts'
import { type About, cardsOf, stretchesOf } from './stretches.ts'

const WIDTH = 32

/** Before words whose time is estimated; with a question mark, unknown. */
export const ESTIMATED = '≈'
export const UNKNOWN = '≈?'
/** Where a voice that nobody named speaks after one with a name. */
export const NOBODY = 'Unknown'

/**
 * A no-break space. After the first line of words it says that the file is ours; behind a colon or
 * a dash of the words, that no name and no turn begins there. Nobody sees either.
 */
export const OWN = '\u00a0'

/**
 * SRT as the Podcasting 2.0 documents want it: at most two lines of 32 letters, the name where
 * the speaker changes. SRT has no comments, so `≈` before the words says that the time is estimated.
 */
export function writeSrt(transcript: Transcript, _about: About): string {
  const cards: string[] = []
  const add = (start: Seconds, end: Seconds, lines: readonly string[]) => {
    const time = `${formatCueTime(start, ',')} --> ${formatCueTime(end, ',')}`
    // A first word longer than a line leaves nothing above it.
    const [first = '', ...rest] =
      lines[0] === '' ? [plainly(lines[1] ?? '', 0), ...lines.slice(2)] : lines
    const text = [cards.length === 0 ? first + OWN : first, ...rest].join('\n')
    cards.push(`${cards.length + 1}\n${time}\n${text}\n`)
  }
  const named = transcript.speakers.length > 0
  let last: Seconds = 0
  let turn = 0
  let said: string | undefined
  for (const one of joined(stretchesOf(transcript))) {
    if (!('segment' in one)) {
      said = undefined
      if (one.kind === 'break' && one.start !== undefined && !one.estimated) {
        const text = `[${/\bbreak\b/i.test(one.text) ? one.text : `Break: ${one.text}`}]`
        const size = { width: WIDTH, most: 2, lead: cards.length === 0 ? 1 : 0 }
        const [card] = cardsOf(text, one.start, one.start + 1, size)
        add(one.start, one.start + 1, card?.lines ?? [text])
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
    // The very first line has our own sign behind it.
    const lead = sign.length + label.length + (cards.length === 0 ? 1 : 0)
    const size = { width: WIDTH, most: 2, lead, again: again.length }
    for (const [i, card] of cardsOf(segment.text, start, end, size).entries()) {
      const before = i === 0 ? `${sign}${label}` : again
      const [first = '', ...rest] = card.lines
      const words = i === 0 && label.endsWith(': ') ? first : plainly(first, before.length)
      add(card.start, card.end, [words === '' ? before.trimEnd() : before + words, ...rest])
    }
  }
  return cards.join('\n')
}

/** A full stop with a time of its own is no card: it stands with the words it ends. */
function joined(flat: ReturnType<typeof stretchesOf>): ReturnType<typeof stretchesOf> {
  if (!flat.some(one => 'segment' in one && one.segment.tight)) return flat
  const all: typeof flat = []
  for (const one of flat) {
    const last = all.at(-1)
    const both = 'segment' in one && one.segment.tight && last && 'segment' in last
    if (both && !joinsTight(last.segment.text, one.segment.text)) {
      const segment = { ...last.segment, text: last.segment.text + one.segment.text }
      all[all.length - 1] = { ...last, segment, until: one.until ?? last.until }
    } else all.push(one)
  }
  return all
}

/** Words that begin like a name, a dash or our own sign, written so that they are none of these. */
function plainly(line: string, before: number): string {
  const text = line.replace(/^(-|≈\??)(?: |$)/, `$1${OWN}`)
  const colon = text.indexOf(':')
  if (colon < 1) return text
  if (text[colon + 1] === ' ') return `${text.slice(0, colon + 1)}${OWN}${text.slice(colon + 2)}`
  if (colon < text.length - 1) return text
  const full = before + text.length >= WIDTH && text.includes(' ')
  return full ? text.replace(' ', OWN) : text + OWN
}
