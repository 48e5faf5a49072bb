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

/** Adds the seconds before each stretch to `at`; returns the seconds of all of them. */
export function measure(stretches: readonly Stretch[], at: Seconds[]): Seconds {
  let total = 0
  for (const { kind, text, opens } of stretches) {
    if (kind === 'words' || kind === 'sound') {
      total += opens === 'turn' ? TURN : opens === 'paragraph' ? PARAGRAPH : 0
    }
    at.push(total)
    if (kind === 'words') total += secondsToSay(text)
    else if (kind === 'sound') total += SOUND
    else if (kind === 'break') total += BREAK
  }
  return total
}

/** Estimated starts of stretches that fill the time from `from` to `to`, in their order. */
export function placeStretches(
  stretches: readonly Stretch[],
  from: Seconds,
  to: Seconds,
): Seconds[] {
  const at: Seconds[] = []
  const total = measure(stretches, at)
  const scale = total > 0 ? (to - from) / total : 0
  return at.map(offset => from + offset * scale)
}
