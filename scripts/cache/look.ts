import { lstatSync, type Stats } from 'node:fs'

/** How a file looked when it was written: its bytes and its time in milliseconds. */
export type Look = readonly [size: number, mtime: number]

/** What the disk says of a file; undefined where nothing can be found. */
export function statOf(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false })
  } catch {
    // A file stands where one of its folders should.
    return undefined
  }
}

export function lookOf({ size, mtimeMs }: Stats): Look {
  return [size, mtimeMs]
}

/** Whether a file looks as it did when it was written. */
export function looksLike(stat: Stats | undefined, [size, mtime]: Look): stat is Stats {
  if (!stat?.isFile() || stat.size !== size) return false
  // An archive of the cache may have kept whole seconds only.
  return stat.mtimeMs === mtime || stat.mtimeMs === Math.floor(mtime / 1000) * 1000
}
