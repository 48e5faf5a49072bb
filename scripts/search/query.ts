import { isSolid, wordsOf } from './words.ts'

/** What somebody asked for, read from the one line they typed. */
export interface Query {
  readonly wanted: readonly Want[]
  readonly unwanted: readonly Want[]
  readonly filters: readonly Filter[]
  /** The last word may still be in the middle of being typed. */
  readonly open: boolean
}

/** A word, or several that stand side by side. */
export interface Want {
  readonly words: readonly string[]
  /** As it was typed, without quotes. */
  readonly text: string
  /** In quotes: exactly these words, no other forms of them. */
  readonly exact: boolean
}

export const FILTERS = ['speaker', 'guest', 'topic', 'season', 'year', 'before', 'after'] as const

export interface Filter {
  readonly field: (typeof FILTERS)[number]
  readonly value: string
}

// An operator, a minus or nothing, and then a phrase in quotes, perhaps still open, or a word.
const PIECE = new RegExp(
  `(?:(?<field>${FILTERS.join('|')}):|(?<minus>(?<!\\S)[-−–]))?(?:["“”„«»](?<phrase>[^"“”„«»]*)["“”„«»]?|(?<word>[^\\s"“”„«»]+))`,
  'giu',
)

/** Reads a query: words, `"phrases"`, `-without`, `speaker:tom`, `before:2024-06`. */
export function readQuery(text: string): Query {
  const wanted: Want[] = []
  const unwanted: Want[] = []
  const filters: Filter[] = []
  for (const { groups = {} } of text.matchAll(PIECE)) {
    const { field, minus, phrase, word } = groups
    const value = (phrase ?? word ?? '').trim()
    if (field !== undefined) {
      if (value !== '') filters.push({ field: field.toLowerCase() as Filter['field'], value })
      continue
    }
    const words = wordsOf(value).map(({ key }) => key)
    if (words.length === 0) continue
    const want = { words, text: value, exact: phrase !== undefined }
    if (minus) unwanted.push(want)
    else wanted.push(want)
  }
  return { wanted: unique(wanted), unwanted, filters, open: /[\p{L}\p{N}]$/u.test(text) }
}

function unique(wants: readonly Want[]): Want[] {
  const seen = new Set<string>()
  return wants.filter(({ words, exact }) => {
    const key = `${exact && words.length > 1} ${words.join(' ')}`
    return !seen.has(key) && seen.add(key)
  })
}

/** Writes a filter the way `readQuery` reads it. */
export function writeFilter({ field, value }: Filter): string {
  return `${field}:${/\s/.test(value) ? `"${value}"` : value}`
}

/** The query without one of its filters. */
export function withoutFilter(text: string, filter: Filter): string {
  return text
    .replace(PIECE, piece => {
      const [read] = readQuery(piece).filters
      return read?.field === filter.field && read.value === filter.value ? '' : piece
    })
    .replace(/\s+/g, ' ')
    .trim()
}

/** The query as plain words, for "without the quotes". */
export function withoutQuotes(text: string): string {
  return text
    .replace(/["“”„«»]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether the words are written without spaces between them. */
export function isUnspaced({ words }: Want): boolean {
  return words.every(isSolid)
}
