import type { Facets, NamedKey } from './manifest.ts'
import type { Filter } from './query.ts'
import type { SearchIndex } from './searchIndex.ts'
import type { Places } from './sheet.ts'
import { VOICE } from './voice.ts'
import { fold } from './words.ts'

/** What the filters of a query let through. */
export interface Allowed {
  has(document: number, place: number): boolean
  /** The first allowed place of each document. */
  starts(documents: number): { readonly document: number; readonly place: number }[]
  /** Filters that fit nothing. */
  readonly unknown: readonly string[]
}

type Test = (document: number) => boolean

/** Undefined when there are no filters. */
export async function allowedBy(
  index: SearchIndex,
  filters: readonly Filter[],
): Promise<Allowed | undefined> {
  if (filters.length === 0) return undefined
  const facets = await index.facets()
  const unknown: string[] = []
  const tests: Test[] = []
  const voices: Map<number, number[]>[] = []
  for (const filter of filters) {
    if (filter.field === 'speaker') {
      const named = matching(facets.voices, filter.value)
      if (named.length === 0) unknown.push(`speaker:${filter.value}`)
      voices.push(
        await spokenBy(
          index,
          named.map(([key]) => key),
        ),
      )
      continue
    }
    const test = testOf(facets, filter)
    if (!test) unknown.push(`${filter.field}:${filter.value}`)
    tests.push(test ?? (() => false))
  }
  const speaks = (document: number, place: number) =>
    voices.every(ranges => isInside(ranges.get(document), place))
  return {
    unknown,
    has: (document, place) => tests.every(test => test(document)) && speaks(document, place),
    starts(documents) {
      const [voice] = voices
      const first = (document: number) => (voice ? voice.get(document)?.[0] : 0)
      return Array.from({ length: documents }, (_, document) => ({
        document,
        place: first(document) ?? -1,
      })).filter(
        ({ document, place }) =>
          place >= 0 && tests.every(test => test(document)) && speaks(document, place),
      )
    },
  }
}

function testOf(facets: Facets, { field, value }: Filter): Test | undefined {
  const rows = facets.documents
  if (field === 'topic' || field === 'guest') {
    const list = field === 'topic' ? facets.topics : facets.guests
    const numbers = new Set(matching(list, value).map(named => list.indexOf(named)))
    if (numbers.size === 0) return undefined
    return document => (rows[document]?.[field === 'topic' ? 2 : 3] ?? []).some(n => numbers.has(n))
  }
  if (field === 'season') return document => rows[document]?.[1] === Number(value)
  if (!/^\d{4}(-\d{1,2}){0,2}$/.test(value)) return undefined
  const date = value.replace(/-(\d)(?!\d)/g, '-0$1')
  const dateOf = (document: number) => rows[document]?.[0] || ''
  if (field === 'year') return document => dateOf(document).startsWith(date.slice(0, 4))
  if (field === 'before') return document => dateOf(document) !== '' && dateOf(document) < date
  // After March is after all of March.
  return document => dateOf(document).slice(0, date.length) > date
}

/** Everyone whose name or slug has all the words: `tom` is Tom Wilkie and Tom Preston-Werner. */
function matching(list: readonly NamedKey[], value: string): NamedKey[] {
  const exact = list.filter(([key, name]) => key === value || plain(name) === plain(value))
  if (exact.length > 0) return exact
  const words = plain(value).split(' ')
  return list.filter(([key, name]) => {
    const own = [...plain(name).split(' '), ...plain(key).split(' ')]
    return words.every(word => own.some(part => part.startsWith(word)))
  })
}

function plain(text: string): string {
  return text
    .split(/[\s\-_.]+/)
    .map(fold)
    .filter(word => word !== '')
    .join(' ')
}

/** Pairs of places from where to where these speakers speak, by document. */
async function spokenBy(
  index: SearchIndex,
  keys: readonly string[],
): Promise<Map<number, number[]>> {
  const ranges = new Map<number, number[]>()
  const lists = await Promise.all(
    keys.map(async (key): Promise<Places | undefined> => {
      const entry = (await index.sheetOf(VOICE + key)).find(({ word }) => word === VOICE + key)
      return entry && index.places(entry)
    }),
  )
  for (const list of lists) {
    list?.documents.forEach((document, d) => {
      const own = [...list.places.subarray(list.starts[d], list.starts[d + 1])]
      ranges.set(document, [...(ranges.get(document) ?? []), ...own])
    })
  }
  return ranges
}

function isInside(ranges: readonly number[] | undefined, place: number): boolean {
  if (!ranges) return false
  for (let i = 0; i < ranges.length; i += 2) {
    if ((ranges[i] ?? 0) <= place && place < (ranges[i + 1] ?? 0)) return true
  }
  return false
}
