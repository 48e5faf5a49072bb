import type { Seconds } from '../model/time.ts'

/**
 * How long words take to say, in seconds at an ordinary pace. Only proportions matter: a stretch
 * between two known times is divided by them. Figures fitted on captions with known times.
 */
const LETTER = 0.058
const WORD = 0.06
const DIGIT = 0.28
const COMMA = 0.12
const SENTENCE = 0.32
const PARAGRAPH = 0.1
const TURN = 0.2
const SOUND = 1
const BREAK = 30

/** Seconds that a text takes to say, with the pauses inside it. */
export function secondsToSay(text: string): Seconds {
  let seconds = 0
  let inWord = false
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 32) {
      inWord = false
    } else if (c >= 48 && c <= 57) {
      seconds += DIGIT
      inWord = true
    } else if (c === 44 || c === 59 || c === 58) {
      seconds += COMMA
    } else if (c === 46 || c === 33 || c === 63 || c === 0x2026) {
      const next = text.charCodeAt(i + 1)
      if (next === 32 || i === text.length - 1) seconds += SENTENCE
    } else if (c > 64) {
      if (!inWord) seconds += WORD
      inWord = true
      // A character of Chinese or Japanese is a syllable, not a letter.
      seconds += c >= 0x3040 && c <= 0xd7af ? LETTER * 3 : LETTER
    }
  }
  return seconds
}

/** What stands between two known times. */
export interface Stretch {
  readonly kind: 'words' | 'sound' | 'break' | 'heading'
  readonly text: string
  readonly opens?: 'turn' | 'paragraph'
}

/** The pause before a stretch starts, and the seconds it takes itself. */
export function weigh(stretch: Stretch): { readonly before: Seconds; readonly itself: Seconds } {
  if (stretch.kind === 'heading') return { before: 0, itself: 0 }
  if (stretch.kind === 'break') return { before: 0, itself: BREAK }
  const before = stretch.opens === 'turn' ? TURN : stretch.opens === 'paragraph' ? PARAGRAPH : 0
  return { before, itself: stretch.kind === 'sound' ? SOUND : secondsToSay(stretch.text) }
}

/**
 * Estimated starts of stretches that fill the time from `from` to `to` in order. The first one
 * starts at `from` when `fromExact` says so.
 */
export function placeStretches(
  stretches: readonly Stretch[],
  from: Seconds,
  to: Seconds,
): Seconds[] {
  let total = 0
  const at: number[] = []
  for (const stretch of stretches) {
    const { before, itself } = weigh(stretch)
    total += before
    at.push(total)
    total += itself
  }
  const scale = total > 0 ? (to - from) / total : 0
  return at.map(offset => from + offset * scale)
}
