import type { Episode, Guest, Show } from '../model/show.ts'
import { distinctiveWords, favouriteWords, type Term, telling } from './distinctive.ts'
import { findQuotes, type Quote, type Weigh } from './quotes.ts'
import { type Related, relatedEpisodes } from './related.ts'
import { type Share, speakingShares } from './speaking.ts'
import { countWords, type WordCounts } from './wordCounts.ts'

/** One person in one episode. */
export interface Appearance {
  readonly episode: Episode
  readonly role: 'host' | 'guest'
  /** Undefined where there is no transcript, or the person has no words in it. */
  readonly share?: Share
}

export interface Partner {
  readonly guest: Guest
  readonly episodes: number
}

export interface GuestQuote extends Quote {
  readonly episode: Episode
}

/** Quotes are looked for in this many of a person's latest episodes: a host may be in a thousand. */
const QUOTED_EPISODES = 8

/** Words by which episodes are compared. */
const COMPARED_WORDS = 40

/**
 * What can be worked out about a show from what is said in it. Each answer is worked out when it
 * is first asked for, and the words of the archive are counted once.
 */
export class Survey {
  readonly #show: Show
  #counted: { words: WordCounts; weights: Float32Array } | undefined
  #terms: ReadonlyMap<string, readonly Term[]> | undefined
  #related: ReadonlyMap<string, readonly Related[]> | undefined
  #appearances: ReadonlyMap<string, readonly Appearance[]> | undefined

  constructor(show: Show) {
    this.#show = show
  }

  /** Where a person speaks, newest first. */
  appearances(guest: Guest): readonly Appearance[] {
    this.#appearances ??= gatherAppearances(this.#show.episodes)
    return this.#appearances.get(guest.slug) ?? []
  }

  /** The words an episode is about, the most telling first. */
  terms(episode: Episode): readonly Term[] {
    return this.#allTerms().get(episode.slug) ?? []
  }

  /** What to hear after an episode, and why. */
  related(episode: Episode): readonly Related[] {
    this.#related ??= relatedEpisodes(this.#show.episodes, this.#allTerms(), 3)
    return this.#related.get(episode.slug) ?? []
  }

  /** The words a person uses more than the others do. */
  favourites(guest: Guest, most: number): readonly Term[] {
    const { words, weights } = this.#count()
    if (words.speakers.size < 2) return []
    return favouriteWords(words, weights, guest.slug, most, namesIn(this.#castOf(guest)))
  }

  /** The strongest passages of a person, best first, no two from one turn, spread over episodes. */
  quotes(guest: Guest, most: number): readonly GuestQuote[] {
    const { words, weights } = this.#count()
    const weigh = weigher(words, weights)
    const found = this.appearances(guest)
      .slice(0, QUOTED_EPISODES)
      .flatMap(({ episode }) =>
        episode.transcript
          ? findQuotes(episode.transcript, guest.slug, weigh)
              .slice(0, most)
              // One more from the same episode has to be better than one from another.
              .map((quote, at) => ({ ...quote, episode, score: quote.score * 0.8 ** at }))
          : [],
      )
    return found.sort((a, b) => b.score - a.score).slice(0, most)
  }

  /** Who a person shares episodes with, most often first. */
  partners(guest: Guest): readonly Partner[] {
    const partners = new Map<string, { guest: Guest; episodes: number }>()
    for (const { episode } of this.appearances(guest)) {
      for (const { guest: other } of episode.cast) {
        if (other.slug === guest.slug) continue
        const known = partners.get(other.slug)
        if (known) known.episodes += 1
        else partners.set(other.slug, { guest: other, episodes: 1 })
      }
    }
    return [...partners.values()].sort((a, b) => b.episodes - a.episodes)
  }

  #allTerms(): ReadonlyMap<string, readonly Term[]> {
    if (!this.#terms) {
      const { words, weights } = this.#count()
      const terms = this.#show.episodes.map(({ slug, cast }): [string, readonly Term[]] => {
        const counts = words.episodes.get(slug)
        const names = namesIn(cast.map(({ guest }) => guest))
        return [slug, counts ? distinctiveWords(words, weights, counts, COMPARED_WORDS, names) : []]
      })
      this.#terms = new Map(terms)
    }
    return this.#terms
  }

  #count(): { words: WordCounts; weights: Float32Array } {
    if (!this.#counted) {
      const words = countWords(this.#show)
      this.#counted = { words, weights: telling(words) }
    }
    return this.#counted
  }

  #castOf(guest: Guest): Guest[] {
    return [guest, ...this.partners(guest).map(partner => partner.guest)]
  }
}

function gatherAppearances(episodes: readonly Episode[]): Map<string, Appearance[]> {
  const all = new Map<string, Appearance[]>()
  for (const episode of episodes) {
    const { cast, transcript, duration } = episode
    const shares = transcript ? speakingShares(transcript, duration) : []
    const roles = new Map(cast.map(({ guest, role }) => [guest.slug, role]))
    // Somebody may speak without being announced.
    for (const { speaker } of shares) {
      if (speaker?.guest && !roles.has(speaker.guest)) {
        roles.set(speaker.guest, speaker.role ?? 'guest')
      }
    }
    for (const [slug, role] of roles) {
      const share = shares.find(({ speaker }) => speaker?.key === slug)
      const known = all.get(slug) ?? []
      all.set(slug, known)
      known.push({ episode, role, ...(share ? { share } : {}) })
    }
  }
  return all
}

/** The names people are called by, in small letters. */
function namesIn(guests: readonly Guest[]): Set<string> {
  const names = guests.flatMap(({ name, aliases }) => [name, ...aliases])
  return new Set(names.flatMap(name => name.toLowerCase().split(/[\s-]+/)))
}

function weigher({ vocabulary }: WordCounts, weights: Float32Array): Weigh {
  return text => {
    let sum = 0
    const seen = new Set<number>()
    vocabulary.read(text, word => {
      if (!seen.has(word)) sum += Math.min(2.5, weights[word] ?? 0)
      seen.add(word)
    })
    return { telling: sum, words: text.split(/\s+/).length }
  }
}
