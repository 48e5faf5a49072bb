import { createHash } from 'node:crypto'

/** A name of 32 hex digits for some contents in their order. */
export function hashOf(contents: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const content of contents) hash.update(content)
  return hash.digest('hex').slice(0, 32)
}
