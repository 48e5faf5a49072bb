import type { Seconds } from '../model/time.ts'

// How long things take to say, in seconds at an ordinary pace: fitted to the turn times of 260
// episodes with exact ones. Only proportions matter, because what lies between two known times
// is divided by them.
const LETTER = 0.058
/** Each run of vowels, more or less a syllable. */
const VOWELS = 0.09
/** `2024` is said as words. */
const DIGIT = 0.36
/** `AWS` is said letter by letter. */
const CAPITAL = 0.2
const COMMA = 0.09
const SENTENCE = 0.235
const TURN = 0.25
const SOUND = 1
const BREAK = 30

// Every letter of an archive is measured several times over, and a look into tables is faster than
// one question after another about what it is.

/** Signs of ASCII that add the same wherever they stand, but for a vowel before them. */
const STEADY = new Uint8Array(128).fill(1)
/** What they add, by their code; right after a vowel, by their code and 128. */
const SECONDS = new Float64Array(256)
/** 128 for a vowel: how far on the next sign is looked up. */
const AFTER = new Uint8Array(128)

for (const letter of 'bcdfghjklmnpqrstvwxz') put(letter, LETTER)
for (const vowel of 'aeiouy') {
  put(vowel, LETTER + VOWELS, LETTER)
  AFTER[vowel.charCodeAt(0)] = 128
  AFTER[vowel.toUpperCase().charCodeAt(0)] = 128
}
for (const digit of '0123456789') put(digit, DIGIT)
for (const sign of ',;:') put(sign, COMMA)
for (const sign of '.!?ABCDEFGHIJKLMNOPQRSTUVWXYZ') STEADY[sign.charCodeAt(0)] = 0

function put(sign: string, seconds: Seconds, afterVowel = seconds): void {
  SECONDS[sign.charCodeAt(0)] = seconds
  SECONDS[sign.charCodeAt(0) + 128] = afterVowel
}

/** Seconds that a text, or the part of it between two places, takes to say, with its pauses. */
export function secondsToSay(text: string, from = 0, to = text.length): Seconds {
  let seconds = 0
  let after = 0
  let capitals = 0
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i)
    if (c < 128 && STEADY[c] === 1) {
      if (capitals > 0) {
        if (capitals > 1) seconds += capitals * CAPITAL
        capitals = 0
      }
      seconds += SECONDS[after + c] ?? 0
      after = AFTER[c] ?? 0
      continue
    }
    if (c >= 65 && c <= 90) {
      capitals++
      seconds += LETTER
      if (after === 0 && AFTER[c] === 128) seconds += VOWELS
      after = AFTER[c] ?? 0
      continue
    }
    if (capitals > 1) seconds += capitals * CAPITAL
    capitals = 0
    after = 0
    if (c >= 128) seconds += beyondAscii(c)
    else if (i + 1 === to || text.charCodeAt(i + 1) === 32) seconds += SENTENCE
  }
  return capitals > 1 ? seconds + capitals * CAPITAL : seconds
}

/** A character of Chinese, Japanese or Korean is a syllable; other letters are like ours. */
function beyondAscii(c: number): Seconds {
  if (c >= 0x3040 && c <= 0xd7af) return 0.22
  if (c === 0x3001 || c === 0xff0c) return COMMA
  if (c === 0x3002 || c === 0x2026 || c === 0xff01 || c === 0xff1f) return SENTENCE
  return c >= 0xc0 && (c < 0x2000 || c > 0x2bff) ? LETTER + VOWELS / 2 : 0
}

/** What stands between two known times. */
export interface Stretch {
  readonly kind: 'words' | 'sound' | 'break' | 'heading'
  readonly text: string
  /** Another voice starts here. */
  readonly opens?: boolean
  /** How slowly this voice speaks: 1 is ordinary. */
  readonly pace?: number
}

/** Adds the seconds before each stretch to `at`; returns the seconds of all of them. */
export function measure(stretches: readonly Stretch[], at: Seconds[]): Seconds {
  let total = 0
  for (const { kind, text, opens, pace = 1 } of stretches) {
    // Where the stretches begin, the time is known: no pause before the first.
    if (opens && at.length > 0) total += TURN
    at.push(total)
    if (kind === 'words') total += secondsToSay(text) * pace
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
