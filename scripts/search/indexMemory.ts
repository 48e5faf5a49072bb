import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { writeWhole } from '../cache/writeWhole.ts'
import type { SearchDocument } from './document.ts'
import { keyOf, sourceOf } from './documentKey.ts'
import type { DocumentSummary, IndexedDocument } from './indexDocuments.ts'
import { packKept, unpackKept } from './keptBytes.ts'
import type { Postings } from './postings.ts'

/** A document of an earlier index. */
export interface KeptDocument {
  /** Names all that it was made from. */
  readonly key: string
  readonly summary: DocumentSummary
}

/**
 * The documents that one index leaves for the next. Every bit of it may be missing or damaged: then
 * it is made anew, to the same bytes.
 */
export class IndexMemory {
  /** Of the cache. */
  readonly folder: string
  private readonly isNew: boolean
  private readonly known: ReadonlyMap<string, KeptDocument>
  private readonly used = new Map<string, KeptDocument>()

  constructor(folder: string) {
    this.folder = folder
    this.isNew = mkdirSync(path.join(folder, DOCUMENTS), { recursive: true }) !== undefined
    this.known = this.read<Map<string, KeptDocument>>(KNOWN) ?? new Map()
  }

  /** The document as it was indexed earlier. Reads its pieces only when its source is new. */
  find(document: SearchDocument): KeptDocument | undefined {
    const source = sourceOf(document)
    const kept = this.used.get(source) ?? this.known.get(source) ?? this.readDocument(document)
    if (kept) this.used.set(source, kept)
    return kept
  }

  keep(document: SearchDocument, { key, summary, postings }: IndexedDocument): KeptDocument {
    const kept = { key, summary }
    this.write(path.join(DOCUMENTS, kept.key), { summary, postings } satisfies DocumentFile)
    this.used.set(sourceOf(document), kept)
    return kept
  }

  postingsOf({ key }: KeptDocument): Postings | undefined {
    return this.read<DocumentFile>(path.join(DOCUMENTS, key))?.postings
  }

  /** Remembers what was found or kept since it was opened, and nothing else. */
  save(): void {
    this.write(KNOWN, this.used)
    const keys = new Set([...this.used.values()].map(({ key }) => key))
    for (const name of readdirSync(path.join(this.folder, DOCUMENTS))) {
      if (!keys.has(name)) rmSync(path.join(this.folder, DOCUMENTS, name), { force: true })
    }
  }

  private readDocument(document: SearchDocument): KeptDocument | undefined {
    // A first index need not ask what each document holds.
    if (this.isNew) return undefined
    const key = keyOf(document)
    const file = this.read<DocumentFile>(path.join(DOCUMENTS, key))
    return file && { key, summary: file.summary }
  }

  private read<T>(name: string): T | undefined {
    try {
      return unpackKept<T>(readFileSync(path.join(this.folder, name)))
    } catch {
      // Nobody has kept it, or half of it is lost.
      return undefined
    }
  }

  private write(name: string, value: unknown): void {
    try {
      writeWhole(path.join(this.folder, name), packKept(value))
    } catch {
      // A full cache, or one that another build has just tidied, slows the next build down.
    }
  }
}

interface DocumentFile {
  readonly summary: DocumentSummary
  readonly postings: Postings
}

const KNOWN = 'known'
const DOCUMENTS = 'documents'
