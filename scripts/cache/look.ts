import { lstatSync, type Stats } from 'node:fs'

/**
 * How a file looked when it was written: its bytes, its time in milliseconds, its place on the disk.
 * Not the time of change, which a link changes.
 */
export type Look = readonly [size: number, mtime: number, inode: number]

/** What the disk says of a file; undefined where nothing can be found. */
export function statOf(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false })
  } catch {
    // A file stands where one of its folders should.
    return undefined
  }
}

export function lookOf({ size, mtimeMs, ino }: Stats): Look {
  return [size, mtimeMs, ino]
}

/** Whether it is the very file, under this name or another. */
export function isThat(stat: Stats, [size, mtime, inode]: Look): boolean {
  if (stat.ino !== inode || stat.size !== size || stat.mtimeMs !== mtime) return false
  // Large disks number files beyond what a number holds.
  return stat.isFile() && Number.isSafeInteger(inode)
}

/** Whether a file looks as it did when it was written, though it may have been moved since. */
export function looksLike(stat: Stats | undefined, [size, mtime]: Look): stat is Stats {
  if (!stat?.isFile() || stat.size !== size) return false
  // An archive of the cache may have kept whole seconds only.
  return stat.mtimeMs === mtime || stat.mtimeMs === Math.floor(mtime / 1000) * 1000
}
