import type { SearchDocument } from './document.ts'
import { type IndexedDocument, type Indexer, indexDocuments } from './indexDocuments.ts'

/** Parts that one indexer has at a time: while Pagefind works on one, another is read or written. */
const AT_ONCE = 2

/** Gives work to this thread first, and to others when it has enough. */
export class Indexers {
  readonly #here = { index: indexDocuments, busy: 0 }
  readonly #all: { readonly index: Indexer; busy: number }[]

  /** @param others who index in other threads */
  constructor(others: readonly Indexer[]) {
    this.#all = [this.#here, ...others.map(index => ({ index, busy: 0 }))]
  }

  get lanes(): number {
    return this.#all.length * AT_ONCE
  }

  async index(documents: readonly SearchDocument[]): Promise<IndexedDocument[]> {
    const idle = this.#all.find(({ busy }) => busy < AT_ONCE) ?? this.#here
    idle.busy += 1
    try {
      return await idle.index(documents)
    } finally {
      idle.busy -= 1
    }
  }
}
