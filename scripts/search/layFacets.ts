import type { Voice } from './document.ts'
import type { IndexedPart } from './indexPart.ts'
import type { FacetRow, Facets, NamedKey } from './manifest.ts'

/** Gathers what results can be filtered by. */
export function layFacets(parts: readonly IndexedPart[]): Facets {
  const documents = parts.flatMap(part => part.documents)
  const rows = documents.map(({ document }) => document.facets)
  const topics = numbered(rows.flatMap(row => row.topics))
  const guests = numbered(rows.flatMap(row => row.guests))
  const voices = new Map<string, { name: string; turns: number }>()
  for (const { key, name, turns } of documents.flatMap(({ kept }) => kept.summary.voices)) {
    voices.set(key, { name, turns: turns + (voices.get(key)?.turns ?? 0) })
  }
  return {
    topics: topics.list,
    guests: guests.list,
    voices: [...voices]
      .sort(([a, { turns: m }], [b, { turns: n }]) => n - m || (a < b ? -1 : 1))
      .map(([key, { name }]): NamedKey => [key, name]),
    documents: rows.map(
      (row): FacetRow => [
        row.date ?? 0,
        row.season ?? 0,
        row.topics.map(topics.numberOf),
        row.guests.map(guests.numberOf),
      ],
    ),
  }
}

function numbered(all: readonly Voice[]) {
  const names = new Map(all.map(({ key, name }) => [key, name]))
  const list = [...names].sort(([a], [b]) => (a < b ? -1 : 1))
  const numbers = new Map(list.map(([key], at) => [key, at]))
  return { list, numberOf: ({ key }: Voice) => numbers.get(key) ?? 0 }
}
