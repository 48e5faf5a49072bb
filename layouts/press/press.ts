import { hash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { codeVersion } from '../../scripts/cache/codeVersion.ts'
import { KeptFiles } from '../../scripts/cache/keptFiles.ts'
import type { SiteFolder } from '../../scripts/cache/siteFolder.ts'
import type { Known, TranscriptRecipe } from '../../scripts/content/transcriptRecipe.ts'
import type { Digests } from '../../scripts/insight/digests.ts'
import type { Guest } from '../../scripts/model/show.ts'
import type { Transcript } from '../../scripts/model/transcript.ts'
import { Thread } from '../../scripts/threads/thread.ts'
import type { Order } from './desk.ts'
import { make, makeOf, type OfTranscript, type Text } from './ofTranscript.ts'
import type { Answer, Task, Workplace } from './thread.ts'

export interface PressOptions {
  /** The content folder. */
  readonly content: string
  readonly site: SiteFolder
  /** Where finished files are kept between builds; may be deleted at any time. */
  readonly cache: string
  /** Where other threads put what they find in transcripts. */
  readonly digests: Digests
  /** For so few transcripts no thread is worth its start, which takes a second in each. */
  readonly few?: number
}

/** Recipes that a thread is given at once: few, so that all threads are done at one time. */
const BATCH = 6

/** More threads would wait for one disk. */
const MOST = 6

/**
 * Prints what is made of transcripts: links the files that are kept from an earlier build, and has
 * the others made, here when they are few and in several threads when they are many. A transcript
 * is printed by the thread that has read it.
 */
export class Press {
  readonly site: SiteFolder
  readonly #options: PressOptions
  readonly #few: number
  readonly #kept: KeptFiles
  readonly #threads: PressThread[] = []
  readonly #recipes = new Map<string, TranscriptRecipe>()
  readonly #readBy = new Map<string, PressThread>()
  /** The files of each transcript that have to be made. */
  readonly #waiting = new Map<Transcript, Order[]>()
  readonly #printing: Promise<void>[] = []
  #guests: readonly Guest[] = []

  constructor(options: PressOptions) {
    this.#options = options
    this.#few = options.few ?? 200
    this.site = options.site
    this.#kept = new KeptFiles(options.cache, options.site)
  }

  /** Reads transcripts in several threads; undefined where they are too few for that. */
  async readAll(
    recipes: readonly TranscriptRecipe[],
    guests: readonly Guest[],
  ): Promise<readonly Known[] | undefined> {
    this.#guests = guests
    if (recipes.length <= this.#few) return undefined
    const found: Known[] = []
    let next = 0
    const work = async (thread: PressThread) => {
      while (next < recipes.length) {
        const first = next
        next += BATCH
        const batch = recipes.slice(first, next)
        const answer = await thread.ask({ read: batch })
        if (!('findings' in answer)) throw new Error('A thread answered something else')
        answer.findings.forEach(({ known, digest, hash }, at) => {
          found[first + at] = known
          this.#readBy.set(hash, thread)
          this.#options.digests.add(hash, batch[at]?.duration, digest)
        })
      }
    }
    await Promise.all(this.#start().map(work))
    return found
  }

  /** The people of the show that transcripts are made with. */
  get guests(): readonly Guest[] {
    return this.#guests
  }

  /** What a transcript of the show is made from. */
  recipeOf({ hash, file }: Transcript): TranscriptRecipe {
    const recipe = this.#recipes.get(hash ?? '')
    if (!recipe) throw new Error(`Nobody said what ${file} is made from`)
    return recipe
  }

  /** Tells what a transcript is made from, so that another thread can make it. */
  know(hash: string, recipe: TranscriptRecipe): void {
    this.#recipes.set(hash, recipe)
  }

  /** Publishes a text that is kept from an earlier build; false when it has to be made. */
  publishKept(file: string, text: Text): boolean {
    const key = keyOf(text)
    if (key === undefined || typeof text === 'string') return false
    return this.#kept.placeSoon(key, file, () => this.#order(text, key, file))
  }

  /** Publishes a text as a file of the site, now or when `finish` is called. */
  publish(file: string, text: Text): void {
    if (this.publishKept(file, text)) return
    const key = keyOf(text)
    if (typeof text === 'string' || key === undefined) {
      writeFileSync(this.site.clear(file), make(text))
    } else this.#order(text, key, file)
  }

  #order(text: OfTranscript, key: string, file: string): void {
    this.site.claim(file)
    const { transcript, maker } = text
    const orders = this.#waiting.get(transcript) ?? []
    this.#waiting.set(transcript, orders)
    orders.push({ maker, plain: text.plain(), key, file })
    // The page comes last of all that is made of a transcript.
    if (maker === 'page' && this.#waiting.size > this.#few) this.#handOut(transcript, orders)
  }

  /** Waits until every file stands. */
  async finish(): Promise<void> {
    await this.#kept.settle()
    for (const [transcript, orders] of this.#waiting) {
      if (this.#waiting.size > this.#few) this.#handOut(transcript, orders)
      else this.#printHere(transcript, orders)
    }
    this.#waiting.clear()
    await Promise.all(this.#printing)
  }

  /** Whether the site has little in common with the ones before it. */
  get mostlyNew(): boolean {
    return this.#kept.mostlyNew
  }

  /** Keeps what was made for the next build. */
  save(): void {
    this.#kept.save()
  }

  /** Gives orders to the thread that has read the transcript, or to any. */
  #handOut(transcript: Transcript, orders: readonly Order[]): void {
    const { hash = '' } = transcript
    const recipe = this.recipeOf(transcript)
    const thread = this.#readBy.get(hash) ?? leastBusy(this.#start())
    const printed = thread.ask({ print: recipe, hash, orders }).then(answer => {
      if ('kept' in answer) for (const [key, look] of answer.kept) this.#kept.add(key, look)
    })
    // Looked at when all is finished; until then no failure goes unheard.
    printed.catch(() => undefined)
    this.#printing.push(printed)
    this.#waiting.delete(transcript)
  }

  #printHere(transcript: Transcript, orders: readonly Order[]): void {
    for (const { maker, plain, key, file } of orders) {
      this.#kept.keep(key, file, makeOf(transcript, maker, plain))
    }
  }

  #start(): readonly PressThread[] {
    if (this.#threads.length === 0) {
      const { content, cache } = this.#options
      const workerData: Workplace = { content, cache, site: this.site.path }
      const count = Math.min(MOST, availableParallelism())
      for (let i = 0; i < count; i++) this.#threads.push(new Thread(THREAD, { workerData }))
      for (const thread of this.#threads) thread.tell({ guests: this.#guests })
    }
    return this.#threads
  }
}

type PressThread = Thread<Task, Answer>

const THREAD = 'layouts/press/thread.ts'

function leastBusy(threads: readonly PressThread[]): PressThread {
  return threads.reduce((least, thread) => (thread.busy < least.busy ? thread : least))
}

const keys = new WeakMap<OfTranscript, string>()

/** Names everything that a text is made of; undefined where it has no name. */
function keyOf(text: Text): string | undefined {
  if (typeof text === 'string' || text.transcript.hash === undefined) return undefined
  let key = keys.get(text)
  if (key === undefined) {
    const { transcript, maker, about } = text
    const all = `${codeVersion()} ${maker} ${transcript.hash} ${about}`
    key = hash('sha256', all).slice(0, 32)
    keys.set(text, key)
  }
  return key
}
