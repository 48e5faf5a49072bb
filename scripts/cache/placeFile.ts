import path from 'node:path'
import { type Look, lookOf, looksLike, statOf } from './look.ts'
import type { SiteFolder } from './siteFolder.ts'

/** Where a file is kept. */
export function keptFile(folder: string, key: string): string {
  return path.join(folder, key.slice(0, 2), key)
}

/**
 * Has a kept file stand in the site, where an earlier site may have left it.
 *
 * @returns how it looks now; undefined when it has to be made
 */
export function placeFile(
  folder: string,
  key: string,
  look: Look,
  site: SiteFolder,
  file: string,
): Look | undefined {
  if (site.has(file, look)) return look
  const from = keptFile(folder, key)
  const stat = statOf(from)
  return looksLike(stat, look) && site.put(from, file, stat) ? lookOf(stat) : undefined
}
