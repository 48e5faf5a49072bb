import { type Answer, search } from '../../scripts/search/search.ts'
import { SearchIndex } from '../../scripts/search/searchIndex.ts'
import { announce } from './announce.ts'
import { element } from './element.ts'
import { loadFrom } from './searchFiles.ts'
import { askNarrow, showFilters } from './searchFilters.ts'
import { Results } from './searchResults.ts'
import { sentencesOf } from './searchSentences.ts'

/** How long somebody has to pause in typing before a search starts, in milliseconds. */
const PAUSE = 40

/** The same after one or two letters, which hardly ever are the whole word. */
const LONG_PAUSE = 250

/** What a search takes longer than before the page says that it is searching. */
const PATIENCE = 400

/** What is asked for stands in the address; what is found stands below the field. */
export class SearchPage {
  readonly #page: HTMLElement
  readonly #field: HTMLInputElement
  readonly #answers: HTMLElement
  readonly #results: Results
  #index: Promise<SearchIndex> | undefined
  #asked = ''
  #timer: ReturnType<typeof setTimeout> | undefined
  #turn = 0

  static open(page: HTMLElement): SearchPage | undefined {
    const field = page.querySelector<HTMLInputElement>('input[name=q]')
    const answers = page.querySelector<HTMLElement>('.answers')
    return field && answers ? new SearchPage(page, field, answers) : undefined
  }

  private constructor(page: HTMLElement, field: HTMLInputElement, answers: HTMLElement) {
    this.#page = page
    this.#field = field
    this.#answers = answers
    this.#results = new Results(page.dataset['root'] ?? '/')
    field.addEventListener('input', () => this.#typed())
    field.form?.addEventListener('submit', event => {
      event.preventDefault()
      this.#ask(field.value, 'push')
    })
    addEventListener('popstate', () => this.#readAddress())
    page.addEventListener('keydown', event => this.#walk(event))
    // Loaded while the first word is typed.
    void this.#open().catch(() => undefined)
    this.#readAddress()
  }

  #open(): Promise<SearchIndex> {
    this.#index ??= SearchIndex.open(loadFrom(this.#page.dataset['index'] ?? '/'))
    this.#index.catch(() => {
      this.#index = undefined
    })
    return this.#index
  }

  #readAddress(): void {
    const query = new URLSearchParams(location.search).get('q') ?? ''
    // What was typed while this script was loading stays.
    if (query !== '' || this.#asked !== '') this.#field.value = query
    this.#ask(this.#field.value, 'keep')
  }

  #typed(): void {
    clearTimeout(this.#timer)
    const begun = /(?:^|\s)\S{1,2}$/.test(this.#field.value)
    this.#timer = setTimeout(
      () => this.#ask(this.#field.value, 'replace'),
      begun ? LONG_PAUSE : PAUSE,
    )
  }

  #ask(text: string, address: 'push' | 'replace' | 'keep'): void {
    clearTimeout(this.#timer)
    const query = text.trim()
    if (address !== 'keep' && query !== new URLSearchParams(location.search).get('q')) {
      const url = new URL(location.href)
      if (query === '') url.searchParams.delete('q')
      else url.searchParams.set('q', query)
      if (address === 'push') history.pushState(null, '', url)
      else history.replaceState(null, '', url)
    }
    if (query === this.#asked && address !== 'keep') return
    this.#asked = query
    void this.#answer(text)
  }

  async #answer(text: string): Promise<void> {
    const turn = ++this.#turn
    if (text.trim() === '') {
      this.#show()
      return
    }
    const late = setTimeout(() => this.#say('Searching …'), PATIENCE)
    try {
      const index = await this.#open()
      const answer = await search(index, text.trimStart())
      if (turn !== this.#turn) return
      const list = await this.#results.of(index, answer, () => turn === this.#turn)
      if (turn !== this.#turn) return
      clearTimeout(late)
      this.#show(answer, index, text.trim(), list)
    } catch (error) {
      if (turn !== this.#turn) return
      console.error(error)
      this.#failed(text)
    } finally {
      clearTimeout(late)
    }
  }

  #show(answer?: Answer, index?: SearchIndex, text = '', list?: Node): void {
    if (!answer || !index || !list) {
      this.#answers.replaceChildren()
      this.#page.removeAttribute('data-asked')
      return
    }
    const again = (query: string) => {
      this.#field.value = query
      this.#ask(query, 'push')
      this.#field.focus()
    }
    const { count, remarks } = sentencesOf(answer, text)
    this.#answers.replaceChildren(
      ...showFilters(answer, text, again),
      element('p', { class: 'count' }, count),
      ...remarks.map(({ words, query }) =>
        element(
          'p',
          { class: 'remark' },
          words,
          ...(query === undefined
            ? []
            : [' ', element('a', { href: `?q=${encodeURIComponent(query)}` }, query)]),
        ),
      ),
      askNarrow(index, text, again),
      list,
    )
    for (const link of this.#answers.querySelectorAll<HTMLAnchorElement>('.remark a')) {
      link.addEventListener('click', event => {
        event.preventDefault()
        again(link.textContent ?? '')
      })
    }
    this.#page.setAttribute('data-asked', text)
    announce([count, ...remarks.map(({ words, query }) => `${words} ${query ?? ''}`)].join(' '))
  }

  #say(words: string): void {
    this.#page.setAttribute('data-asked', '')
    this.#answers.replaceChildren(element('p', { class: 'count' }, words))
  }

  #failed(text: string): void {
    const words = 'Search can’t be loaded just now; the connection may be down.'
    this.#page.setAttribute('data-asked', '')
    this.#answers.replaceChildren(
      element('p', { class: 'remark' }, words),
      element(
        'button',
        { type: 'button', class: 'more', onclick: () => void this.#answer(text) },
        'Try again',
      ),
    )
    announce(words)
  }

  /** Arrows walk from the field through the results and back; Escape leads to an empty field. */
  #walk(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault()
      this.#field.value = ''
      this.#ask('', 'replace')
      this.#field.focus()
      return
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const stops = [this.#field, ...this.#page.querySelectorAll<HTMLElement>('.moment, .place')]
      // Those in closed details can't be seen.
      .filter(stop => stop.offsetParent !== null)
    const at = stops.indexOf(document.activeElement as HTMLElement)
    const next = stops[at + step]
    if (at < 0 || !next) return
    event.preventDefault()
    next.focus()
  }
}
