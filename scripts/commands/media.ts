import { constants, copyFileSync, linkSync, lstatSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { JsonCache } from '../cache/jsonCache.ts'
import type { Asset } from '../model/show.ts'

/** What a published file was copied from, and how both looked then. */
interface Copied {
  readonly source: readonly number[]
  readonly copy: readonly number[]
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
  folder: string,
  before: string,
  cache: JsonCache,
): void {
  for (const { file, address } of assets) {
    const source = path.join(content, file)
    const at = decodeURIComponent(address)
    const target = path.join(folder, at)
    mkdirSync(path.dirname(target), { recursive: true })
    const last = cache.find<Copied>(address)
    const look = lookOfSource(source)
    if (last && same(last.source, look) && linkUntouched(path.join(before, at), target, last)) {
      continue
    }
    // A copy-on-write clone where the disk can.
    copyFileSync(source, target, constants.COPYFILE_FICLONE)
    cache.put(address, { source: look, copy: lookOfCopy(target) } satisfies Copied)
  }
}

function linkUntouched(from: string, to: string, { copy }: Copied): boolean {
  try {
    if (!same(copy, lookOfCopy(from))) return false
    linkSync(from, to)
    return true
  } catch {
    // The last site is gone, or its disk has no links: the file is copied.
    return false
  }
}

/** The time of change can't be set by hand, as that of modification can. */
function lookOfSource(file: string): number[] {
  const { size, mtimeMs, ctimeMs } = statSync(file)
  return [size, mtimeMs, ctimeMs]
}

/** Without the time of change: a link changes that. */
function lookOfCopy(file: string): number[] {
  const { size, mtimeMs, ino } = lstatSync(file)
  return [size, mtimeMs, ino]
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, at) => value === b[at])
}
