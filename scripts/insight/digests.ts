import { packValue, unpackValue } from '../cache/keptValue.ts'
import type { Show } from '../model/show.ts'
import type { Seconds } from '../model/time.ts'
import type { Transcript } from '../model/transcript.ts'
import { type Digest, digestOf } from './digest.ts'
import { type Kept, type Packed, pack, packAll, unpack, unpackAll } from './keptDigests.ts'
import { Lexicon } from './lexicon.ts'

/** Everything, and what was made since that was saved. */
export interface SavedDigests {
  readonly all?: Buffer | undefined
  readonly more?: Buffer | undefined
}

/** Digests that were made later, by their keys, after the name of those that they add to. */
type Later = readonly [base: number, digests: readonly (readonly [key: string, Digest])[]]

/** More than these are saved with the rest. */
const MOST_LATER = 64

/** A digest whose words are numbers of a lexicon, so that archives of them add up quickly. */
export type Filed = Digest<Uint32Array>

/**
 * The digests of a show's transcripts: those of an earlier build, those that worker threads made,
 * and those that are made here because somebody asks. Their words are numbered in the order in
 * which they come, so no answer may depend on a number.
 */
export class Digests {
  readonly lexicon: Lexicon
  /** As they were kept: unpacked when somebody asks. */
  readonly #kept: ReadonlyMap<string, Packed>
  readonly #added = new Map<string, Filed>()
  /** Names what was saved as a whole. */
  #base: number | undefined
  /** A preview reads its show again and again, and most transcripts are the very same values. */
  readonly #known = new WeakMap<Transcript, { duration: Seconds | undefined; digest: Filed }>()

  constructor({ lexicon, kept }: Kept = { lexicon: new Lexicon(), kept: new Map() }) {
    this.lexicon = lexicon
    this.#kept = kept
  }

  /** What an earlier build has saved; without any, or when it was damaged, nothing is known. */
  static load({ all, more }: SavedDigests = {}): Digests {
    const kept = all && unpackAll(all)
    const digests = new Digests(kept)
    if (!kept) return digests
    digests.#base = all.readUInt32LE()
    const [base, later] = (more && unpackValue<Later>(more)) ?? []
    if (base !== digests.#base || !later) return digests
    for (const [key, digest] of later) digests.#added.set(key, digests.#file(digest))
    return digests
  }

  /** Whether a transcript of this hash needs no reading. */
  has(hash: string, duration?: Seconds): boolean {
    const key = keyOf(hash, duration)
    return this.#added.has(key) || this.#kept.has(key)
  }

  /** Takes a digest that was made elsewhere. */
  add(hash: string, duration: Seconds | undefined, digest: Digest): void {
    this.#added.set(keyOf(hash, duration), this.#file(digest))
  }

  of(transcript: Transcript, duration?: Seconds): Filed {
    const known = this.#known.get(transcript)
    if (known && known.duration === duration) return known.digest
    const digest = this.#find(transcript, duration) ?? this.#file(digestOf(transcript, duration))
    this.#known.set(transcript, { duration, digest })
    return digest
  }

  /**
   * What is known of a show's transcripts, for the next build; undefined when it has that already.
   * What is little beside the rest is saved by itself: a large show has twenty megabytes.
   */
  save({ episodes }: Pick<Show, 'episodes'>): SavedDigests | undefined {
    const used = new Set<string>()
    const later = new Map<string, Filed>()
    for (const { transcript, translations, duration } of episodes) {
      for (const one of transcript ? [transcript, ...translations] : translations) {
        if (one.hash === undefined) continue
        const key = keyOf(one.hash, duration)
        const known = this.#known.get(one)
        const made = this.#added.get(key) ?? (known?.duration === duration ? known?.digest : null)
        if (this.#kept.has(key)) used.add(key)
        else if (made) later.set(key, made)
      }
    }
    const unused = this.#kept.size - used.size
    if (later.size + unused === 0) return undefined
    const few = Math.min(MOST_LATER, this.#kept.size / 16)
    if (this.#base !== undefined && later.size <= few && unused <= few) {
      const plain = [...later].map(([key, digest]) => [key, this.#plain(digest)] as const)
      return { more: packValue([this.#base, plain] satisfies Later) }
    }
    const packed = [...later].map(([key, digest]) => [key, pack(digest)] as const)
    const kept = [...used].flatMap(key => {
      const digest = this.#kept.get(key)
      return digest ? [[key, digest] as const] : []
    })
    return { all: packAll(new Map([...kept, ...packed]), this.lexicon) }
  }

  #find({ hash }: Transcript, duration: Seconds | undefined): Filed | undefined {
    if (hash === undefined) return undefined
    const key = keyOf(hash, duration)
    const packed = this.#kept.get(key)
    return this.#added.get(key) ?? (packed && unpack(packed))
  }

  /** The counterpart of `#file`. */
  #plain({ speech, ...digest }: Filed): Digest {
    const { words, spellings, voices, ...counts } = speech
    const list = (numbers: Uint32Array) =>
      Array.from(numbers, number => this.lexicon.word(number)).join('\n')
    return {
      ...digest,
      speech: {
        ...counts,
        words: list(words),
        spellings: list(spellings),
        voices: voices.map(voice => ({ ...voice, passages: voice.passages })),
      },
    }
  }

  #file(digest: Digest): Filed {
    const { words, spellings, ...speech } = digest.speech
    return {
      ...digest,
      speech: {
        ...speech,
        words: this.lexicon.numbersOf(words),
        spellings: this.lexicon.numbersOf(spellings),
      },
    }
  }
}

/** Digests of this process only, for whoever keeps none. */
export const UNKEPT_DIGESTS = new Digests()

function keyOf(hash: string, duration: Seconds | undefined): string {
  return `${hash} ${duration ?? ''}`
}
