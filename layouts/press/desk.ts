import { keepFile } from '../../scripts/cache/keptFiles.ts'
import type { Look } from '../../scripts/cache/look.ts'
import type { SiteFolder } from '../../scripts/cache/siteFolder.ts'
import {
  hashOf,
  type Known,
  knownOf,
  makeTranscript,
  type TranscriptRecipe,
} from '../../scripts/content/transcriptRecipe.ts'
import { type Digest, digestOf } from '../../scripts/insight/digest.ts'
import type { Guest } from '../../scripts/model/show.ts'
import type { Transcript } from '../../scripts/model/transcript.ts'
import { type Maker, makeOf } from './ofTranscript.ts'

/** What is found in a transcript when it is read. */
export interface Finding {
  /** Names the transcript. */
  readonly hash: string
  readonly known: Known
  readonly digest: Digest
}

/** One text of a transcript to be made, kept and published. */
export interface Order {
  readonly maker: Maker
  readonly plain: unknown
  /** Names everything that the text is made of. */
  readonly key: string
  /** Its path in the site. */
  readonly file: string
}

export type Kept = readonly [key: string, look: Look]

/**
 * Transcripts lie here open between being read and being printed, so that each is read once. All
 * that it takes and gives is plain, because it may stand in another thread.
 */
export class Desk {
  readonly #content: string
  readonly #cache: string
  readonly #site: SiteFolder
  readonly #open = new Map<string, Transcript>()

  /**
   * @param content the content folder
   * @param cache where finished files are kept
   */
  constructor(content: string, cache: string, site: SiteFolder) {
    this.#content = content
    this.#cache = cache
    this.#site = site
  }

  read(recipe: TranscriptRecipe, guests: readonly Guest[]): Finding {
    const resolved = makeTranscript(this.#content, recipe, guests)
    const known = knownOf(resolved)
    const hash = hashOf(recipe, known)
    this.#open.set(hash, resolved.transcript)
    return { hash, known, digest: digestOf(resolved.transcript, recipe.duration) }
  }

  /** Makes files of one transcript, and says which could be kept. */
  print(
    hash: string,
    recipe: TranscriptRecipe,
    guests: readonly Guest[],
    orders: readonly Order[],
  ): Kept[] {
    const transcript =
      this.#open.get(hash) ?? makeTranscript(this.#content, recipe, guests).transcript
    this.#open.delete(hash)
    return orders.flatMap(({ maker, plain, key, file }): Kept[] => {
      const text = makeOf(transcript, maker, plain)
      const look = keepFile(this.#cache, key, text, this.#site, file)
      return look ? [[key, look]] : []
    })
  }
}
