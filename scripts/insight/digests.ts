import type { Show } from '../model/show.ts'
import type { Seconds } from '../model/time.ts'
import type { Transcript } from '../model/transcript.ts'
import { type Digest, digestOf } from './digest.ts'
import { type Kept, type Packed, pack, packAll, unpack, unpackAll } from './keptDigests.ts'
import { Lexicon } from './lexicon.ts'

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
  /** A preview reads its show again and again, and most transcripts are the very same values. */
  readonly #known = new WeakMap<Transcript, { duration: Seconds | undefined; digest: Filed }>()

  constructor({ lexicon, kept }: Kept = { lexicon: new Lexicon(), kept: new Map() }) {
    this.lexicon = lexicon
    this.#kept = kept
  }

  /** What an earlier build has saved; without any, or when it was damaged, nothing is known. */
  static load(saved: Buffer | undefined): Digests {
    return new Digests(saved && unpackAll(saved))
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

  /** What is known of a show's transcripts, for the next build; undefined when it has that already. */
  save({ episodes }: Pick<Show, 'episodes'>): Buffer | undefined {
    const used = new Map<string, Packed>()
    for (const { transcript, translations, duration } of episodes) {
      for (const one of transcript ? [transcript, ...translations] : translations) {
        if (one.hash === undefined) continue
        const key = keyOf(one.hash, duration)
        const known = this.#known.get(one)
        const made = this.#added.get(key) ?? (known?.duration === duration ? known?.digest : null)
        const packed = this.#kept.get(key) ?? (made && pack(made))
        if (packed) used.set(key, packed)
      }
    }
    const same = used.size === this.#kept.size && [...used.keys()].every(it => this.#kept.has(it))
    return same ? undefined : packAll(used, this.lexicon)
  }

  #find({ hash }: Transcript, duration: Seconds | undefined): Filed | undefined {
    if (hash === undefined) return undefined
    const key = keyOf(hash, duration)
    const packed = this.#kept.get(key)
    return this.#added.get(key) ?? (packed && unpack(packed))
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
