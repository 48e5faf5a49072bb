import { createHash } from 'node:crypto'
import path from 'node:path'

const CACHE = path.resolve(import.meta.dirname, '../..', '.cache')

/** Where drawn and resized pictures are kept by their content, for all shows together. */
export const PICTURE_CACHE = path.join(CACHE, 'pictures')

/**
 * Where what is known of a content folder is kept between builds. May be deleted at any time. One
 * folder for each content folder, so that two shows built in turn don't forget each other.
 */
export function cacheFolder(content: string): string {
  const name = createHash('sha256').update(path.resolve(content)).digest('hex').slice(0, 8)
  return path.join(CACHE, name)
}
