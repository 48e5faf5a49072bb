import { hash } from 'node:crypto'
import type { DocumentKind, SearchDocument } from './document.ts'

export interface Division {
  readonly kind: DocumentKind
  readonly documents: readonly SearchDocument[]
}

/** Episodes in a part, on average: few enough that a changed part is laid anew in a moment. */
const EPISODES = 12

/** Pages are short. */
const PAGES = 400

/**
 * Divides documents into parts by a hash of their keys, so that an edit changes one part only and
 * an episode more or less leaves the others as they are. The number of parts is a power of two,
 * so that it seldom changes while a show grows.
 */
export function divide(documents: readonly SearchDocument[]): Division[] {
  return KINDS.flatMap(kind => {
    const own = documents.filter(({ head }) => head.kind === kind)
    return spread(own, kind === 'speech' ? EPISODES : PAGES).map(some => ({
      kind,
      documents: some,
    }))
  })
}

const KINDS: readonly DocumentKind[] = ['speech', 'episode', 'guest', 'topic', 'page']

function spread(documents: readonly SearchDocument[], size: number): SearchDocument[][] {
  let count = 1
  while (count * size * 1.5 < documents.length) count *= 2
  const parts = Array.from({ length: count }, (): SearchDocument[] => [])
  for (const document of documents) {
    const digest = hash('sha256', document.key, 'buffer')
    parts[digest.readUInt32BE(0) % count]?.push(document)
  }
  for (const part of parts) part.sort((a, b) => (a.key < b.key ? -1 : 1))
  return parts.filter(part => part.length > 0)
}
