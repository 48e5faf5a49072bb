import type { Leaf } from '../../scripts/search/leaf.ts'
import type { Hit } from '../../scripts/search/rank.ts'
import type { Answer } from '../../scripts/search/search.ts'
import type { SearchIndex } from '../../scripts/search/searchIndex.ts'
import { isAlike, type Snippet, snippetOf } from '../../scripts/search/snippet.ts'
import { element } from './element.ts'
import { hitItem, momentLink, pageItem, type ShownHit } from './searchHit.ts'
import { count } from './searchSentences.ts'

/** Hits shown at once, and with each press of "More". */
const FIRST = 10
const MORE = 20

/** Every occurrence of a phrase is shown without asking, up to this many. */
const EVERY = 300

/** Pages shown above the moments. */
const PAGES = 4

/** Shows hits as they are asked for, grouped by episode, never a worse one before a better one. */
export class Results {
  readonly #root: string

  constructor(root: string) {
    this.#root = root
  }

  /** The first results; the rest follows when it is asked for, as long as `isWanted`. */
  async of(index: SearchIndex, answer: Answer, isWanted: () => boolean): Promise<HTMLElement> {
    const list = element('div', { class: 'found' })
    const [pages, hits] = await Promise.all([
      this.#load(index, answer, answer.pages.slice(0, PAGES)),
      this.#load(index, answer, answer.hits.slice(0, FIRST)),
    ])
    if (pages.length > 0) {
      list.append(
        element(
          'section',
          { class: 'pages', 'aria-label': 'Episodes, people and pages' },
          element('ul', {}, ...pages.map(shown => pageItem(shown, this.#root))),
        ),
      )
    }
    const flow = new Flow(list, this.#root, answer)
    flow.add(hits)
    const exact = answer.query.wanted.some(({ exact }) => exact)
    let next = FIRST
    const more = async (size: number) => {
      const shown = await this.#load(index, answer, answer.hits.slice(next, next + size))
      if (!isWanted()) return
      next += size
      flow.add(shown)
      button.hidden = next >= answer.hits.length
    }
    const button = element(
      'button',
      { type: 'button', class: 'more', onclick: () => void more(MORE) },
      'More moments',
    )
    button.hidden = next >= answer.hits.length
    list.append(button)
    if (exact && answer.hits.length <= EVERY) {
      void (async () => {
        while (next < answer.hits.length && isWanted()) await more(MORE)
      })()
    }
    return list
  }

  #load(index: SearchIndex, answer: Answer, hits: readonly Hit[]): Promise<ShownHit[]> {
    return Promise.all(
      hits.map(async hit => {
        const leaf = await index.leafAt(hit.document, hit.at)
        return { hit, leaf, snippet: snippetOf(leaf, hit, answer.marks) }
      }),
    )
  }
}

/** The list as it grows. */
class Flow {
  readonly #list: HTMLElement
  readonly #root: string
  readonly #groups = new Map<number, Group>()
  readonly #shown: { readonly snippet: Snippet; readonly item: HTMLElement; alike: number }[] = []
  readonly #exact: boolean
  #last: Group | undefined

  constructor(list: HTMLElement, root: string, answer: Answer) {
    this.#list = list
    this.#root = root
    this.#exact = answer.query.wanted.some(({ exact }) => exact)
  }

  add(shown: readonly ShownHit[]): void {
    for (const one of shown) this.#addOne(one)
  }

  #addOne(shown: ShownHit): void {
    const { hit, leaf, snippet } = shown
    const same = this.#exact ? undefined : this.#shown.find(o => isAlike(o.snippet, snippet))
    if (same) {
      same.alike++
      addAlike(same.item, shown, same.alike, this.#root)
      return
    }
    let group = this.#groups.get(hit.document)
    if (!group) {
      group = this.#open(hit.document, leaf)
    } else if (group !== this.#last && !this.#exact) {
      // A weaker hit of an episode that stands above: it would come before better ones there.
      group.addLater(shown)
      return
    }
    this.#last = group
    const item = group.add(shown)
    this.#shown.push({ snippet, item, alike: 0 })
  }

  #open(document: number, leaf: Leaf): Group {
    const group = new Group(leaf, this.#root)
    this.#groups.set(document, group)
    const button = this.#list.querySelector(':scope > .more')
    this.#list.insertBefore(group.section, button)
    return group
  }
}

/** The hits of one episode. */
class Group {
  readonly section: HTMLElement
  readonly #hits = element('ol', { class: 'hits' })
  readonly #later: ShownHit[] = []
  readonly #root: string
  #button: HTMLButtonElement | undefined

  constructor({ head }: Leaf, root: string) {
    this.#root = root
    const id = `found-${head.address.replace(/[^\p{L}\p{N}]+/gu, '-')}${head.language ?? ''}`
    this.section = element(
      'section',
      { class: 'group', 'aria-labelledby': id },
      element('h2', { id }, element('a', { href: root + head.address.slice(1) }, head.title)),
      element('p', { class: 'facts' }, ...factsOf(head)),
      this.#hits,
    )
  }

  add(shown: ShownHit): HTMLElement {
    const item = hitItem(shown, this.#root)
    this.#hits.append(item)
    return item
  }

  addLater(shown: ShownHit): void {
    this.#later.push(shown)
    this.#button ??= this.section.appendChild(
      element('button', { type: 'button', class: 'more', onclick: () => this.#showLater() }),
    )
    this.#button.hidden = false
    this.#button.textContent = `${this.#later.length} more in this episode`
  }

  #showLater(): void {
    const first = this.#later.map(shown => this.add(shown))[0]
    this.#later.length = 0
    if (this.#button) this.#button.hidden = true
    first?.querySelector('a')?.focus()
  }
}

function factsOf({ number, date }: Leaf['head']): HTMLElement[] {
  const facts: HTMLElement[] = []
  if (number !== undefined) facts.push(element('span', {}, `Episode ${number}`))
  if (date !== undefined) {
    // A date has no time of day: it must not become the day before west of Greenwich.
    const day = new Intl.DateTimeFormat(document.documentElement.lang || 'en', {
      dateStyle: 'long',
      timeZone: 'UTC',
    }).format(new Date(date))
    facts.push(element('time', { datetime: date }, day))
  }
  return facts
}

/** The same words elsewhere, folded below the first place. */
function addAlike(item: HTMLElement, shown: ShownHit, number: number, root: string): void {
  let details = item.querySelector<HTMLDetailsElement>('details')
  if (!details) {
    details = element('details', { class: 'alike' }, element('summary', {}), element('ul', {}))
    item.append(details)
  }
  const summary = details.querySelector('summary')
  if (summary) summary.textContent = `Nearly the same words in ${count(number, 'other place')}`
  const link = momentLink(shown, root)
  link.replaceChildren(
    element('span', { class: 'when' }, link.querySelector('.when')?.textContent ?? ''),
    ' ',
    shown.leaf.head.title,
  )
  details.querySelector('ul')?.append(element('li', {}, link))
}
