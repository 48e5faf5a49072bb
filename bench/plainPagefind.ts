import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { close, createIndex } from 'pagefind'
import type { Page } from 'playwright-core'
import { episodeAddress } from '../scripts/model/address.ts'
import type { Show } from '../scripts/model/show.ts'
import { textOf, turnsOf } from '../scripts/model/transcript.ts'

/** What most static sites have: Pagefind as it comes, one record a page. */
export async function writePlainPagefind(show: Show, folder: string): Promise<void> {
  const { index, errors } = await createIndex({})
  if (!index) throw new Error(errors.join('; '))
  for (const { slug, title, transcript } of show.episodes) {
    if (!transcript) continue
    const content = turnsOf(transcript)
      .map(turn => textOf(turn.paragraphs.flat()))
      .join('\n')
    const added = await index.addCustomRecord({
      url: episodeAddress(slug),
      content,
      language: 'en',
      meta: { title },
    })
    if (added.errors.length > 0) throw new Error(added.errors.join('; '))
  }
  const written = await index.writeFiles({ outputPath: path.join(folder, 'pagefind') })
  if (written.errors.length > 0) throw new Error(written.errors.join('; '))
  await close()
  mkdirSync(path.join(folder, 'plain'), { recursive: true })
  writeFileSync(
    path.join(folder, 'plain', 'index.html'),
    '<!doctype html><title>Plain</title><script type="module" src="plain.js"></script>',
  )
  writeFileSync(
    path.join(folder, 'plain', 'plain.js'),
    `window.find = async query => {
      if (!window.pagefind) {
        window.pagefind = await import('../pagefind/pagefind.js')
        // Without its worker, so that what it loads is counted like everything else.
        await window.pagefind.options({ noWorker: true })
      }
      const { results } = await window.pagefind.search(query)
      const data = await Promise.all(results.slice(0, 10).map(result => result.data()))
      return data.map(({ url }) => url)
    }`,
  )
}

/** The addresses of the first ten results. */
export function askPlainPagefind(page: Page, query: string): Promise<string[]> {
  return page.evaluate(
    asked => (window as unknown as { find(query: string): Promise<string[]> }).find(asked),
    query,
  )
}

/** Bytes and files below a folder. */
export function measureFolder(folder: string): { readonly files: number; readonly bytes: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry =>
    entry.isFile(),
  )
  const bytes = files.reduce(
    (sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size,
    0,
  )
  return { files: files.length, bytes }
}
