import { constants, copyFileSync, lstatSync, statSync } from 'node:fs'
import path from 'node:path'
import type { JsonCache } from '../cache/jsonCache.ts'
import { isThat, type Look, lookOf, statOf } from '../cache/look.ts'
import type { SiteFolder } from '../cache/siteFolder.ts'
import type { Asset } from '../model/show.ts'

/** What a published file was copied from, and how both looked then. */
interface Copied {
  readonly source: readonly number[]
  readonly copy: Look
}

/**
 * Publishes files of the content folder as they are: audio is most of a site's bytes. A file that
 * nobody has touched since the last build is linked from the last site and not copied again.
 *
 * @param before the site that this one will replace
 */
export function publishMedia(
  assets: readonly Asset[],
  content: string,
  site: SiteFolder,
  before: string,
  cache: JsonCache,
): void {
  for (const { file, address } of assets) {
    const source = path.join(content, file)
    const at = decodeURIComponent(address)
    const last = cache.find<Copied>(address)
    const look = lookOfSource(source)
    if (last && same(last.source, look) && linkUntouched(path.join(before, at), site, at, last)) {
      continue
    }
    // A copy-on-write clone where the disk can.
    const target = site.clear(at)
    copyFileSync(source, target, constants.COPYFILE_FICLONE)
    cache.put(address, { source: look, copy: lookOf(lstatSync(target)) } satisfies Copied)
  }
}

function linkUntouched(from: string, site: SiteFolder, at: string, { copy }: Copied): boolean {
  const stat = statOf(from)
  return stat !== undefined && isThat(stat, copy) && site.put(from, at, stat)
}

/** The time of change can't be set by hand, as that of modification can. */
function lookOfSource(file: string): number[] {
  const { size, mtimeMs, ctimeMs } = statSync(file)
  return [size, mtimeMs, ctimeMs]
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, at) => value === b[at])
}
