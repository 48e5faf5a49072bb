import type { Seconds } from '../../model/time.ts'
import { hasTight } from '../cjk.ts'
import { secondsToSay } from '../estimate.ts'
import { lineBetween, lineEnd, nextLine, partsWord } from './wrap.ts'

/** One card on the screen: one line or two that fit, and its share of the segment's time. */
export interface Card {
  readonly upper: string
  readonly lower: string | undefined
  /** No space between this card's words and those of the one before. */
  readonly tight: boolean
  readonly start: Seconds
  readonly end: Seconds
}

/** Letters in a line, less what stands before the words of the first card and of each further one. */
export interface Size {
  readonly width: number
  readonly lead: number
  readonly again: number
}

/** A card whose time is not shared out yet. */
type Untimed = { -readonly [Key in keyof Card]: Card[Key] }

/** Breaks text into cards of at most two lines, which share the time between them. */
export function cardsOf(text: string, start: Seconds, end: Seconds, size: Size): readonly Card[] {
  const cards: Untimed[] = []
  const weights: number[] = []
  const letters = hasTight(text)
  let from = 0
  let tight = false
  do {
    const room = size.width - (from === 0 ? size.lead : size.again)
    let ends = lineEnd(text, from, room, letters)
    // Nothing fits beside the name: the words start below it.
    if (from === 0 && size.lead > 0 && ends > room) ends = 0
    const upper = lineBetween(text, from, ends, letters)
    let lower: string | undefined
    const below = nextLine(text, ends)
    if (below < text.length) {
      ends = lineEnd(text, below, size.width, letters)
      lower = lineBetween(text, below, ends, letters)
    }
    cards.push({ upper, lower, tight, start, end })
    weights.push(secondsToSay(text, from, ends) + 0.01)
    tight = partsWord(text, ends)
    from = nextLine(text, ends)
  } while (from < text.length)
  shareTime(cards, weights, start, end)
  return cards
}

/** Written to the millisecond: cards of one segment may neither be empty nor run over its end. */
function shareTime(
  cards: readonly Untimed[],
  weights: readonly number[],
  start: Seconds,
  end: Seconds,
): void {
  const from = Math.round(start * 1000)
  const length = Math.max(Math.round(end * 1000) - from, cards.length)
  let total = 0
  for (const weight of weights) total += weight
  let before = 0
  let at = 0
  for (const [i, card] of cards.entries()) {
    const rest = cards.length - 1 - i
    before += weights[i] ?? 0
    card.start = (from + at) / 1000
    at = Math.max(at + 1, Math.min(Math.round((length * before) / total), length - rest))
    card.end = (from + at) / 1000
  }
}
