import type { Places } from './sheet.ts'

/** Where something that was asked for stands, with how well each place fits, 0 to 1. */
export interface Found extends Places {
  readonly fits: Float32Array
  /** Words at each place: more than one for a phrase. */
  readonly length: number
}

export const NOWHERE: Found = {
  documents: new Uint32Array(0),
  starts: new Uint32Array(1),
  places: new Uint32Array(0),
  fits: new Float32Array(0),
  length: 1,
}

export function asFound(places: Places, fit: number, length = 1): Found {
  return { ...places, fits: new Float32Array(places.places.length).fill(fit), length }
}

/** The places of several forms of one word as one list. */
export function mergeFound(all: readonly Found[]): Found {
  const [first, second] = all
  if (!first) return NOWHERE
  if (!second) return first
  const total = all.reduce((sum, { places }) => sum + places.length, 0)
  // Document, place and list in one number, so that the whole sorts without an object a place.
  const keys = new Float64Array(total)
  let filled = 0
  all.forEach(({ documents, starts, places }, list) => {
    for (let d = 0; d < documents.length; d++) {
      const base = (documents[d] ?? 0) * 2 ** 32
      for (let i = starts[d] ?? 0; i < (starts[d + 1] ?? 0); i++) {
        keys[filled++] = base + (places[i] ?? 0) * 64 + Math.min(list, 63)
      }
    }
  })
  keys.sort()
  const documents: number[] = []
  const starts: number[] = []
  const places = new Uint32Array(total)
  const fits = new Float32Array(total)
  for (let i = 0; i < total; i++) {
    const key = keys[i] ?? 0
    const document = Math.floor(key / 2 ** 32)
    const rest = key - document * 2 ** 32
    if (documents.at(-1) !== document) {
      documents.push(document)
      starts.push(i)
    }
    places[i] = Math.floor(rest / 64)
    fits[i] = all[rest % 64]?.fits[0] ?? 0
  }
  starts.push(total)
  return {
    documents: Uint32Array.from(documents),
    starts: Uint32Array.from(starts),
    places,
    fits,
    length: first.length,
  }
}

/** Where `b` stands `step` words after `a`: the places of `a`. */
export function followedBy(a: Places, b: Places, step: number): Places {
  return select(a, (document, place) => has(b, document, place + step))
}

export function has(list: Places, document: number, place: number): boolean {
  const d = search(list.documents, document, 0, list.documents.length)
  if (list.documents[d] !== document) return false
  const end = list.starts[d + 1] ?? 0
  return list.places[search(list.places, place, list.starts[d] ?? 0, end)] === place
}

/** Whether the list has a place from `from` up to `to` in a document. */
export function hasBetween(list: Places, document: number, from: number, to: number): boolean {
  const d = search(list.documents, document, 0, list.documents.length)
  if (list.documents[d] !== document) return false
  const end = list.starts[d + 1] ?? 0
  const at = search(list.places, from, list.starts[d] ?? 0, end)
  return at < end && (list.places[at] ?? Infinity) <= to
}

/** Index of the first number that is not less, between two indexes. */
function search(list: Uint32Array, number: number, from: number, to: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] ?? 0) < number) low = middle + 1
    else high = middle
  }
  return low
}

/** The places that a test lets through. */
export function select<T extends Places>(
  list: T,
  keep: (document: number, place: number) => boolean,
): T {
  const documents: number[] = []
  const starts: number[] = []
  const kept: number[] = []
  for (let d = 0; d < list.documents.length; d++) {
    const document = list.documents[d] ?? 0
    const before = kept.length
    for (let i = list.starts[d] ?? 0; i < (list.starts[d + 1] ?? 0); i++) {
      if (keep(document, list.places[i] ?? 0)) kept.push(i)
    }
    if (kept.length === before) continue
    documents.push(document)
    starts.push(before)
  }
  starts.push(kept.length)
  const fits = 'fits' in list ? (list.fits as Float32Array) : undefined
  return {
    ...list,
    documents: Uint32Array.from(documents),
    starts: Uint32Array.from(starts),
    places: Uint32Array.from(kept, i => list.places[i] ?? 0),
    ...(fits ? { fits: Float32Array.from(kept, i => fits[i] ?? 0) } : {}),
  }
}
