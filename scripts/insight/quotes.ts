import { type Passage, strength } from './passages.ts'

/** A passage worth reading on its own, and where it is said. */
export interface Quote extends Passage {
  /** To compare passages of one person; it means nothing else. */
  readonly score: number
}

/** How telling some words of a transcript are together, from 0: places in its list of words. */
export type Weigh = (telling: Passage['telling']) => number

/** The strongest of a shortlist once the archive has weighed their words, best first, one a turn. */
export function chooseQuotes(shortlist: readonly Passage[], weigh: Weigh): Quote[] {
  const best = new Map<string, Quote>()
  for (const passage of shortlist) {
    const score = strength(passage.shape, passage.words, weigh(passage.telling))
    const known = best.get(passage.turn)
    if (!known || score > known.score) best.set(passage.turn, { ...passage, score })
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.start - b.start)
}
