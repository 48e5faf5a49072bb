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
  episodes.forEach((episode, at) => {
    const own = terms.get(episode.slug) ?? []
    const norm = Math.hypot(...own.map(({ weight }) => weight)) || 1
    for (const { word, weight } of own) words.add(word, at, weight / norm)
    for (const { slug } of episode.topics) topics.add(slug, at, 1)
    for (const { guest } of guestsOf(episode)) guests.add(guest.slug, at, 1)
  })
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

/** What several episodes have in common, from both ends. */
class Shared<Key> {
  readonly #having = new Map<Key, Having>()
  readonly #of: { having: Having; weight: number }[][] = []

  add(key: Key, at: number, weight: number): void {
    let having = this.#having.get(key)
    if (!having) {
      having = { episodes: [], weights: [] }
      this.#having.set(key, having)
    }
    having.episodes.push(at)
    having.weights.push(weight)
    const of = this.#of[at]
    if (of) of.push({ having, weight })
    else this.#of[at] = [{ having, weight }]
  }

  /** For every episode that has something of this one's, the product of both weights. */
  addProducts(at: number, scores: Float64Array): void {
    for (const { having, weight } of this.#of[at] ?? []) {
      const { episodes, weights } = having
      for (let i = 0; i < episodes.length; i += 1) {
        const other = episodes[i] ?? 0
        scores[other] = (scores[other] ?? 0) + weight * (weights[i] ?? 0)
      }
    }
  }

  /** The same gain for all of them, the smaller the more they are. */
  addRarity(at: number, scores: Float64Array, gain: number): void {
    for (const { having } of this.#of[at] ?? []) {
      const each = gain / Math.log2(1 + having.episodes.length)
      for (const other of having.episodes) scores[other] = (scores[other] ?? 0) + each
    }
  }
}

/** The episodes that have one thing, and how much each. */
interface Having {
  readonly episodes: number[]
  readonly weights: number[]
}

/** The highest scores; of equal ones the newer episode's. */
function bestOf(scores: Float64Array, most: number, episodes: readonly Episode[]): number[] {
  const best: number[] = []
  let least = LEAST
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at] ?? 0
    if (score < least) continue
    const place = best.findIndex(other => {
      const rival = scores[other] ?? 0
      return rival < score || (rival === score && isNewer(episodes[at], episodes[other]))
    })
    if (place === -1 && best.length === most) continue
    best.splice(place === -1 ? best.length : place, 0, at)
    if (best.length > most) best.pop()
    if (best.length === most) least = Math.max(LEAST, scores[best.at(-1) ?? 0] ?? 0)
  }
  return best
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
