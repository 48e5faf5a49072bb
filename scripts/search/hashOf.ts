import { createHash, hash } from 'node:crypto'

/** A name of 32 hex digits for some contents in their order. */
export function hashOf(contents: readonly (string | Uint8Array)[]): string {
  const [only] = contents
  if (only !== undefined && contents.length === 1) return hash('sha256', only).slice(0, 32)
  const hashes = createHash('sha256')
  for (const content of contents) hashes.update(content)
  return hashes.digest('hex').slice(0, 32)
}
