import { workerData } from 'node:worker_threads'
import { type IndexedDocument, indexDocuments } from '../search/indexDocuments.ts'
import { closePagefind } from '../search/pagefind.ts'
import { carryOut } from '../threads/carryOut.ts'
import { DocumentReader, type PlainDocument, type ReadingPlace } from './plainDocument.ts'

/** Documents to be indexed, or the end of it. */
export type IndexTask = { readonly documents: readonly PlainDocument[] } | 'end'

const reader = new DocumentReader(workerData as ReadingPlace)

carryOut(async (task: IndexTask): Promise<readonly IndexedDocument[]> => {
  if (task !== 'end') return indexDocuments(task.documents.map(document => reader.open(document)))
  await closePagefind()
  return []
})
