import type { Seconds } from '../../model/time.ts'
import type { Break, Transcript } from '../../model/transcript.ts'
import { joinsTight } from '../cjk.ts'
import { cardsOf } from './cards.ts'
import { CueClock } from './cueClock.ts'
import { type About, type Stretch, stretchesOf } from './stretches.ts'

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
  const cards = new SrtCards()
  const named = transcript.speakers.length > 0
  let last: Seconds = 0
  let turn = 0
  let said: string | undefined
  for (const one of joined(stretchesOf(transcript))) {
    if (!('segment' in one)) {
      said = undefined
      if (one.kind === 'break' && !one.estimated) addBreak(cards, one)
      continue
    }
    const opens = one.turn !== turn
    turn = one.turn
    const name = one.speaker?.name ?? (named ? NOBODY : '')
    let label = ''
    if (name !== '' && (opens || said === undefined)) label = `${name}: `
    else if (opens && !named && turn > 1) label = '- '
    said = name
    last = addWords(cards, one, label, last)
  }
  return cards.text
}

/** The file as far as it is written. */
class SrtCards {
  text = ''
  count = 0
  readonly #clock = new CueClock(',')

  add(start: Seconds, end: Seconds, upper: string, lower: string | undefined): void {
    // A first word longer than a line leaves nothing above it.
    const alone = upper === '' && lower !== undefined
    const first = alone ? plainly(lower, 0) : upper
    const own = this.count === 0 ? OWN : ''
    const rest = alone || lower === undefined ? '' : `\n${lower}`
    if (this.count > 0) this.text += '\n'
    this.count++
    this.text += `${this.count}\n${this.#clock.range(start, end)}\n${first}${own}${rest}\n`
  }

  /** Letters that stand before the first words of a card; the very first has our sign behind it. */
  lead(before: string): number {
    return this.count === 0 ? before.length + OWN.length : before.length
  }
}

/** Adds the cards of a stretch, which starts at `last` if it does not say when; returns its end. */
function addWords(
  cards: SrtCards,
  { segment, until }: Stretch,
  label: string,
  last: Seconds,
): Seconds {
  const start = segment.start ?? last
  const end = until ?? start + 0.001
  const sign =
    segment.start === undefined ? `${UNKNOWN} ` : segment.estimated ? `${ESTIMATED} ` : ''
  const again = sign || `${ESTIMATED} `
  let before = sign + label
  let labelled = label.endsWith(': ')
  const size = { width: WIDTH, lead: cards.lead(before), again: again.length }
  for (const { upper, lower, start: from, end: to } of cardsOf(segment.text, start, end, size)) {
    const words = labelled ? upper : plainly(upper, before.length)
    cards.add(from, to, words === '' ? before.trimEnd() : before + words, lower)
    before = again
    labelled = false
  }
  return end
}

function addBreak(cards: SrtCards, { start, text }: Break): void {
  if (start === undefined) return
  const words = `[${/\bbreak\b/i.test(text) ? text : `Break: ${text}`}]`
  const size = { width: WIDTH, lead: cards.lead(''), again: 0 }
  const [card] = cardsOf(words, start, start + 1, size)
  if (card) cards.add(start, start + 1, card.upper, card.lower)
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
  // Asked before the pattern, because this is every card's first line.
  const sign = line.startsWith('-') || line.startsWith(ESTIMATED)
  const text = sign ? line.replace(/^(-|≈\??)(?: |$)/, `$1${OWN}`) : line
  const colon = text.indexOf(':')
  if (colon < 1) return text
  if (text[colon + 1] === ' ') return `${text.slice(0, colon + 1)}${OWN}${text.slice(colon + 2)}`
  if (colon < text.length - 1) return text
  const full = before + text.length >= WIDTH && text.includes(' ')
  return full ? text.replace(' ', OWN) : text + OWN
}
