import type { Episode, Guest, Topic } from '../model/show.ts'
import type { Term } from './distinctive.ts'

/** An episode that goes well after another, and why. */
export interface Related {
  readonly episode: Episode
  /** Words both are about, the most telling first. */
  readonly words: readonly string[]
  readonly topics: readonly Topic[]
  /** Guests of both, hosts left out: they are in every episode. */
  readonly guests: readonly Guest[]
}

/**
 * For each episode the ones most like it: by the distinctive words they share (the cosine of their
 * weights), by topics, the rarer the better, and by guests. An index from words to episodes keeps
 * this quick: two thousand episodes of forty words compare in a tenth of a second.
 */
export function relatedEpisodes(
  episodes: readonly Episode[],
  terms: ReadonlyMap<string, readonly Term[]>,
  most: number,
): ReadonlyMap<string, readonly Related[]> {
  const words = new Shared<number>()
  const topics = new Shared<string>()
  const guests = new Shared<string>()
  for (const episode of episodes) {
    const own = terms.get(episode.slug) ?? []
    const norm = Math.hypot(...own.map(({ weight }) => weight)) || 1
    words.add(own.map(({ word, weight }) => [word, weight / norm]))
    topics.add(episode.topics.map(({ slug }) => [slug, 1]))
    guests.add(guestsOf(episode).map(({ guest }) => [guest.slug, 1]))
  }
  const scores = new Float64Array(episodes.length)
  const profiles = episodes.map(episode => profileOf(episode, terms.get(episode.slug) ?? []))
  return new Map(
    profiles.map((profile, at) => {
      scores.fill(0)
      words.addProducts(at, scores)
      topics.addRarity(at, scores, 0.12)
      guests.addRarity(at, scores, 0.3)
      scores[at] = 0
      const best = bestOf(scores, most, episodes)
      return [profile.episode.slug, best.flatMap(it => explain(profile, profiles[it]))]
    }),
  )
}

/**
 * What several episodes have in common, from both ends. Its lists are flat, because in a large show
 * millions of numbers are multiplied: `holders[i]` has something with `weights[i]`.
 */
class Shared<Key> {
  readonly #numbers = new Map<Key, number>()
  /** What was added, episode by episode: each thing's number, and how much of it there is. */
  readonly #things: number[] = []
  readonly #weights: number[] = []
  /** Where the things of each episode end. */
  readonly #ends: number[] = []
  #holding: Holding | undefined

  /** Adds what the next episode has. */
  add(all: readonly (readonly [key: Key, weight: number])[]): void {
    for (const [key, weight] of all) {
      let number = this.#numbers.get(key)
      if (number === undefined) {
        number = this.#numbers.size
        this.#numbers.set(key, number)
      }
      this.#things.push(number)
      this.#weights.push(weight)
    }
    this.#ends.push(this.#things.length)
  }

  /** For every episode that has something of this one's, the product of both weights. */
  addProducts(at: number, scores: Float64Array): void {
    const { holders, weights, ends } = this.#byThing()
    for (let i = this.#ends[at - 1] ?? 0; i < (this.#ends[at] ?? 0); i += 1) {
      const thing = this.#things[i] ?? 0
      const weight = this.#weights[i] ?? 0
      const end = ends[thing] ?? 0
      for (let j = ends[thing - 1] ?? 0; j < end; j += 1) {
        const other = holders[j] ?? 0
        scores[other] = (scores[other] ?? 0) + weight * (weights[j] ?? 0)
      }
    }
  }

  /** The same gain for all of them, the smaller the more they are. */
  addRarity(at: number, scores: Float64Array, gain: number): void {
    const { holders, ends } = this.#byThing()
    for (let i = this.#ends[at - 1] ?? 0; i < (this.#ends[at] ?? 0); i += 1) {
      const thing = this.#things[i] ?? 0
      const having = holders.subarray(ends[thing - 1] ?? 0, ends[thing])
      const each = gain / Math.log2(1 + having.length)
      for (const other of having) scores[other] = (scores[other] ?? 0) + each
    }
  }

  #byThing(): Holding {
    this.#holding ??= this.#turnAround()
    return this.#holding
  }

  #turnAround(): Holding {
    const ends = new Uint32Array(this.#numbers.size)
    for (const thing of this.#things) ends[thing] = (ends[thing] ?? 0) + 1
    for (let thing = 1; thing < ends.length; thing += 1) {
      ends[thing] = (ends[thing] ?? 0) + (ends[thing - 1] ?? 0)
    }
    const filled = Uint32Array.from(ends, (_, thing) => ends[thing - 1] ?? 0)
    const holders = new Uint32Array(this.#things.length)
    const weights = new Float64Array(this.#things.length)
    let episode = 0
    this.#things.forEach((thing, i) => {
      while (i >= (this.#ends[episode] ?? 0)) episode += 1
      const place = filled[thing] ?? 0
      filled[thing] = place + 1
      holders[place] = episode
      weights[place] = this.#weights[i] ?? 0
    })
    return { holders, weights, ends }
  }
}

/** For each thing the episodes that have it, in their order, up to its end. */
interface Holding {
  readonly holders: Uint32Array
  readonly weights: Float64Array
  readonly ends: Uint32Array
}

/** The highest scores; of equal ones the newer episode's. */
function bestOf(scores: Float64Array, most: number, episodes: readonly Episode[]): number[] {
  const best: number[] = []
  let least = LEAST
  for (let at = 0; at < scores.length; at += 1) {
    if ((scores[at] ?? 0) < least) continue
    let place = best.length
    while (place > 0 && isBetter(at, best[place - 1] ?? 0, scores, episodes)) place -= 1
    if (place === most) continue
    best.splice(place, 0, at)
    if (best.length > most) best.pop()
    if (best.length === most) least = Math.max(LEAST, scores[best.at(-1) ?? 0] ?? 0)
  }
  return best
}

function isBetter(
  one: number,
  other: number,
  scores: Float64Array,
  episodes: readonly Episode[],
): boolean {
  const more = (scores[one] ?? 0) - (scores[other] ?? 0)
  return more > 0 || (more === 0 && isNewer(episodes[one], episodes[other]))
}

/** What is less alike than this has nothing to do with it. */
const LEAST = 0.03

function isNewer(a: Episode | undefined, b: Episode | undefined): boolean {
  if (!a || !b) return false
  return a.date === b.date ? a.slug < b.slug : a.date > b.date
}

/** What an episode can have in common with others, ready to be looked up. */
interface Profile {
  readonly episode: Episode
  readonly terms: readonly Term[]
  readonly weights: ReadonlyMap<number, number>
}

function profileOf(episode: Episode, terms: readonly Term[]): Profile {
  return { episode, terms, weights: new Map(terms.map(({ word, weight }) => [word, weight])) }
}

function explain({ episode, terms }: Profile, other: Profile | undefined): Related[] {
  if (!other) return []
  const words = terms
    .filter(({ word }) => other.weights.has(word))
    .map(({ word, text, weight }) => ({ text, weight: weight * (other.weights.get(word) ?? 0) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ text }) => text)
  const otherTopics = new Set(other.episode.topics.map(({ slug }) => slug))
  const otherGuests = new Set(guestsOf(other.episode).map(({ guest }) => guest.slug))
  const topics = episode.topics.filter(({ slug }) => otherTopics.has(slug))
  const guests = guestsOf(episode)
    .map(({ guest }) => guest)
    .filter(({ slug }) => otherGuests.has(slug))
  // Nothing that could be said to a reader is no reason to send them there.
  if (words.length + topics.length + guests.length === 0) return []
  return [{ episode: other.episode, words, topics, guests }]
}

function guestsOf({ cast }: Episode) {
  return cast.filter(({ role }) => role === 'guest')
}
