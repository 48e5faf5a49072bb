import { createHash } from 'node:crypto'
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ROOT } from '../root.ts'

const CACHE = path.join(ROOT, '.cache')

let root: string | undefined

/** Where everything is kept; where nothing can be, a folder that goes away with this process. */
function cacheRoot(): string {
  root ??= isWritable(CACHE) ? CACHE : passingFolder()
  return root
}

/** Whether what is made now is there for the next build. */
export function canKeep(): boolean {
  return cacheRoot() === CACHE
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function passingFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-cache-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Where drawn and resized pictures are kept by their content, for all shows together. */
export function pictureCache(): string {
  return path.join(cacheRoot(), 'pictures')
}

/**
 * Where what is known of a content folder is kept between builds. May be deleted at any time. One
 * folder for each content folder, so that two shows built in turn don't forget each other.
 */
export function cacheFolder(content: string): string {
  const name = createHash('sha256').update(path.resolve(content)).digest('hex').slice(0, 8)
  return path.join(cacheRoot(), name)
}
