import type { JsonCache } from '../cache/jsonCache.ts'
import { LastFew } from '../cache/lastFew.ts'
import type { Chapter, Guest } from '../model/show.ts'
import type { Seconds } from '../model/time.ts'
import type { Transcript } from '../model/transcript.ts'
import type { Findings } from './findings.ts'
import {
  hashOf,
  type Known,
  knownOf,
  makeTranscript,
  recipeOf,
  stillHolds,
  type TranscriptContext,
  type TranscriptRecipe,
} from './transcriptRecipe.ts'
import type { TranscriptRef } from './transcriptRefs.ts'

/** A transcript with what can be known of it without reading it again. */
export interface ReadTranscript {
  readonly transcript: Transcript
  /** From the file's headings. */
  readonly chapters: readonly Chapter[]
  /** Seconds; its last exact time. */
  readonly end?: Seconds
  /** How it begins, as a hash; undefined for a transcript of few words. */
  readonly opening?: string
}

/** What is remembered of transcripts, and who reads those that nobody remembers. */
export interface TranscriptMemory {
  /** Between builds, by the keys of recipes. */
  readonly cache: JsonCache
  /** While a process reads the same show again and again: the very values, with their turns. */
  readonly kept?: Map<string, ReadTranscript> | undefined
  readonly readers?: Readers | undefined
}

/** Read many transcripts at once, in other threads. */
export interface Readers {
  /** What each recipe makes, in their order; undefined where they are too few for that. */
  readAll(
    recipes: readonly TranscriptRecipe[],
    guests: readonly Guest[],
  ): Promise<readonly Known[] | undefined>
  /** Told what each transcript of the show is made from. */
  know(hash: string, recipe: TranscriptRecipe): void
}

/**
 * The transcripts of one reading of a show: first all are asked for, then those that nobody
 * remembers are read, all together, then each can be taken. Its turns are read only when somebody
 * looks at them: in a large show, a second build looks at few.
 */
export class Transcripts {
  readonly #root: string
  readonly #guests: readonly Guest[]
  readonly #memory: TranscriptMemory
  readonly #unread = new Map<string, TranscriptRecipe>()
  /** Turns of transcripts that were read here and now, so that nobody has to do it twice. */
  readonly #read = new Map<string, Transcript['items']>()
  /** Turns that were read once more because somebody looked at them: the last few. */
  readonly #reread = new LastFew<Transcript['items']>(FEW)

  constructor(root: string, guests: readonly Guest[], memory: TranscriptMemory) {
    this.#root = root
    this.#guests = guests
    this.#memory = memory
  }

  ask(ref: TranscriptRef, context: TranscriptContext): TranscriptRecipe {
    const recipe = recipeOf(this.#root, ref, context, this.#memory.cache)
    const known = this.#memory.cache.find<Known>(recipe.key)
    if (!known || !stillHolds(known, this.#guests)) this.#unread.set(recipe.key, recipe)
    return recipe
  }

  async readUnknown(): Promise<void> {
    const recipes = [...this.#unread.values()]
    const { cache, readers } = this.#memory
    const found =
      (await readers?.readAll(recipes, this.#guests)) ??
      recipes.map(recipe => this.#readHere(recipe))
    recipes.forEach(({ key }, at) => {
      cache.put(key, found[at])
    })
    this.#unread.clear()
  }

  /** Problems of the transcript go to `findings`. */
  take(recipe: TranscriptRecipe, findings: Findings): ReadTranscript {
    const known = this.#memory.cache.find<Known>(recipe.key)
    if (!known) throw new Error(`${recipe.ref.file} was asked for and not read`)
    findings.add(...known.problems)
    const hash = hashOf(recipe, known)
    this.#memory.readers?.know(hash, recipe)
    const before = this.#memory.kept?.get(hash)
    if (before) return before
    const read = this.#lazily(recipe, known, hash)
    this.#memory.kept?.set(hash, read)
    return read
  }

  #readHere(recipe: TranscriptRecipe): Known {
    const resolved = makeTranscript(this.#root, recipe, this.#guests)
    // Who wants no estimates wants no turns, and two thousand transcripts of them fill a memory.
    if (recipe.estimates) this.#read.set(recipe.key, resolved.transcript.items)
    return knownOf(resolved)
  }

  #lazily(recipe: TranscriptRecipe, known: Known, hash: string): ReadTranscript {
    const { language, format, speakers, chapters, end, opening } = known
    const here = this.#read.get(recipe.key)
    const items = () => here ?? this.#readAgain(recipe)
    return {
      transcript: {
        language,
        format,
        file: recipe.ref.file,
        hash,
        speakers,
        get items() {
          return items()
        },
      },
      chapters,
      ...(end !== undefined && { end }),
      ...(opening !== undefined && { opening }),
    }
  }

  #readAgain(recipe: TranscriptRecipe): Transcript['items'] {
    return this.#reread.get(
      recipe.key,
      () => makeTranscript(this.#root, recipe, this.#guests).transcript.items,
    )
  }
}

/** What a part of the search index or a handful of pages looks at together. */
const FEW = 64
