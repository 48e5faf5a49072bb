import type { Found } from './places.ts'

/** One thing that was asked for, and where it stands. */
export interface Term {
  readonly found: Found
  /** How much it says: rare words more than frequent ones. */
  readonly weight: number
}

/** A moment that answers a query. */
export interface Hit {
  readonly document: number
  /** Number of the first and of the last word that answers. */
  readonly from: number
  readonly to: number
  /** Number of the word to land on. */
  readonly at: number
  /** 0 to about 1. */
  readonly score: number
  /** A bit for each term that stands there. */
  readonly terms: number
}

/** Words that belong to one moment: about a quarter of a minute of speech. */
const WINDOW = 40

/** What words far apart, but in one moment, lose against words side by side. */
const APART = 0.5

/** What words in another order than asked for lose. */
const DISORDER = 0.06

/** What words elsewhere in the same conversation add. */
const ELSEWHERE = 0.05

/** Nobody looks at more; a search for “the” in a large archive must not freeze the page. */
export const MOST_HITS = 30_000

export interface RankOptions {
  /** Hits nearer to each other than this many words are one. */
  readonly merge: number
  /** Number of a term of which each place is a hit of its own, however near the next one is. */
  readonly anchor?: number | undefined
  /** Hits below this share of the best are left out. */
  readonly least: number
}

/** Finds the moments where the terms stand closest together, best first. */
export function rank(terms: readonly Term[], options: RankOptions): Hit[] {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) return []
  const cursors = terms.map(() => 0)
  const hits: Hit[] = []
  let best = 0
  while (true) {
    let document = Infinity
    terms.forEach(({ found }, t) => {
      document = Math.min(document, found.documents[cursors[t] ?? 0] ?? Infinity)
    })
    if (document === Infinity || hits.length > MOST_HITS) break
    const ranges = terms.map(({ found }, t): [number, number] => {
      const at = cursors[t] ?? 0
      if (found.documents[at] !== document) return [0, 0]
      cursors[t] = at + 1
      return [found.starts[at] ?? 0, found.starts[at + 1] ?? 0]
    })
    const here = terms.reduce((sum, { weight }, t) => {
      const [from, to] = ranges[t] ?? [0, 0]
      return to > from ? sum + weight : sum
    }, 0)
    if (here / total + ELSEWHERE < best * options.least) continue
    const bonus = bonusOf(terms, ranges, here / total)
    const floor = options.anchor === undefined ? best * options.least - bonus : 0
    const windows = windowsOf(terms, ranges, total, options.anchor, floor)
    for (const hit of strongest(windows, options)) {
      best = Math.max(best, hit.score + bonus)
      const { from, to, anchor = from, terms: bits, score } = hit
      hits.push({ document, from, to, at: anchor, terms: bits, score: score + bonus })
    }
  }
  return hits
    .filter(({ score }) => score >= best * options.least)
    .sort((a, b) => b.score - a.score || a.document - b.document || a.from - b.from)
}

/** What the rest of the conversation adds; a single word is best where it is said most. */
function bonusOf(
  terms: readonly Term[],
  ranges: readonly [number, number][],
  share: number,
): number {
  const [from, to] = ranges[0] ?? [0, 0]
  return terms.length === 1 ? Math.log2(1 + to - from) / 100 : ELSEWHERE * share
}

interface Window extends Omit<Hit, 'document' | 'at'> {
  /** Where the anchor stands, if it does. */
  readonly anchor: number | undefined
}

/** At each place of a term, the best that ends there, unless it is below the floor. */
function windowsOf(
  terms: readonly Term[],
  ranges: readonly [number, number][],
  total: number,
  anchor: number | undefined,
  floor: number,
): Window[] {
  const windows: Window[] = []
  const next = ranges.map(([from]) => from)
  const last = terms.map(() => -Infinity)
  const fit = terms.map(() => 0)
  while (true) {
    let term = -1
    let place = Infinity
    terms.forEach(({ found }, t) => {
      const at = next[t] ?? 0
      const here = at < (ranges[t]?.[1] ?? 0) ? (found.places[at] ?? Infinity) : Infinity
      if (here < place) {
        place = here
        term = t
      }
    })
    const found = terms[term]?.found
    if (!found) return windows
    const at = next[term] ?? 0
    next[term] = at + 1
    last[term] = place
    fit[term] = found.fits[at] ?? 0
    if (mostAt(terms, last, place, total) < floor) continue
    const window = bestEndingAt(terms, last, fit, place, total)
    const anchored = anchor !== undefined && window.terms & (1 << anchor)
    windows.push({ ...window, anchor: anchored ? last[anchor] : undefined })
  }
}

/** What a window can't be better than, found without looking at how its words stand. */
function mostAt(
  terms: readonly Term[],
  last: readonly number[],
  place: number,
  total: number,
): number {
  let covered = 0
  for (let t = 0; t < terms.length; t++) {
    if ((last[t] ?? 0) > place - WINDOW) covered += terms[t]?.weight ?? 0
  }
  const share = covered / total
  return share * Math.sqrt(share)
}

function bestEndingAt(
  terms: readonly Term[],
  last: readonly number[],
  fit: readonly number[],
  place: number,
  total: number,
): Omit<Window, 'anchor'> {
  const inside = terms
    .map((_, t) => t)
    .filter(t => (last[t] ?? 0) > place - WINDOW)
    .sort((a, b) => (last[b] ?? 0) - (last[a] ?? 0))
  let best: Omit<Window, 'anchor'> = { from: place, to: place, score: 0, terms: 0 }
  let covered = 0
  let bits = 0
  let length = 0
  let end = place
  inside.forEach((t, n) => {
    const found = terms[t]?.found.length ?? 1
    const from = last[t] ?? 0
    covered += (terms[t]?.weight ?? 0) * (fit[t] ?? 0)
    bits |= 1 << t
    length += found
    end = Math.max(end, from + found - 1)
    const gap = Math.max(0, end - from + 1 - length)
    const share = covered / total
    const score =
      share * Math.sqrt(share) * (1 - APART * Math.min(1, gap / WINDOW)) * order(inside, n, last)
    if (score > best.score) best = { from, to: end, score, terms: bits }
  })
  return best
}

/** 1 where the terms stand in the order they were asked for, less for each pair that doesn't. */
function order(inside: readonly number[], n: number, last: readonly number[]): number {
  if (n === 0) return 1
  const chosen = inside.slice(0, n + 1).sort((a, b) => a - b)
  let wrong = 0
  for (let i = 1; i <= n; i++) {
    if ((last[chosen[i] ?? 0] ?? 0) < (last[chosen[i - 1] ?? 0] ?? 0)) wrong++
  }
  return 1 - (DISORDER * wrong) / n
}

/** Of windows that overlap or nearly do, the best; with an anchor, the best for each place of it. */
function strongest(windows: readonly Window[], { merge, anchor }: RankOptions): Window[] {
  const kept: Window[] = []
  const anchors = new Set<number>()
  for (const window of [...windows].sort((a, b) => b.score - a.score || a.from - b.from)) {
    if (anchor !== undefined) {
      if (window.anchor === undefined || anchors.has(window.anchor)) continue
      anchors.add(window.anchor)
    } else if (kept.some(({ from, to }) => window.from < to + merge && window.to > from - merge)) {
      continue
    }
    kept.push(window)
  }
  return kept
}
