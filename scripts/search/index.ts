import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { SiteFolder } from '../cache/siteFolder.ts'
import type { Show } from '../model/show.ts'
import type { SearchDocument } from './document.ts'
import { documentsOf } from './documents.ts'
import { hashOf } from './hashOf.ts'
import type { Indexer } from './indexDocuments.ts'
import { Indexers } from './indexers.ts'
import { IndexFolder, pack } from './indexFolder.ts'
import { IndexMemory } from './indexMemory.ts'
import { type IndexedPart, indexPart } from './indexPart.ts'
import { inLanes } from './inLanes.ts'
import { layFacets } from './layFacets.ts'
import { laySheets } from './laySheets.ts'
import { laySpelling } from './laySpelling.ts'
import { layWords } from './layWords.ts'
import { INDEX_FOLDER, MANIFEST, type Manifest } from './manifest.ts'
import { closePagefind } from './pagefind.ts'
import { type Division, divide } from './parts.ts'

export interface SearchIndexOptions {
  /** Folder where what is made is kept for the next build; without it all is made anew. */
  readonly cacheDir?: string
  /** Who else indexes documents, when there are many; they are to be ended by whoever gave them. */
  readonly indexers?: readonly Indexer[]
}

export interface SearchIndexReport {
  /** Episodes, guests, topics and pages that can be found. */
  readonly records: number
  readonly words: number
  readonly parts: number
  /** Records that were indexed anew and not taken from the cache. */
  readonly recordsMade: number
}

/**
 * Writes the search index of a show into `search-index/` of a folder. Throws when Pagefind reports
 * an error, and when nothing can be found although there are transcripts.
 */
export function writeSearchIndex(
  show: Show,
  outputDir: string,
  options: SearchIndexOptions = {},
): Promise<SearchIndexReport> {
  return writeIndexOf(documentsOf(show), outputDir, options)
}

/** The same for the documents of a show. */
export async function writeIndexOf(
  documents: readonly SearchDocument[],
  outputDir: string,
  { cacheDir, indexers: others = [] }: SearchIndexOptions = {},
): Promise<SearchIndexReport> {
  const indexers = new Indexers(others)
  if (cacheDir !== undefined) return writeWithCache(documents, outputDir, cacheDir, indexers)
  mkdirSync(outputDir, { recursive: true })
  const passing = mkdtempSync(path.join(outputDir, '.search-'))
  try {
    return await writeWithCache(documents, outputDir, passing, indexers)
  } finally {
    rmSync(passing, { recursive: true, force: true })
  }
}

async function writeWithCache(
  documents: readonly SearchDocument[],
  outputDir: string,
  cacheDir: string,
  indexers: Indexers,
): Promise<SearchIndexReport> {
  const folder = new SiteFolder(outputDir).within(INDEX_FOLDER)
  const output = new IndexFolder(folder, path.join(cacheDir, 'files'))
  const memory = new IndexMemory(cacheDir)
  try {
    const parts = await indexParts(divide(documents), memory, output, indexers)
    requireSpeech(documents, parts)
    const { postings, kept } = await layWords(parts, memory)
    const sheets = laySheets(postings)
    const spelling = laySpelling(postings)
    const totalWords = sum(
      parts.flatMap(part => part.documents),
      ({ kept }) => kept.summary.words,
    )
    const facets = await pack(json(layFacets(parts)), 'text')
    const manifest: Manifest = {
      sheets: await output.writeFolder('words', sheets.files, 'places'),
      firstStems: sheets.firstStems,
      parts: parts.map(({ folder, documents, kind }) => [folder, documents.length, kind]),
      totalWords,
      facets: `facets-${hashOf([facets]).slice(0, 10)}.bin`,
      spelling: await output.writeFolder('spelling', spelling.files, 'text'),
      letters: spelling.letters,
    }
    output.write(manifest.facets, facets)
    output.write(MANIFEST, await pack(json(manifest), 'text'))
    await kept
    memory.save()
    output.finish()
    return {
      records: sum(parts, ({ documents }) => documents.length),
      words: totalWords,
      parts: parts.length,
      recordsMade: sum(parts, ({ made }) => made),
    }
  } finally {
    await closePagefind()
  }
}

async function indexParts(
  divided: readonly Division[],
  memory: IndexMemory,
  output: IndexFolder,
  indexers: Indexers,
): Promise<IndexedPart[]> {
  const parts = await inLanes(divided, indexers.lanes, division =>
    indexPart(division, memory, output, indexers),
  )
  return parts.filter(({ documents }) => documents.length > 0)
}

function requireSpeech(documents: readonly SearchDocument[], parts: readonly IndexedPart[]): void {
  const transcripts = documents.filter(({ head }) => head.kind === 'speech')
  if (transcripts.length > 0 && !parts.some(({ kind }) => kind === 'speech')) {
    throw new Error(
      `Search would find nothing: not one of the ${transcripts.length} transcripts holds a word.`,
    )
  }
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}

function json(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value))
}
