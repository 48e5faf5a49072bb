import { type Allowed, allowedBy } from './filters.ts'
import { type Found, hasBetween, select } from './places.ts'
import { type Query, readQuery } from './query.ts'
import { type Hit, rank } from './rank.ts'
import type { SearchIndex } from './searchIndex.ts'
import { findPlaces, type Meaning, meaningOf } from './terms.ts'

/** What a search found, best first, and what to tell whoever asked. */
export interface Answer {
  readonly query: Query
  readonly hits: readonly Hit[]
  /** Episodes, people, topics and pages about it. */
  readonly pages: readonly Hit[]
  /** How many of them, the first ones, have everything that was asked for. */
  readonly complete: number
  /** Words that nobody says, with the word that was looked for instead. */
  readonly corrected: readonly (readonly [from: string, to: string])[]
  /** Words and phrases that stand nowhere. */
  readonly missing: readonly string[]
  /** Filters that name nobody and nothing in this show. */
  readonly unknownFilters: readonly string[]
  readonly marks: Marks
}

/** Words to mark in a hit. */
export interface Marks {
  readonly words: ReadonlySet<string>
  readonly phrases: readonly (readonly string[])[]
}

/**
 * Bytes of places that a query loads beyond its sheets. Words that would take more are the most
 * frequent ones of a very large show, and say the least.
 */
const BUDGET = 250_000

/** Moments of fewer of the words than this share of the best are not shown. */
const LEAST = 0.35

/** How near an excluded word has to be. */
const NEAR = 40

/** Things to look for at once; whoever pastes a page is served by its beginning. */
const MOST = 24

export async function search(index: SearchIndex, text: string): Promise<Answer> {
  const query = readQuery(text)
  const { unwanted, filters } = query
  const wanted = query.wanted.slice(0, MOST)
  const [allowed, meanings, avoided] = await Promise.all([
    allowedBy(index, filters),
    Promise.all(
      wanted.map((want, at) => meaningOf(index, want, query.open && at === wanted.length - 1)),
    ),
    Promise.all(unwanted.map(async want => findPlaces(index, await meaningOf(index, want, false)))),
  ])
  const chosen = affordable(meanings)
  const found = await Promise.all(chosen.map(meaning => findPlaces(index, meaning)))
  const keep = filterOf(allowed, avoided)
  const total = index.manifest.totalWords
  const terms = chosen.map((meaning, at) => ({
    found: keep ? select(found[at] as Found, keep) : (found[at] as Found),
    weight: Math.log(1 + total / (1 + meaning.count)),
  }))
  // Of what stands in quotes, every place is a hit of its own.
  const quoted = bitsOf(chosen, ({ want }) => want.exact)
  const anchor = quoted === 0 ? undefined : chosen.findIndex(({ want }) => want.exact)
  const all = rank(terms, { merge: 25, anchor, least: quoted === 0 ? LEAST : 0 })
  const every = bitsOf(chosen, () => true)
  const moments = all.filter(
    ({ document, terms: bits }) => !index.isPage(document) && (bits & quoted) === quoted,
  )
  const complete = moments.filter(({ terms: bits }) => bits === every)
  return {
    query,
    hits: wanted.length === 0 ? beginnings(allowed, index) : moments,
    pages: pagesOf(all, index, every),
    complete: wanted.length === 0 ? moments.length : complete.length,
    corrected: meanings.flatMap(({ want, corrected }) =>
      corrected === undefined ? [] : [[want.text, corrected] as const],
    ),
    missing: meanings
      .filter((_, at) => isMissing(meanings[at], chosen, found))
      .map(({ want }) => (want.exact ? `“${want.text}”` : want.text)),
    unknownFilters: allowed?.unknown ?? [],
    marks: marksOf(meanings),
  }
}

function bitsOf(meanings: readonly Meaning[], test: (meaning: Meaning) => boolean): number {
  return meanings.reduce((bits, meaning, at) => (test(meaning) ? bits | (1 << at) : bits), 0)
}

function isMissing(
  meaning: Meaning | undefined,
  chosen: readonly Meaning[],
  found: readonly Found[],
): boolean {
  const at = meaning ? chosen.indexOf(meaning) : -1
  return at < 0 ? meaning?.count === 0 : found[at]?.places.length === 0
}

/** Everything, unless that would load too much: then the rarest words, which say the most. */
function affordable(meanings: readonly Meaning[]): Meaning[] {
  let spent = 0
  const kept = new Set<Meaning>()
  const bySize = [...meanings].sort((a, b) => a.cost - b.cost)
  for (const meaning of bySize) {
    spent += meaning.cost
    if (kept.size > 0 && spent > BUDGET && !meaning.want.exact) break
    kept.add(meaning)
  }
  return meanings.filter(meaning => kept.has(meaning))
}

function filterOf(allowed: Allowed | undefined, avoided: readonly Found[]) {
  if (!allowed && avoided.length === 0) return undefined
  return (document: number, place: number) =>
    (!allowed || allowed.has(document, place)) &&
    !avoided.some(list => hasBetween(list, document, place - NEAR, place + NEAR))
}

/** Words at the start of a page that are its name. */
const NAME = 6

/**
 * One hit a page, and only with every word: a page is looked for by its name. People and topics
 * who are called so come first, then pages that are, then those that say it.
 */
function pagesOf(all: readonly Hit[], index: SearchIndex, every: number): Hit[] {
  const seen = new Set<number>()
  const found = all.filter(({ document, terms }) => {
    if (!index.isPage(document) || terms !== every || seen.has(document)) return false
    return seen.add(document)
  })
  const order = ({ document, from }: Hit) => {
    const kind = index.kindOf(document)
    return from >= NAME ? 2 : kind === 'guest' || kind === 'topic' ? 0 : 1
  }
  return found.sort((a, b) => order(a) - order(b) || b.score - a.score)
}

/** With filters alone: where each speech that passes them begins. */
function beginnings(allowed: Allowed | undefined, index: SearchIndex): Hit[] {
  if (!allowed) return []
  return allowed
    .starts(index.documents)
    .filter(({ document }) => !index.isPage(document))
    .map(({ document, place }) => ({
      document,
      from: place,
      to: place,
      at: place,
      score: 1,
      terms: 0,
    }))
}

function marksOf(meanings: readonly Meaning[]): Marks {
  const words = new Set<string>()
  const phrases: string[][] = []
  for (const { want, forms } of meanings) {
    if (want.words.length > 1) phrases.push([...want.words])
    else for (const { entry } of forms[0] ?? []) words.add(entry.word)
  }
  return { words, phrases }
}
