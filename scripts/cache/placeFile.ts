import { copyFileSync, linkSync, lstatSync } from 'node:fs'

/** How a file looked when it was written: its bytes and its time in milliseconds. */
export type Look = readonly [size: number, mtime: number]

/** Puts a file at `target`, whose folder exists, if it still looks as it was written. */
export function placeFile(file: string, look: Look, target: string): boolean {
  return looksLike(file, look) && put(file, target)
}

function looksLike(file: string, [size, mtime]: Look): boolean {
  const stat = lstatSync(file, { throwIfNoEntry: false })
  if (!stat?.isFile() || stat.size !== size) return false
  // An archive of the cache may have kept whole seconds only.
  return stat.mtimeMs === mtime || stat.mtimeMs === Math.floor(mtime / 1000) * 1000
}

/** Whether it stands there now; false when another build has just taken the kept file away. */
export function put(file: string, target: string): boolean {
  try {
    linkSync(file, target)
  } catch {
    // Another disk, or one without hard links.
    try {
      copyFileSync(file, target)
    } catch {
      return false
    }
  }
  return true
}
