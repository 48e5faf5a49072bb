import type { DocumentKind, SearchDocument } from './document.ts'
import { hashOf } from './hashOf.ts'
import type { IndexedDocument } from './indexDocuments.ts'
import type { Indexers } from './indexers.ts'
import type { IndexFolder } from './indexFolder.ts'
import type { IndexMemory, KeptDocument } from './indexMemory.ts'
import type { Division } from './parts.ts'

/** A part whose leaves stand in the index. */
export interface IndexedPart {
  readonly kind: DocumentKind
  /** Of its leaves. */
  readonly folder: string
  /** Those with a word, in the order of their numbers. */
  readonly documents: readonly PartDocument[]
  /** How many documents had to be indexed. */
  readonly made: number
}

export interface PartDocument {
  readonly document: SearchDocument
  readonly kept: KeptDocument
}

/** Indexes what is new in a part, and places the leaves of all its documents. */
export async function indexPart(
  { kind, documents }: Division,
  memory: IndexMemory,
  output: IndexFolder,
  indexers: Indexers,
): Promise<IndexedPart> {
  const unknown = documents.filter(document => !memory.find(document))
  const made = new Map<SearchDocument, IndexedDocument>()
  const make = async (some: readonly SearchDocument[]) => {
    const indexed = await indexers.index(some)
    for (const [at, document] of some.entries()) {
      const own = indexed[at]
      if (!own) throw new Error(`${document.key} was given to be indexed and did not come back`)
      made.set(document, own)
      memory.keep(document, own)
    }
  }
  if (unknown.length > 0) await make(unknown)
  const spoken = documents
    .map(document => ({ document, kept: memory.find(document) as KeptDocument }))
    .filter(({ kept }) => kept.summary.words > 0)
  const folder = `text/${hashOf(spoken.map(({ kept }) => kept.summary.text)).slice(0, 10)}`
  for (const [number, { document, kept }] of spoken.entries()) {
    const nameOf = (leaf: number) => `${folder}/${number}-${leaf}.bin`
    if (!made.has(document) && placeLeaves(kept, nameOf, output)) continue
    // Somebody has changed or taken away what was kept of it.
    if (!made.has(document)) await make([document])
    made.get(document)?.leaves.forEach((bytes, leaf) => {
      output.keep(leafKey(kept, leaf), nameOf(leaf), bytes)
    })
  }
  return { kind, folder, documents: spoken, made: made.size }
}

function placeLeaves(
  kept: KeptDocument,
  nameOf: (leaf: number) => string,
  output: IndexFolder,
): boolean {
  for (let leaf = 0; leaf < kept.summary.leaves; leaf++) {
    if (!output.place(leafKey(kept, leaf), nameOf(leaf))) return false
  }
  return true
}

function leafKey({ key }: KeptDocument, leaf: number): string {
  return `${key}-${leaf}`
}
