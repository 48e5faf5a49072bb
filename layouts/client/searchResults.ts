import { formatDay } from '../../scripts/model/time.ts'
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

/** Hits of one episode that are shown at once, so that one doesn't keep all others out of sight. */
const EACH = 4

/** Shows hits as they are asked for, grouped by episode, never a worse one before a better one. */
export class Results {
  readonly #root: string

  constructor(root: string) {
    this.#root = root
  }

  /** The first results; the rest follows when it is asked for, as long as `isWanted`. */
  async of(index: SearchIndex, answer: Answer, isWanted: () => boolean): Promise<HTMLElement> {
    const list = element('div', { class: 'found' })
    const load = (hits: readonly Hit[]) => loadHits(index, answer, hits)
    const queue = new Queue(answer)
    const flow = new Flow(list, this.#root, queue, load)
    const [pages, hits] = await Promise.all([
      load(answer.pages.slice(0, PAGES)),
      load(queue.take(FIRST)),
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
    const button = element(
      'button',
      { type: 'button', class: 'more', onclick: () => void more() },
      'More moments',
    )
    const more = async () => {
      const shown = await load(queue.take(MORE))
      if (!isWanted()) return
      flow.add(shown)
      button.hidden = queue.isEmpty
    }
    list.append(button)
    flow.add(hits)
    button.hidden = queue.isEmpty
    if (queue.isExact && answer.hits.length <= EVERY) {
      void (async () => {
        while (!queue.isEmpty && isWanted()) await more()
      })()
    }
    return list
  }
}

function loadHits(index: SearchIndex, answer: Answer, hits: readonly Hit[]): Promise<ShownHit[]> {
  return Promise.all(
    hits.map(async hit => {
      const leaf = await index.leafAt(hit.document, hit.at)
      return { hit, leaf, snippet: snippetOf(leaf, hit, answer.marks) }
    }),
  )
}

/** Hits in the order they are shown. */
class Queue {
  /** Of what stands in quotes, every place is shown in its turn. */
  readonly isExact: boolean
  readonly #hits: readonly Hit[]
  /** Hits of each episode that were passed over, for whoever wants more of this episode. */
  readonly #rest = new Map<number, Hit[]>()
  readonly #taken = new Map<number, number>()
  #next = 0
  #last = -1

  constructor({ hits, complete, query }: Answer) {
    this.#hits = hits
    this.isExact = query.wanted.some(({ exact }) => exact)
    for (const hit of hits.slice(0, complete || hits.length)) {
      const own = this.#rest.get(hit.document)
      if (own) own.push(hit)
      else this.#rest.set(hit.document, [hit])
    }
    this.#skip()
  }

  get isEmpty(): boolean {
    return this.#next >= this.#hits.length
  }

  /** The next hits. */
  take(size: number): Hit[] {
    const taken: Hit[] = []
    while (taken.length < size && !this.isEmpty) {
      const hit = this.#hits[this.#next++]
      if (!hit) break
      taken.push(hit)
      const { document } = hit
      this.#taken.set(document, (this.#taken.get(document) ?? 0) + 1)
      this.#last = document
      const rest = this.#rest.get(document)
      if (rest)
        this.#rest.set(
          document,
          rest.filter(other => other !== hit),
        )
      this.#skip()
    }
    return taken
  }

  /** How many hits of an episode wait. */
  waiting(document: number): number {
    return this.isExact ? 0 : (this.#rest.get(document)?.length ?? 0)
  }

  /** All of them. */
  takeRest(document: number): Hit[] {
    const rest = this.#rest.get(document) ?? []
    this.#rest.delete(document)
    return rest
  }

  /**
   * Passes over hits of an episode that has had its share, and weaker ones of an episode that
   * stands above: they would come before better ones there.
   */
  #skip(): void {
    if (this.isExact) return
    for (let hit = this.#hits[this.#next]; hit; hit = this.#hits[++this.#next]) {
      const taken = this.#taken.get(hit.document) ?? 0
      if (taken === 0 || (hit.document === this.#last && taken < EACH)) return
    }
  }
}

/** The list as it grows. */
class Flow {
  readonly #list: HTMLElement
  readonly #root: string
  readonly #queue: Queue
  readonly #load: (hits: readonly Hit[]) => Promise<ShownHit[]>
  readonly #groups = new Map<number, Group>()
  readonly #shown: { readonly snippet: Snippet; readonly item: HTMLElement; alike: number }[] = []

  constructor(
    list: HTMLElement,
    root: string,
    queue: Queue,
    load: (hits: readonly Hit[]) => Promise<ShownHit[]>,
  ) {
    this.#list = list
    this.#root = root
    this.#queue = queue
    this.#load = load
  }

  add(shown: readonly ShownHit[]): void {
    for (const one of shown) this.#addOne(one)
    for (const [document, group] of this.#groups) group.offer(this.#queue.waiting(document))
  }

  #addOne(shown: ShownHit): void {
    const { hit, leaf, snippet } = shown
    const same = this.#queue.isExact
      ? undefined
      : this.#shown.find(other => isAlike(other.snippet, snippet))
    if (same) {
      same.alike++
      addAlike(same.item, shown, same.alike, this.#root)
      return
    }
    const group = this.#groups.get(hit.document) ?? this.#open(hit.document, leaf)
    this.#shown.push({ snippet, item: group.add(shown), alike: 0 })
  }

  #open(document: number, leaf: Leaf): Group {
    const group = new Group(leaf, this.#root, () => this.#load(this.#queue.takeRest(document)))
    this.#groups.set(document, group)
    this.#list.insertBefore(group.section, this.#list.querySelector(':scope > .more'))
    return group
  }
}

/** The hits of one episode. */
class Group {
  readonly section: HTMLElement
  readonly #hits = element('ol', { class: 'hits' })
  readonly #root: string
  readonly #button: HTMLButtonElement

  constructor({ head }: Leaf, root: string, loadRest: () => Promise<ShownHit[]>) {
    this.#root = root
    const id = `found-${head.address.replace(/[^\p{L}\p{N}]+/gu, '-')}${head.language ?? ''}`
    const showRest = async () => {
      const items = (await loadRest()).map(shown => this.add(shown))
      this.#button.hidden = true
      items[0]?.querySelector('a')?.focus()
    }
    this.#button = element('button', {
      type: 'button',
      class: 'more',
      hidden: true,
      onclick: () => void showRest(),
    })
    this.section = element(
      'section',
      { class: 'group', 'aria-labelledby': id },
      element('h2', { id }, element('a', { href: root + head.address.slice(1) }, head.title)),
      element('p', { class: 'facts' }, ...factsOf(head)),
      this.#hits,
      this.#button,
    )
  }

  add(shown: ShownHit): HTMLElement {
    const item = hitItem(shown, this.#root)
    this.#hits.append(item)
    return item
  }

  /** Offers the hits of this episode that wait. */
  offer(waiting: number): void {
    this.#button.hidden = waiting === 0
    this.#button.textContent = `${waiting} more in this episode`
  }
}

function factsOf({ number, date }: Leaf['head']): HTMLElement[] {
  const facts: HTMLElement[] = []
  if (number !== undefined) facts.push(element('span', {}, `Episode ${number}`))
  if (date !== undefined) {
    facts.push(element('time', { datetime: date }, formatDay(date)))
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
