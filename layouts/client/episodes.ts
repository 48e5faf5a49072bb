import { announce } from './announce.ts'
import { element } from './element.ts'

type Listed = readonly [path: string, title: string, people: string, topics: string, day: string]

const MOST = 60

/** Filters the whole archive as one types, by title, people and topics. */
class EpisodeFilter extends HTMLElement {
  readonly #field = element('input', {
    type: 'search',
    'aria-label': 'Filter by title, person or topic',
    placeholder: 'Filter by title, person or topic',
    autocomplete: 'off',
  })
  readonly #results = element('ul', { class: 'filtered', hidden: true })
  #list: Promise<readonly Listed[]> | undefined

  connectedCallback(): void {
    this.#field.addEventListener('focus', () => void this.#load(), { once: true })
    this.#field.addEventListener('input', () => void this.#filter())
    this.append(this.#field, this.#results)
  }

  async #load(): Promise<readonly Listed[]> {
    this.#list ??= fetch(this.dataset['list'] ?? '').then(answer => answer.json())
    return this.#list
  }

  async #filter(): Promise<void> {
    const wanted = fold(this.#field.value).split(/\s+/).filter(Boolean)
    const list = await this.#load()
    document.body.toggleAttribute('data-filtered', wanted.length > 0)
    this.#results.hidden = wanted.length === 0
    if (wanted.length === 0) return
    const found = list.filter(listed => {
      const text = fold(listed.join(' '))
      return wanted.every(word => text.includes(word))
    })
    this.#results.replaceChildren(...found.slice(0, MOST).map(listed => this.#entry(listed)))
    if (found.length === 0)
      this.#results.append(element('li', { class: 'empty' }, 'No episode fits.'))
    if (found.length > MOST) {
      this.#results.append(element('li', { class: 'empty' }, `and ${found.length - MOST} more`))
    }
    announce(found.length === 1 ? '1 episode' : `${found.length} episodes`)
  }

  #entry([path, title, people, topics, day]: Listed): HTMLElement {
    const facts = [day, people, topics].filter(fact => fact !== '').join(' · ')
    return element(
      'li',
      {},
      element('a', { href: (this.dataset['root'] ?? '/') + path }, title),
      element('p', { class: 'facts' }, facts),
    )
  }
}

function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}

if (!customElements.get('episode-filter')) customElements.define('episode-filter', EpisodeFilter)
