import type { Seconds } from '../model/time.ts'
import type { Speaker, Transcript, Turn } from '../model/transcript.ts'
import { writeUnits } from './units.ts'

/** How much one speaker says in one recording. */
export interface Share {
  /** Undefined stands for the turns whose speaker nobody knows. */
  readonly speaker?: Speaker
  /** Undefined where the transcript has too few times to say. */
  readonly seconds?: Seconds
  readonly words: number
  readonly turns: number
  /** Of all that is said, from 0 to 1: by time where times are known, else by words. */
  readonly share: number
  /** Worked out from estimated times or from words: to be shown rounded. */
  readonly estimated: boolean
}

/** A turn, and how many words are said in it. */
export interface Said {
  readonly turn: Turn
  readonly words: number
}

/** A stretch in which one speaker speaks. */
export interface Stretch {
  readonly turn: Turn
  readonly start: Seconds
  readonly end: Seconds
}

/**
 * When each turn of known time is spoken, in reading order. A turn lasts until its own end or until
 * the next thing begins; the last one until the recording ends, or as long as its words take.
 */
export function stretchesOf(transcript: Transcript, duration?: Seconds): Stretch[] {
  const stretches: Stretch[] = []
  const timed = transcript.items.filter(item => item.start !== undefined)
  timed.forEach((item, at) => {
    if (item.kind !== 'turn' || item.start === undefined) return
    const next = timed[at + 1]?.start ?? Math.max(duration ?? 0, lastsUntil(item))
    const end = Math.max(item.start, Math.min(item.end ?? next, next))
    stretches.push({ turn: item, start: item.start, end })
  })
  return stretches
}

/** Everyone's share, in order of their first word. */
export function sharesOf(said: readonly Said[], stretches: readonly Stretch[]): Share[] {
  const tallies = new Map<string, Tally>()
  for (const { turn, words } of said) {
    const tally = tallyOf(tallies, turn.speaker)
    tally.turns += 1
    tally.words += words
    if (turn.estimated) tally.estimated = true
  }
  for (const { turn, start, end } of stretches) {
    tallyOf(tallies, turn.speaker).seconds += end - start
  }
  const all = [...tallies.values()]
  const byTime = said.length > 0 && stretches.length === said.length
  const total = all.reduce((sum, tally) => sum + (byTime ? tally.seconds : tally.words), 0)
  return all.map(({ speaker, seconds, words, turns: count, estimated }) => ({
    ...(speaker ? { speaker } : {}),
    ...(byTime ? { seconds } : {}),
    words,
    turns: count,
    share: total > 0 ? (byTime ? seconds : words) / total : 0,
    estimated: estimated || !byTime,
  }))
}

/** Words of a turn, sounds left out; writing without spaces counts two characters as a word. */
export function countWords(turn: Turn): number {
  let words = 0
  for (const paragraph of turn.paragraphs) {
    for (const segment of paragraph) {
      if (segment.sound) continue
      const units = new Uint16Array(segment.text.length)
      writeUnits(segment.text, units)
      words += wordsIn(units, 0, units.length)
    }
  }
  return words
}

interface Tally {
  readonly speaker: Speaker | undefined
  seconds: Seconds
  words: number
  turns: number
  estimated: boolean
}

function tallyOf(tallies: Map<string, Tally>, speaker: Speaker | undefined): Tally {
  const key = speaker?.key ?? ''
  let tally = tallies.get(key)
  if (!tally) {
    tally = { speaker, seconds: 0, words: 0, turns: 0, estimated: false }
    tallies.set(key, tally)
  }
  return tally
}

/** Words between blanks in a stretch of UTF-16 units, or pairs where writing has no blanks. */
export function wordsIn(units: Uint16Array, from: number, to: number): number {
  let words = 0
  let dense = 0
  let inside = false
  for (let at = from; at < to; at += 1) {
    const unit = units[at] ?? 0
    const space = unit === 32 || unit === 10 || unit === 9 || unit === 0x3000
    if (unit >= 0x3041 && unit <= 0x9fff) dense += 1
    else if (!space && !inside) words += 1
    inside = !space
  }
  return words + Math.ceil(dense / 2)
}

/** People say about two and a half words a second. */
function lastsUntil(turn: Turn): Seconds {
  return turn.end ?? (turn.start ?? 0) + countWords(turn) / 2.5
}
