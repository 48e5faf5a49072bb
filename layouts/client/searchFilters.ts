import { type Filter, withoutFilter, writeFilter } from '../../scripts/search/query.ts'
import type { Answer } from '../../scripts/search/search.ts'
import type { SearchIndex } from '../../scripts/search/searchIndex.ts'
import { element } from './element.ts'

/** Ways to narrow a search that are offered at once. */
const MOST = 12

/** The filters in force, each with a way to take it off. */
export function showFilters(answer: Answer, text: string, again: (query: string) => void): Node[] {
  const { filters } = answer.query
  if (filters.length === 0) return []
  return [
    element(
      'ul',
      { class: 'chips', 'aria-label': 'Only' },
      ...filters.map(filter =>
        element(
          'li',
          {},
          element(
            'button',
            {
              type: 'button',
              class: 'chip on',
              'aria-label': `${filter.field} ${filter.value}: remove this filter`,
              onclick: () => again(withoutFilter(text, filter)),
            },
            `${filter.field}: ${filter.value}`,
            element('span', { 'aria-hidden': 'true' }, ' ×'),
          ),
        ),
      ),
    ),
  ]
}

/** Offers people, topics and years; their names are loaded when it is opened. */
export function askNarrow(
  index: SearchIndex,
  text: string,
  again: (query: string) => void,
): HTMLElement {
  const details = element('details', { class: 'narrow' }, element('summary', {}, 'Narrow it down'))
  details.addEventListener(
    'toggle',
    () => {
      void fill(details, index, text, again)
    },
    { once: true },
  )
  return details
}

async function fill(
  details: HTMLElement,
  index: SearchIndex,
  text: string,
  again: (query: string) => void,
): Promise<void> {
  const { voices, topics, guests, documents } = await index.facets()
  const years = [...new Set(documents.map(([date]) => (date || '').slice(0, 4)))]
    .filter(year => year !== '')
    .sort()
    .reverse()
  const seasons = [...new Set(documents.map(([, season]) => season))].filter(season => season > 0)
  const offer = (title: string, field: Filter['field'], values: readonly string[]) =>
    values.length < 2
      ? []
      : [
          element(
            'fieldset',
            {},
            element('legend', {}, title),
            ...values.slice(0, MOST).map(value =>
              element(
                'button',
                {
                  type: 'button',
                  class: 'chip',
                  onclick: () => again(`${text} ${writeFilter({ field, value })}`),
                },
                value,
              ),
            ),
          ),
        ]
  details.append(
    ...offer(
      'Said by',
      'speaker',
      voices.map(([, name]) => name),
    ),
    ...offer(
      'With',
      'guest',
      guests.map(([, name]) => name),
    ),
    ...offer(
      'About',
      'topic',
      topics.map(([, name]) => name),
    ),
    ...offer('Season', 'season', seasons.sort((a, b) => a - b).map(String)),
    ...offer('Year', 'year', years),
  )
}
