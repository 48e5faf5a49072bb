import type { Seconds } from '../model/time.ts'
import type { Paragraph, Transcript, Turn } from '../model/transcript.ts'
import { countWords } from './speaking.ts'

/** Turns read for each person and episode. */
const LONGEST = 10

/** A passage worth reading on its own, and where it is said. */
export interface Quote {
  readonly text: string
  readonly start: Seconds
  readonly end?: Seconds
  readonly turn: Turn
  /** To compare passages of one person; it means nothing else. */
  readonly score: number
}

/** How telling the words of a text are together, from 0, and how many they are. */
export type Weigh = (text: string) => { readonly telling: number; readonly words: number }

/**
 * The strongest passages of one speaker in one transcript, best first, at most one a turn. No
 * model reads them; what makes a passage strong here is
 *
 * - length: one to three sentences, 14 to 50 words, best about 28, so that it stands alone and is read;
 * - words that few other episodes have, since a passage made of common words could be anybody's;
 * - shape: it begins like a sentence that needs nothing before it (not "and", "yeah", "it", "that"), is
 *   finished, takes a position or draws a contrast ("never", "because", "instead"), and has few
 *   fillers, repetitions or figures.
 */
export function findQuotes(transcript: Transcript, key: string, weigh: Weigh): Quote[] {
  const quotes: Quote[] = []
  for (const turn of longestTurns(transcript, key)) {
    const best = turn.paragraphs
      .flatMap(paragraph => passagesOf(turn, paragraph, weigh))
      .reduce<Quote | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined)
    if (best) quotes.push(best)
  }
  return quotes.sort((a, b) => b.score - a.score || a.start - b.start)
}

/** A person's longest turns: what is said at length is most likely to be said well. */
function longestTurns({ items }: Transcript, key: string): Turn[] {
  return items
    .filter(item => item.kind === 'turn')
    .filter(turn => turn.speaker?.key === key)
    .map(turn => ({ turn, words: countWords(turn) }))
    .filter(({ words }) => words >= 14)
    .sort((a, b) => b.words - a.words)
    .slice(0, LONGEST)
    .map(({ turn }) => turn)
}

function passagesOf(turn: Turn, paragraph: Paragraph, weigh: Weigh): Quote[] {
  const { text, starts } = flatten(paragraph)
  if (text.length < SHORTEST) return []
  const sentences = [...text.matchAll(SENTENCE)].map(([said], at, all) =>
    judge(said.trim(), (all[at]?.index ?? 0) + said.length - said.trimStart().length, weigh),
  )
  const found: Quote[] = []
  sentences.forEach((first, from) => {
    if (!first.begins) return
    for (let to = from; to < Math.min(from + 3, sentences.length); to += 1) {
      const passage = sentences.slice(from, to + 1)
      const last = sentences[to] ?? first
      const until = last.at + last.text.length
      if (last.housekeeping || until - first.at > LONGEST_PASSAGE) return
      const score = scoreOf(passage, last.ending)
      const start = starts.findLast(([offset]) => offset <= first.at)?.[1] ?? turn.start
      if (score <= 0 || start === undefined) continue
      const end = starts.find(([offset]) => offset >= until)?.[1]
      const said = text.slice(first.at, until)
      found.push({ text: said, start, turn, score, ...(end === undefined ? {} : { end }) })
    }
  })
  return found
}

/** Characters that 14 words have at least, and what still reads as one thought. */
const SHORTEST = 70
const LONGEST_PASSAGE = 340

const SENTENCE = /[^.?!…]+(?:[.?!…]+["”’)]?|$)(?=\s|$)/g
const DANGLING =
  /^(and|but|so|yeah|yes|no|well|right|or|like|um|uh|okay|ok|because|it|it's|its|that|that's|this|these|those|they|they're|them|he|she|his|her|which|then|also|exactly|sure|thanks|thank|hi|hello|hey|welcome|oh|now|anyway|i mean|you know)\b/i
const FILLERS =
  /\b(um|uh|you know|i mean|kind of|sort of|like,|, like|right\?|whatever|et cetera|blah)\b/gi
const STANCE =
  /\b(never|always|nobody|everybody|nothing|everything|only|because|instead|rather|unless|without|must|should|believe|problem|truth|wrong|matters|difference|not|isn't|doesn't|can't|than)\b/gi
const HOUSEKEEPING =
  /\b(episode|podcast|listeners?|sponsors?|subscribe|\.com|website|show notes|twitter|thank you|thanks|joins? us|joined by|joined today|background is|i work (at|for|as)|i live in|introductions?|inaudible|unintelligible|crosstalk|laughter)\b|[[\]*"“”]/i
const REPEATED = /\b(\w+),? \1\b/gi
const NAME = /(?<=[\p{Ll},] )\p{Lu}[\p{L}]+/gu

/** What a sentence brings to the passages it is part of. */
interface Sentence {
  readonly text: string
  /** Offset in its paragraph. */
  readonly at: number
  /** It needs nothing before it. */
  readonly begins: boolean
  /** 1 for a full stop, less for a question or words left hanging, 0 for no end at all. */
  readonly ending: number
  readonly housekeeping: boolean
  readonly words: number
  readonly telling: number
  readonly stance: number
  readonly stumbles: number
  readonly names: number
  readonly figures: number
}

function judge(text: string, at: number, weigh: Weigh): Sentence {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const open = /\?["”’)]?$/.test(text) ? 0.6 : /(\.\.\.|…)$/.test(text) ? 0.5 : 1
  return {
    text,
    at,
    begins: /^\p{Lu}/u.test(text) && !DANGLING.test(text),
    ending: /[.?!…]["”’)]?$/.test(text) ? open : 0,
    housekeeping: HOUSEKEEPING.test(text),
    ...weigh(text),
    stance: count(STANCE),
    stumbles: 0.3 * count(FILLERS) + 0.35 * count(REPEATED),
    names: count(NAME),
    figures: count(/\d+/g),
  }
}

function scoreOf(passage: readonly Sentence[], ending: number): number {
  const sum = (what: 'words' | 'telling' | 'stance' | 'stumbles' | 'names' | 'figures') =>
    passage.reduce((total, sentence) => total + sentence[what], 0)
  const words = sum('words')
  if (words < 14 || words > 50) return 0
  const shape = 1 + 0.2 * Math.min(3, sum('stance')) - sum('stumbles')
  const length = 1 - Math.abs(words - 28) / 60
  // A list of names or figures tells much and says little.
  const plain = 1 / (1 + 0.3 * Math.max(0, sum('names') - 1) + sum('figures'))
  return Math.max(0, shape) * length * plain * ending * (0.5 + sum('telling') / Math.sqrt(words))
}

/** The words of a paragraph, and the offset and time at which each of its segments starts. */
function flatten(paragraph: Paragraph): { text: string; starts: [number, Seconds][] } {
  let text = ''
  const starts: [number, Seconds][] = []
  for (const segment of paragraph) {
    if (segment.sound) continue
    if (text !== '' && !segment.tight) text += ' '
    if (segment.start !== undefined) starts.push([text.length, segment.start])
    text += segment.text
  }
  return { text, starts }
}
