import type { Paragraph, Turn } from '../model/transcript.ts'
import { COMMON_WORDS } from './commonWords.ts'
import { Lexicon } from './lexicon.ts'
import { wordsIn } from './speaking.ts'
import { widened } from './units.ts'
import { WordReader } from './wordReader.ts'

/** Places in a list, in as few bytes as they need. */
export type Indexes = Uint8Array | Uint16Array | Uint32Array

export function indexes(places: readonly number[]): Indexes {
  let last = 0
  for (const place of places) if (place > last) last = place
  const Kind = last < 1 << 8 ? Uint8Array : last < 1 << 16 ? Uint16Array : Uint32Array
  return Kind.from(places)
}

/** What is said in a paragraph, and where its words that are not common begin. */
export interface Spoken {
  readonly text: string
  readonly begins: readonly number[]
  /** Each word's place in the list of all. */
  readonly places: readonly number[]
}

/** Counts the words of one transcript, and of each of its speakers who has a page. */
export class SpeechTally {
  readonly #run: number
  /** In order of their first saying. */
  readonly #words: string[] = []
  readonly #all = new Tally()
  readonly #voices = new Map<string, Tally>()
  readonly #spoken = new Map<Paragraph, Spoken>()
  readonly #spellings = new Map<string, { readonly place: number; count: number }>()

  constructor() {
    runs += 1
    this.#run = runs
  }

  /** How many words the turn has, counted as everywhere in the house. */
  add({ speaker, paragraphs }: Turn): number {
    let words = 0
    const voice = speaker?.guest === undefined ? undefined : this.#voiceOf(speaker.key)
    for (const paragraph of paragraphs) {
      const text = spokenText(paragraph)
      reader.read(text)
      words += countSpoken(paragraph)
      this.#all.total += reader.found
      if (voice) voice.total += reader.found
      const begins: number[] = []
      const places: number[] = []
      if (voice) this.#spoken.set(paragraph, { text, begins, places })
      for (let at = 0; at < reader.found; at += 1) {
        const number = reader.numbers[at] ?? 0
        const place = this.#find(number) ?? this.#enter(number)
        if (place === COMMON) continue
        this.#all.add(place)
        if (voice) {
          voice.add(place)
          begins.push(reader.begins[at] ?? 0)
          places.push(place)
        }
        const end = reader.named[at] ?? 0
        if (end > 0) this.#spell(text.slice(reader.begins[at], end), place)
      }
    }
    return words
  }

  /** What was read of a speaker who has a page. */
  spoken(paragraph: Paragraph): Spoken | undefined {
    return this.#spoken.get(paragraph)
  }

  /** What a digest says of everybody's words. */
  all() {
    const spellings = [...this.#spellings]
    return {
      words: this.#words.join('\n'),
      counts: this.#all.counts.slice(0, this.#words.length),
      total: this.#all.total,
      spellings: spellings.map(([spelling]) => spelling).join('\n'),
      spelt: indexes(spellings.map(([, { place }]) => place)),
      spellingCounts: Uint16Array.from(spellings, ([, { count }]) => Math.min(MOST, count)),
    }
  }

  /** What a digest says of one speaker's words. */
  voice(key: string) {
    const { counts, total } = this.#voiceOf(key)
    const said: number[] = []
    for (let place = 0; place < counts.length; place += 1) if (counts[place]) said.push(place)
    return { words: indexes(said), counts: Uint16Array.from(said, at => counts[at] ?? 0), total }
  }

  #voiceOf(key: string): Tally {
    let voice = this.#voices.get(key)
    if (!voice) {
      voice = new Tally()
      this.#voices.set(key, voice)
    }
    return voice
  }

  /** Undefined for a word that this transcript has not said yet. */
  #find(number: number): number | undefined {
    const seen = lastRun[number]
    return seen === this.#run || seen === EVERY_RUN ? places[number] : undefined
  }

  #enter(number: number): number {
    for (let next = words.length; next <= number; next += 1) learn(next)
    if (lastRun[number] === EVERY_RUN) return COMMON
    lastRun[number] = this.#run
    places[number] = this.#words.push(words[number] ?? '') - 1
    return places[number] ?? COMMON
  }

  #spell(spelling: string, place: number): void {
    const known = this.#spellings.get(spelling)
    if (known) known.count += 1
    else this.#spellings.set(spelling, { place, count: 1 })
  }
}

/** How often each word is said by somebody. */
class Tally {
  counts = new Uint16Array(0)
  /** Common words too. */
  total = 0

  add(place: number): void {
    if (place >= this.counts.length) this.counts = widened(this.counts, place + 1)
    const count = this.counts[place] ?? 0
    if (count < MOST) this.counts[place] = count + 1
  }
}

/** What a count of 16 bits holds. */
const MOST = 65535

// One table of words serves all transcripts of a process, each for its own run, so that a word is
// made a string once. Its numbers never leave this file.
const lexicon = new Lexicon()
const reader = new WordReader(lexicon)
const words: string[] = []
let runs = 0
/** The last run in which each word was said, and its place in the list of that run. */
let lastRun = new Uint32Array(0)
let places = new Uint32Array(0)
const EVERY_RUN = 0xffffffff
const COMMON = 0xffffffff

/** Makes a word of the lexicon a string, and asks whether it is common. */
function learn(number: number): void {
  const word = lexicon.word(number)
  const common = COMMON_WORDS.has(word)
  words.push(word)
  lastRun = widened(lastRun, number + 1)
  places = widened(places, number + 1)
  lastRun[number] = common ? EVERY_RUN : 0
  places[number] = COMMON
}

/** What is said in a paragraph, sounds left out. */
function spokenText(paragraph: Paragraph): string {
  const [only, second] = paragraph
  if (only && !second) return only.sound ? '' : only.text
  let text = ''
  for (const segment of paragraph) {
    if (segment.sound) continue
    if (text !== '' && !segment.tight) text += ' '
    text += segment.text
  }
  return text
}

/** Words of the paragraph that was read last, segment by segment. */
function countSpoken(paragraph: Paragraph): number {
  let words = 0
  let offset = 0
  for (const { text, sound, tight } of paragraph) {
    if (sound) continue
    if (offset > 0 && !tight) offset += 1
    words += wordsIn(reader.units, offset, offset + text.length)
    offset += text.length
  }
  return words
}
