import type { Seconds } from '../model/time.ts'
import type { Paragraph, Transcript, Turn } from '../model/transcript.ts'
import { countWords } from './speaking.ts'

/** Turns read for each person and episode. */
const LONGEST = 25

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
  if (text.length < 70) return []
  const sentences = [...text.matchAll(/[^.?!…]+(?:[.?!…]+["”’)]?|$)(?=\s|$)/g)]
  const found: Quote[] = []
  for (let from = 0; from < sentences.length; from += 1) {
    for (let to = from; to < Math.min(from + 3, sentences.length); to += 1) {
      const begin = sentences[from]?.index ?? 0
      const last = sentences[to]
      const passage = text.slice(begin, (last?.index ?? 0) + (last?.[0].length ?? 0)).trim()
      if (passage.length > 340) break
      const score = scoreOf(passage, weigh)
      const at = begin + (text.slice(begin).length - text.slice(begin).trimStart().length)
      const start = starts.findLast(([offset]) => offset <= at)?.[1] ?? turn.start
      const end = starts.find(([offset]) => offset >= at + passage.length)?.[1]
      if (score <= 0 || start === undefined) continue
      found.push({ text: passage, start, turn, score, ...(end !== undefined ? { end } : {}) })
    }
  }
  return found
}

const DANGLING =
  /^(and|but|so|yeah|yes|no|well|right|or|like|um|uh|okay|ok|because|it|it's|its|that|that's|this|these|those|they|they're|them|he|she|his|her|which|then|also|exactly|sure|thanks|thank|hi|hello|hey|welcome|oh|now|anyway|i mean|you know)\b/i
const FILLERS =
  /\b(um|uh|you know|i mean|kind of|sort of|like,|, like|right\?|whatever|et cetera|blah)\b/gi
const STANCE =
  /\b(never|always|nobody|everybody|nothing|everything|only|because|instead|rather|unless|without|must|should|believe|problem|truth|wrong|matters|difference|not|isn't|doesn't|can't|than)\b/gi
const HOUSEKEEPING =
  /\b(episode|podcast|listeners?|sponsors?|subscribe|\.com|website|show notes|twitter|thank you|thanks|joins? us|joined by|joined today|background is|i work (at|for|as)|i live in|introductions?|inaudible|unintelligible|crosstalk|laughter)\b|[[\]*"“”]/i
const NAME = /(?<=[\p{Ll},] )\p{Lu}[\p{L}]+/gu

function scoreOf(passage: string, weigh: Weigh): number {
  if (!/^\p{Lu}/u.test(passage) || !/[.?!]["”’)]?$/.test(passage)) return 0
  if (DANGLING.test(passage) || HOUSEKEEPING.test(passage)) return 0
  const count = (pattern: RegExp) => passage.match(pattern)?.length ?? 0
  const repeated = count(/\b(\w+),? \1\b/gi)
  const shape = 1 + 0.2 * Math.min(3, count(STANCE)) - 0.3 * count(FILLERS) - 0.35 * repeated
  if (shape <= 0) return 0
  const { telling, words } = weigh(passage)
  if (words < 14 || words > 50) return 0
  const length = 1 - Math.abs(words - 28) / 60
  // A list of names or figures tells much and says little; a question waits for its answer.
  const names = 1 / (1 + 0.3 * Math.max(0, count(NAME) - 1) + count(/\d+/g))
  const open = /\?["”’)]?$/.test(passage) ? 0.6 : /(\.\.\.|…)$/.test(passage) ? 0.5 : 1
  return shape * length * names * open * (0.5 + telling / Math.sqrt(words))
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
