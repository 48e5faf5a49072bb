import type { Episode, Guest, Show } from '../model/show.ts'
import { Archive } from './archive.ts'
import type { Speech } from './digest.ts'
import { type Digests, type Filed, UNKEPT_DIGESTS } from './digests.ts'
import { distinctiveWords, favouriteWords, type Said, type Term } from './distinctive.ts'
import { chooseQuotes, type Quote, type Weigh } from './quotes.ts'
import { type Related, relatedEpisodes } from './related.ts'
import type { Share } from './speaking.ts'

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
 * is first asked for, from the digests of transcripts and never from their turns.
 */
export class Survey {
  readonly digests: Digests
  readonly #show: Show
  #archive: Archive | undefined
  #terms: ReadonlyMap<string, readonly Term[]> | undefined
  #related: ReadonlyMap<string, readonly Related[]> | undefined
  #appearances: ReadonlyMap<string, readonly Appearance[]> | undefined

  constructor(show: Show, digests: Digests = UNKEPT_DIGESTS) {
    this.#show = show
    this.digests = digests
  }

  /** What is known of an episode's own transcript. */
  digest({ transcript, duration }: Episode): Filed | undefined {
    return transcript && this.digests.of(transcript, duration)
  }

  /** Where a person speaks, newest first. */
  appearances(guest: Guest): readonly Appearance[] {
    this.#appearances ??= this.#gatherAppearances()
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
    const said = this.appearances(guest).flatMap(({ episode }) => this.#said(guest, episode))
    return favouriteWords(this.#wholeArchive(), said, most, namesIn(this.#castOf(guest)))
  }

  /** The strongest passages of a person, best first, no two from one turn, spread over episodes. */
  quotes(guest: Guest, most: number): readonly GuestQuote[] {
    const archive = this.#wholeArchive()
    const found = this.appearances(guest)
      .slice(0, QUOTED_EPISODES)
      .flatMap(({ episode }) =>
        this.#said(guest, episode).flatMap(({ speech, voice }) =>
          chooseQuotes(voice.passages, weigher(archive, speech))
            .slice(0, most)
            // One more from the same episode has to be better than one from another.
            .map((quote, at) => ({ ...quote, episode, score: quote.score * 0.8 ** at })),
        ),
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
      const archive = this.#wholeArchive()
      const terms = this.#show.episodes.map((episode): [string, readonly Term[]] => {
        const digest = this.digest(episode)
        const names = namesIn(episode.cast.map(({ guest }) => guest))
        const { slug } = episode
        return [slug, digest ? distinctiveWords(archive, digest.speech, COMPARED_WORDS, names) : []]
      })
      this.#terms = new Map(terms)
    }
    return this.#terms
  }

  #wholeArchive(): Archive {
    if (!this.#archive) {
      const digests = this.#show.episodes.flatMap(episode => this.digest(episode) ?? [])
      const speeches = digests.map(({ speech }) => speech)
      this.#archive = new Archive(speeches, this.digests.lexicon)
    }
    return this.#archive
  }

  /** What a person says in an episode, if anything. */
  #said(guest: Guest, episode: Episode): Said[] {
    const speech = this.digest(episode)?.speech
    const voice = speech?.voices.find(({ key }) => key === guest.slug)
    return speech && voice ? [{ speech, voice }] : []
  }

  #castOf(guest: Guest): Guest[] {
    return [guest, ...this.partners(guest).map(partner => partner.guest)]
  }

  #gatherAppearances(): Map<string, Appearance[]> {
    const all = new Map<string, Appearance[]>()
    for (const episode of this.#show.episodes) {
      const shares = this.digest(episode)?.shares ?? []
      const roles = new Map(episode.cast.map(({ guest, role }) => [guest.slug, role]))
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
}

/** The names people are called by, in small letters. */
function namesIn(guests: readonly Guest[]): Set<string> {
  const names = guests.flatMap(({ name, aliases }) => [name, ...aliases])
  return new Set(names.flatMap(name => name.toLowerCase().split(/[\s-]+/)))
}

/** A single rare word makes no passage. */
const MOST_TELLING = 2.5

function weigher({ weights }: Archive, { words }: Speech<Uint32Array>): Weigh {
  return telling => {
    let sum = 0
    for (const place of telling) sum += Math.min(MOST_TELLING, weights[words[place] ?? 0] ?? 0)
    return sum
  }
}
