import type { Spoken } from './speechTally.ts'

/** What a sentence brings to the passages it is part of. Looked at closely only when asked. */
export class Sentence {
  readonly text: string
  /** Where it begins in its paragraph, and where it ends. */
  readonly at: number
  readonly end: number
  readonly words: number
  /** Its words that are not common, each once, as places in the speech's words. */
  readonly telling: readonly number[]
  /** It needs nothing before it. */
  readonly begins: boolean
  /** 1 for a full stop, less for a question or words left hanging, 0 for no end at all. */
  readonly ending: number
  #style: Style | undefined

  constructor(text: string, at: number, telling: readonly number[]) {
    this.text = text
    this.at = at
    this.end = at + text.length
    this.words = countSpaced(text)
    this.telling = telling
    this.begins = CAPITAL.test(text) && !DANGLING.test(text)
    this.ending = endingOf(text)
  }

  get style(): Style {
    this.#style ??= styleOf(this.text)
    return this.#style
  }
}

/** The sentences of a paragraph that is long enough to have one worth reading. */
export function sentencesOf(spoken: Spoken): Sentence[] {
  const sentences: Sentence[] = []
  if (spoken.text.length < SHORTEST) return sentences
  let word = 0
  for (const { 0: said, index } of spoken.text.matchAll(SENTENCE)) {
    const text = said.trim()
    const at = index + said.length - said.trimStart().length
    const telling: number[] = []
    for (; (spoken.begins[word] ?? Infinity) < at + text.length; word += 1) {
      const place = spoken.places[word] ?? 0
      if (!telling.includes(place)) telling.push(place)
    }
    sentences.push(new Sentence(text, at, telling))
  }
  return sentences
}

/** Characters that a passage has at least. */
const SHORTEST = 70

interface Style {
  readonly housekeeping: boolean
  readonly stance: number
  readonly stumbles: number
  readonly names: number
  readonly figures: number
}

/** The most that `shapeOf` gives. */
export const BEST_SHAPE = 1.6

/** How well some sentences are put together, from 0. */
export function shapeOf(sentences: readonly Sentence[]): number {
  let stance = 0
  let stumbles = 0
  let names = 0
  let figures = 0
  for (const { style } of sentences) {
    if (style.housekeeping) return 0
    stance += style.stance
    stumbles += style.stumbles
    names += style.names
    figures += style.figures
  }
  // A list of names or figures tells much and says little.
  const plain = 1 / (1 + 0.3 * Math.max(0, names - 1) + figures)
  return Math.max(0, 1 + 0.2 * Math.min(3, stance) - stumbles) * plain
}

function endingOf(text: string): number {
  if (!FINISHED.test(text)) return 0
  return QUESTION.test(text) ? 0.6 : HANGING.test(text) ? 0.5 : 1
}

const SENTENCE = /[^.?!…]+(?:[.?!…]+["”’)]?|$)(?=\s|$)/g

const CAPITAL = /^\p{Lu}/u
const FINISHED = /[.?!…]["”’)]?$/
const QUESTION = /\?["”’)]?$/
const HANGING = /(\.\.\.|…)$/
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
const FIGURE = /\d+/g

function styleOf(text: string): Style {
  return {
    housekeeping: HOUSEKEEPING.test(text),
    stance: count(STANCE, text),
    stumbles: 0.3 * count(FILLERS, text) + 0.35 * count(REPEATED, text),
    names: count(NAME, text),
    figures: count(FIGURE, text),
  }
}

function count(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0
}

/** Words between blanks, in a text that neither begins nor ends with one. */
function countSpaced(text: string): number {
  let words = 1
  for (let at = 1; at < text.length; at += 1) {
    if (isBlank(text.charCodeAt(at)) && !isBlank(text.charCodeAt(at - 1))) words += 1
  }
  return words
}

function isBlank(unit: number): boolean {
  return unit <= 32 || unit === 0xa0
}
