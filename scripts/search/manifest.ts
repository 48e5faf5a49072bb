import type { DocumentKind } from './document.ts'

/** What the browser loads first: which file holds what. */
export interface Manifest {
  /** Folder of the sheets; its name changes with their content. */
  readonly sheets: string
  /** The stem that each sheet starts with. */
  readonly firstStems: readonly string[]
  /** Folder of each part's leaves, how many documents it has, and of what kind. */
  readonly parts: readonly (readonly [folder: string, documents: number, kind: DocumentKind])[]
  /** Words in the whole show. */
  readonly totalWords: number
  /** File of the facets. */
  readonly facets: string
  /** Folder of the spelling lists. */
  readonly spelling: string
  /** The letters that have a spelling list. */
  readonly letters: string
}

/** Where the index stands, from the site's root. */
export const INDEX_FOLDER = 'search-index'
export const MANIFEST = 'manifest.bin'

/** What results can be filtered by, loaded when a filter is used. */
export interface Facets {
  readonly topics: readonly NamedKey[]
  readonly guests: readonly NamedKey[]
  /** Most talkative first. */
  readonly voices: readonly NamedKey[]
  /** One row a document, in the order of their numbers. Topics and guests by number. */
  readonly documents: readonly FacetRow[]
}

export type NamedKey = readonly [key: string, name: string]

export type FacetRow = readonly [
  date: string | 0,
  season: number | 0,
  topics: readonly number[],
  guests: readonly number[],
]
