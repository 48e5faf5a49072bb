import type { Seconds } from '../model/time.ts'
import type { Paragraph, Turn } from '../model/transcript.ts'
import { BEST_SHAPE, type Sentence, sentencesOf, shapeOf } from './sentence.ts'
import type { Said } from './speaking.ts'
import type { SpeechTally } from './speechTally.ts'

/** Turns read for each speaker. */
const LONGEST = 10
/** Passages kept of each speaker, and of each of their turns. */
const KEPT = 12
const KEPT_OF_TURN = 2
/** How telling a word is taken to be as long as nobody knows the archive. */
const TELLING = 1.2

/** Some sentences that may be worth reading on their own, as far as one transcript can say. */
export interface Passage {
  readonly text: string
  readonly start: Seconds
  readonly end?: Seconds
  /** The id of the turn it is said in. */
  readonly turn: string
  /** It starts when its turn does. */
  readonly opens: boolean
  readonly words: number
  /** How well it is put, whatever its words mean. */
  readonly shape: number
  /** Its words that are not common, as places in the speech's words; once for each sentence. */
  readonly telling: readonly number[]
}

/** How strong a passage is, given how telling its words are together. */
export function strength(shape: number, words: number, telling: number): number {
  return shape * (0.5 + telling / Math.sqrt(words))
}

/**
 * The passages of a speaker that could be quoted, the most promising first. No model reads them;
 * what makes a passage strong here is
 *
 * - length: one to three sentences, 14 to 50 words, best about 28, so that it stands alone and is read;
 * - words that few other episodes have, since a passage made of common words could be anybody's;
 * - shape: it begins like a sentence that needs nothing before it (not "and", "yeah", "it", "that"), is
 *   finished, takes a position or draws a contrast ("never", "because", "instead"), and has few
 *   fillers, repetitions or figures.
 *
 * Which words are telling, only the archive knows; here every word that is not common is.
 */
export function shortlist(said: readonly Said[], tally: SpeechTally): Passage[] {
  const found: Candidate[] = []
  for (const turn of longestOf(said)) {
    for (const paragraph of turn.paragraphs) {
      const spoken = tally.spoken(paragraph)
      if (spoken) findCandidates(found, { turn, paragraph, text: spoken.text }, sentencesOf(spoken))
    }
  }
  found.sort((a, b) => b.promise - a.promise)
  const best: Judged[] = []
  for (const candidate of found) {
    const weakest = best.length === KEPT ? (best.at(-1)?.score ?? 0) : 0
    // None is stronger than it promises, and all that follow promise less.
    if (candidate.promise <= weakest) break
    const shape = candidate.frame * shapeOf(candidate.sentences)
    const score = strength(shape, candidate.words, candidate.telling)
    if (score <= weakest) continue
    const passage = passageOf(candidate, shape)
    if (passage) keep(best, { passage, score })
  }
  return best.map(({ passage }) => passage)
}

/** Where something is said. */
interface Source {
  readonly turn: Turn
  readonly paragraph: Paragraph
  readonly text: string
}

/** Some sentences of one paragraph, and what can be said of them at a glance. */
interface Candidate {
  readonly source: Source
  readonly sentences: readonly Sentence[]
  readonly words: number
  readonly telling: number
  /** How near it is to the best length, and how well finished, up to 1. */
  readonly frame: number
  /** The most that it can be worth. */
  readonly promise: number
}

interface Judged {
  readonly passage: Passage
  readonly score: number
}

/** A person's longest turns: what is said at length is most likely to be said well. */
function longestOf(said: readonly Said[]): Turn[] {
  return said
    .filter(({ words }) => words >= LEAST_WORDS)
    .sort((a, b) => b.words - a.words)
    .slice(0, LONGEST)
    .map(({ turn }) => turn)
}

function findCandidates(found: Candidate[], source: Source, all: readonly Sentence[]): void {
  for (let from = 0; from < all.length; from += 1) {
    const first = all[from]
    if (!first?.begins) continue
    let words = 0
    let telling = 0
    for (let to = from; to < Math.min(from + MOST_SENTENCES, all.length); to += 1) {
      const last = all[to] ?? first
      words += last.words
      if (words > MOST_WORDS || last.end - first.at > LONGEST_PASSAGE) break
      telling += TELLING * last.telling.length
      if (words < LEAST_WORDS || last.ending === 0) continue
      const frame = (1 - Math.abs(words - BEST_WORDS) / 60) * last.ending
      const promise = strength(BEST_SHAPE * frame, words, telling)
      found.push({ source, sentences: all.slice(from, to + 1), words, telling, frame, promise })
    }
  }
}

/** Puts a candidate among the best, where another one goes. */
function keep(best: Judged[], judged: Judged): void {
  const { turn } = judged.passage
  const place = best.findIndex(({ score }) => score < judged.score)
  best.splice(place === -1 ? best.length : place, 0, judged)
  const ofTurn = best.filter(({ passage }) => passage.turn === turn)
  const over = ofTurn.length > KEPT_OF_TURN ? ofTurn.at(-1) : best[KEPT]
  if (over) best.splice(best.indexOf(over), 1)
}

/** Undefined where its time is unknown: nobody could go and hear it. */
function passageOf({ source, sentences, words }: Candidate, shape: number): Passage | undefined {
  const { turn, paragraph, text } = source
  const at = sentences[0]?.at ?? 0
  const until = sentences.at(-1)?.end ?? 0
  const { start = turn.start, end } = timesOf(paragraph, at, until)
  if (start === undefined) return undefined
  return {
    text: text.slice(at, until),
    start,
    ...(end === undefined ? {} : { end }),
    turn: turn.id,
    opens: start === turn.start,
    words,
    shape,
    telling: sentences.flatMap(sentence => sentence.telling),
  }
}

/** When the segment of the first character starts, and the first one behind the last. */
function timesOf(paragraph: Paragraph, at: number, until: number) {
  let offset = 0
  let start: Seconds | undefined
  for (const segment of paragraph) {
    if (segment.sound) continue
    if (offset > 0 && !segment.tight) offset += 1
    if (segment.start !== undefined) {
      if (offset <= at) start = segment.start
      if (offset >= until) return { start, end: segment.start }
    }
    offset += segment.text.length
  }
  return { start }
}

const LEAST_WORDS = 14
const MOST_WORDS = 50
const BEST_WORDS = 28
/** Characters of what still reads as one thought. */
const LONGEST_PASSAGE = 340
const MOST_SENTENCES = 3
