import { workerData } from 'node:worker_threads'
import { type IndexedDocument, indexDocuments } from '../search/indexDocuments.ts'
import { carryOut } from '../threads/carryOut.ts'
import { DocumentReader, type PlainDocument, type ReadingPlace } from './plainDocument.ts'

/** Documents to be indexed. */
export type IndexTask = readonly PlainDocument[]

const reader = new DocumentReader(workerData as ReadingPlace)

carryOut(
  (task: IndexTask): Promise<readonly IndexedDocument[]> =>
    indexDocuments(task.map(document => reader.open(document))),
)
