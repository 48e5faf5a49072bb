import { createHash } from 'node:crypto'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Show } from '../model/show.ts'
import type { SearchDocument } from './document.ts'
import { documentsOf } from './documents.ts'
import { IndexFolder } from './indexFolder.ts'
import { layFacets } from './layFacets.ts'
import { laySheets } from './laySheets.ts'
import { laySpelling } from './laySpelling.ts'
import { INDEX_FOLDER, MANIFEST, type Manifest } from './manifest.ts'
import { closePagefind } from './pagefind.ts'
import type { Part } from './part.ts'
import { type KeptPart, PartCache } from './partCache.ts'
import { divide } from './parts.ts'
import { spellingFile } from './spelling.ts'

export interface SearchIndexOptions {
  /** Folder where finished parts are kept for the next build; without it every part is made anew. */
  readonly cacheDir?: string
}

export interface SearchIndexReport {
  /** Episodes, guests, topics and pages that can be found. */
  readonly records: number
  readonly words: number
  readonly files: number
  /** Bytes of all files. */
  readonly size: number
  readonly parts: number
  /** Parts that were made anew and not taken from the cache. */
  readonly partsMade: number
}

/**
 * Writes the search index of a show into `search-index/` of a folder. Throws when Pagefind reports
 * an error, and when nothing can be found although there are transcripts.
 */
export async function writeSearchIndex(
  show: Show,
  outputDir: string,
  options: SearchIndexOptions = {},
): Promise<SearchIndexReport> {
  const documents = documentsOf(show)
  requireSpeech(show, documents)
  const folder = path.join(outputDir, INDEX_FOLDER)
  const output = new IndexFolder(folder)
  const cache = new PartCache(options.cacheDir)
  const parts: Part[] = []
  const divided = divide(documents)
  try {
    // While Pagefind works on one part, the one before it is written.
    let next = divided[0] && cache.take(divided[0].documents)
    for (let at = 0; next; at++) {
      const kept: KeptPart = await next
      const following = divided[at + 1]
      next = following && cache.take(following.documents)
      // Should this part fail, the one after it has nobody left to tell.
      next?.catch(() => undefined)
      const { part } = kept
      const place = (name: string) => `text/${part.hash}/${name}`
      if (kept.folder !== undefined) output.take(kept.folder, kept.names.map(place))
      else await output.write(part.leaves.map(([name, bytes]) => [place(name), bytes]))
      parts.push({ ...part, leaves: [] })
    }
  } finally {
    await closePagefind()
  }
  cache.forgetOthers()

  const sheets = laySheets(parts)
  const sheetFolder = hashOf(sheets.files.map(([, bytes]) => bytes))
  await output.write(sheets.files.map(([name, bytes]) => [`words/${sheetFolder}/${name}`, bytes]))
  const spelling = laySpelling(sheets.counts)
  const spellingFolder = hashOf(spelling.map(([, bytes]) => bytes))
  await output.write(
    spelling.map(([letter, bytes]) => [
      `spelling/${spellingFolder}/${spellingFile(letter)}`,
      bytes,
    ]),
  )
  const facets = pack(layFacets(parts))
  const facetsFile = `facets-${hashOf([facets])}.bin`
  const totalWords = parts.reduce((sum, part) => sum + part.totalWords, 0)
  const manifest: Manifest = {
    sheets: `words/${sheetFolder}`,
    firstStems: sheets.firstStems,
    parts: parts.map((part, at) => [
      `text/${part.hash}`,
      part.documents,
      divided[at]?.kind ?? 'page',
    ]),
    totalWords,
    facets: facetsFile,
    spelling: `spelling/${spellingFolder}`,
    letters: spelling.map(([letter]) => letter).join(''),
  }
  await output.write([
    [facetsFile, facets],
    [MANIFEST, pack(manifest)],
  ])
  return {
    records: documents.length,
    words: totalWords,
    files: output.files,
    size: output.size,
    parts: parts.length,
    partsMade: cache.made,
  }
}

function requireSpeech(show: Show, documents: readonly SearchDocument[]): void {
  const transcripts = show.episodes.filter(({ transcript }) => transcript)
  if (transcripts.length > 0 && !documents.some(({ head }) => head.kind === 'speech')) {
    throw new Error(
      `Search would find nothing: not one of the ${transcripts.length} transcripts holds a word.`,
    )
  }
}

function pack(value: unknown): Uint8Array {
  return gzipSync(JSON.stringify(value), { level: 9 })
}

function hashOf(files: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const bytes of files) hash.update(bytes)
  return hash.digest('hex').slice(0, 10)
}
