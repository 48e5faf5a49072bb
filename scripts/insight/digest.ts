import type { Seconds } from '../model/time.ts'
import { type Transcript, type Turn, turnsOf } from '../model/transcript.ts'
import { type Passage, shortlist } from './passages.ts'
import { type Said, type Share, type Stretch, sharesOf, stretchesOf } from './speaking.ts'
import { type Indexes, indexes, SpeechTally } from './speechTally.ts'

/**
 * All that pages and the survey want to know of a transcript without its turns. A plain value: it
 * is made in worker threads and kept between builds, so that a transcript nobody changed is not
 * read again. Its words stand in one string, a word a line, or are numbers of a lexicon.
 */
export interface Digest<Words = string> {
  /** Everyone's share, in order of their first word. */
  readonly shares: readonly Share[]
  readonly stretches: Stretches
  /** Some turn has a time. */
  readonly timed: boolean
  /** Some turn's time is an estimate. */
  readonly estimated: boolean
  /** Some segment has times of its single words. */
  readonly wordTimes: boolean
  readonly speech: Speech<Words>
}

/** Who speaks when, as parallel arrays. */
export interface Stretches {
  readonly starts: Float64Array
  readonly ends: Float64Array
  /** Whose, as a place in `shares`. */
  readonly shares: Indexes
  /** Of the recording, as far as anybody knows; 0 when nobody does. */
  readonly length: Seconds
}

/** Which words are said how often. Words that everybody uses are only part of the totals. */
export interface Speech<Words = string> {
  /** Each once, in small letters, in order of their first saying. */
  readonly words: Words
  readonly counts: Uint16Array
  readonly total: number
  /** Each way to write a word with capitals that is seen in the middle of a sentence. */
  readonly spellings: Words
  /** Which word each spelling is of, as a place in `words`. */
  readonly spelt: Indexes
  readonly spellingCounts: Uint16Array
  /** One for each speaker who has a page; nobody asks for the words of others. */
  readonly voices: readonly Voice[]
}

export interface Voice {
  readonly key: string
  /** Places in the speech's `words`, ascending. */
  readonly words: Indexes
  readonly counts: Uint16Array
  readonly total: number
  /** What could be quoted, if the archive says that its words are telling. */
  readonly passages: readonly Passage[]
}

/** Depends on the transcript and the length of its recording, and on nothing else. */
export function digestOf(transcript: Transcript, duration?: Seconds): Digest {
  const turns = turnsOf(transcript)
  const tally = new SpeechTally()
  const said = turns.map(turn => ({ turn, words: tally.add(turn) }))
  const stretches = stretchesOf(transcript, duration)
  const shares = sharesOf(said, stretches)
  return {
    shares,
    stretches: packStretches(stretches, shares, duration),
    timed: turns.some(({ start }) => start !== undefined),
    estimated: turns.some(({ estimated }) => estimated),
    wordTimes: turns.some(hasWordTimes),
    speech: speechOf(said, tally),
  }
}

function packStretches(
  stretches: readonly Stretch[],
  shares: readonly Share[],
  duration: Seconds | undefined,
): Stretches {
  const places = new Map(shares.map(({ speaker }, at) => [speaker?.key ?? '', at]))
  return {
    starts: Float64Array.from(stretches, ({ start }) => start),
    ends: Float64Array.from(stretches, ({ end }) => end),
    shares: indexes(stretches.map(({ turn }) => places.get(turn.speaker?.key ?? '') ?? 0)),
    length: Math.max(duration ?? 0, stretches.at(-1)?.end ?? 0),
  }
}

function hasWordTimes({ paragraphs }: Turn): boolean {
  return paragraphs.some(paragraph => paragraph.some(({ words }) => words !== undefined))
}

function speechOf(said: readonly Said[], tally: SpeechTally): Speech {
  const theirs = new Map<string, Said[]>()
  for (const one of said) {
    const { speaker } = one.turn
    if (speaker?.guest === undefined) continue
    const known = theirs.get(speaker.key)
    if (known) known.push(one)
    else theirs.set(speaker.key, [one])
  }
  const voices = [...theirs].map(([key, own]) => ({
    key,
    ...tally.voice(key),
    passages: shortlist(own, tally),
  }))
  return { ...tally.all(), voices }
}
