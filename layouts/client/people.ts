import { announce } from './announce.ts'
import { element } from './element.ts'

/** Filters the people of the page by name as one types. */
class PeopleFilter extends HTMLElement {
  connectedCallback(): void {
    const field = element('input', {
      type: 'search',
      'aria-label': 'Filter by name',
      placeholder: 'Filter by name',
      autocomplete: 'off',
    })
    field.addEventListener('input', () => this.#filter(field.value))
    this.append(field)
  }

  #filter(wanted: string): void {
    const words = fold(wanted).split(/\s+/)
    let count = 0
    for (const item of this.parentElement?.querySelectorAll<HTMLElement>('.people > li') ?? []) {
      const name = fold(item.textContent ?? '')
      item.hidden = !words.every(word => name.includes(word))
      if (!item.hidden) count += 1
    }
    for (const group of this.parentElement?.querySelectorAll<HTMLElement>('.letter') ?? []) {
      group.hidden = !group.querySelector('li:not([hidden])')
    }
    announce(count === 1 ? '1 person' : `${count} people`)
  }
}

function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}

if (!customElements.get('people-filter')) customElements.define('people-filter', PeopleFilter)
