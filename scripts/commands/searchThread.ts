import { type SearchIndexReport, writeIndexOf } from '../search/index.ts'
import type { IndexedDocument } from '../search/indexDocuments.ts'
import { carryOut } from '../threads/carryOut.ts'
import { Thread } from '../threads/thread.ts'
import type { IndexTask } from './indexThread.ts'
import { DocumentReader, type PlainDocument, type ReadingPlace } from './plainDocument.ts'

/** A search index to be written. */
export interface SearchTask extends ReadingPlace {
  readonly documents: readonly PlainDocument[]
  /** The folder of the site. */
  readonly folder: string
  readonly cacheDir: string
}

carryOut(
  async ({ documents, folder, cacheDir, ...place }: SearchTask): Promise<SearchIndexReport> => {
    const reader = new DocumentReader(place)
    const plain = new Map(documents.map(document => [document.key, document]))
    let helper: Thread<IndexTask, readonly IndexedDocument[]> | undefined
    // A first index of a large show is twice the work of its pages, and by then they are made.
    const help = async (some: readonly { readonly key: string }[]) => {
      helper ??= new Thread('scripts/commands/indexThread.ts', { workerData: place })
      return [...(await helper.ask(some.flatMap(({ key }) => plain.get(key) ?? [])))]
    }
    try {
      const readable = documents.map(document => reader.open(document))
      return await writeIndexOf(readable, folder, { cacheDir, indexers: [help] })
    } finally {
      // Its Pagefind ends with it.
      await helper?.end()
    }
  },
)
