import type { Show } from '../model/show.ts'
import type { Transcript } from '../model/transcript.ts'
import { Vocabulary } from './vocabulary.ts'

/** How often each word is said in one place: numbers of words, ascending, and their counts. */
export interface Counts {
  readonly words: Uint32Array
  readonly counts: Uint16Array
  readonly total: number
}

/** Who says which words how often, in a whole archive. */
export interface WordCounts {
  readonly vocabulary: Vocabulary
  /** By the episode's slug. */
  readonly episodes: ReadonlyMap<string, Counts>
  /** By the speaker's key, one for each episode they speak in. */
  readonly speakers: ReadonlyMap<string, readonly Counts[]>
  /** In how many episodes each word is said. */
  readonly spread: Uint32Array
}

// A transcript that is read again, as `npm start` does at every change, is not counted again. Its
// counts are numbers of words, so all shows of a process share one vocabulary.
const vocabulary = new Vocabulary()
const counted = new WeakMap<Transcript, ReadonlyMap<string, Counts>>()

/** Reads every transcript of a show once. */
export function countWords(show: Pick<Show, 'episodes'>): WordCounts {
  const tally = new Tally()
  const episodes = new Map<string, Counts>()
  const speakers = new Map<string, Counts[]>()
  for (const { slug, transcript } of show.episodes) {
    if (!transcript) continue
    for (const [key, counts] of countSpeakers(transcript)) {
      const said = speakers.get(key)
      if (said) said.push(counts)
      else speakers.set(key, [counts])
      tally.addAll(counts)
    }
    episodes.set(slug, tally.take())
  }
  const spread = new Uint32Array(vocabulary.size)
  for (const { words } of episodes.values()) {
    for (const word of words) spread[word] = (spread[word] ?? 0) + 1
  }
  return { vocabulary, episodes, speakers, spread }
}

/** Several counts as one. */
export function sumCounts(all: readonly Counts[]): Counts {
  const [only, second] = all
  if (only && !second) return only
  const tally = new Tally()
  for (const counts of all) tally.addAll(counts)
  return tally.take()
}

function countSpeakers(transcript: Transcript): ReadonlyMap<string, Counts> {
  const known = counted.get(transcript)
  if (known) return known
  const texts = new Map<string, string[]>()
  for (const item of transcript.items) {
    if (item.kind !== 'turn') continue
    const key = item.speaker?.key ?? ''
    const said = texts.get(key) ?? []
    texts.set(key, said)
    for (const paragraph of item.paragraphs) {
      for (const { text, sound } of paragraph) if (!sound) said.push(text)
    }
  }
  const tally = new Tally()
  const add = (word: number) => tally.add(word, 1)
  const counts = new Map<string, Counts>()
  for (const [key, said] of texts) {
    for (const text of said) vocabulary.read(text, add)
    counts.set(key, tally.take())
  }
  counted.set(transcript, counts)
  return counts
}

/** Counts into one array that is used again and again, and forgets only what it touched. */
class Tally {
  #counts = new Uint32Array(1 << 16)
  #touched: number[] = []

  add(word: number, count: number): void {
    if (word >= this.#counts.length) {
      const wider = new Uint32Array(Math.max(word + 1, this.#counts.length * 2))
      wider.set(this.#counts)
      this.#counts = wider
    }
    if (this.#counts[word] === 0) this.#touched.push(word)
    this.#counts[word] = (this.#counts[word] ?? 0) + count
  }

  addAll({ words, counts }: Counts): void {
    for (let at = 0; at < words.length; at += 1) this.add(words[at] ?? 0, counts[at] ?? 0)
  }

  take(): Counts {
    const words = Uint32Array.from(this.#touched).sort()
    const counts = new Uint16Array(words.length)
    let total = 0
    words.forEach((word, at) => {
      const count = this.#counts[word] ?? 0
      counts[at] = Math.min(65535, count)
      total += count
      this.#counts[word] = 0
    })
    this.#touched = []
    return { words, counts, total }
  }
}
