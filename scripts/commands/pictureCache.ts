import path from 'node:path'

/** Where drawn and resized pictures are kept by their content; may be deleted at any time. */
export const PICTURE_CACHE = path.resolve(import.meta.dirname, '../../.cache/pictures')
