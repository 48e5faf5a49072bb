import { withoutQuotes } from '../../scripts/search/query.ts'
import { MOST_HITS } from '../../scripts/search/rank.ts'
import type { Answer } from '../../scripts/search/search.ts'

/** Something to know about the results, perhaps with another query to try. */
export interface Remark {
  readonly words: string
  readonly query?: string
}

/** How many moments were found, and what to know about them. */
export function sentencesOf(
  answer: Answer,
  text: string,
): { readonly count: string; readonly remarks: readonly Remark[] } {
  const { hits, pages, query, corrected, missing, unknownFilters, complete } = answer
  const remarks: Remark[] = []
  for (const filter of unknownFilters) {
    const [field, ...value] = filter.split(':')
    remarks.push({
      words:
        field === 'speaker' || field === 'guest'
          ? `Nobody here is called “${value.join(':')}”.`
          : `There is no ${field} “${value.join(':')}” here.`,
    })
  }
  for (const [from, to] of corrected) {
    remarks.push({
      words: `Nobody says “${from}”; this is for`,
      query: replaceWord(text, from, to),
    })
  }
  const phrases = missing.filter(word => word.startsWith('“'))
  if (phrases.length > 0) {
    remarks.push({
      words: `Nobody says exactly ${phrases.join(' or ')}. Without the quotes:`,
      query: withoutQuotes(text),
    })
  }
  const words = missing.filter(word => !word.startsWith('“'))
  if (words.length > 0) {
    const rest = query.wanted.length > missing.length && hits.length > 0
    remarks.push({
      words: `${list(words)} ${words.length === 1 ? 'is' : 'are'} said nowhere${rest ? '; these are for the other words' : ''}.`,
    })
  } else if (complete === 0 && hits.length > 0 && query.wanted.length > 1 && phrases.length === 0) {
    remarks.push({ words: 'No moment has all of these words together. These come nearest.' })
  }
  return { count: countOf(hits.slice(0, complete || hits.length), pages.length), remarks }
}

function countOf(hits: Answer['hits'], pages: number): string {
  const episodes = new Set(hits.map(({ document }) => document)).size
  if (hits.length === 0) return pages === 0 ? 'Nothing found' : 'No moment found'
  const more = hits.length > MOST_HITS ? 'More than ' : ''
  return `${more}${count(hits.length, 'moment')} in ${count(episodes, 'episode')}`
}

export function count(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`
}

function list(words: readonly string[]): string {
  return words.map(word => `“${word}”`).join(' and ')
}

function replaceWord(text: string, from: string, to: string): string {
  const at = text.indexOf(from)
  return at < 0 ? to : text.slice(0, at) + to + text.slice(at + from.length)
}
