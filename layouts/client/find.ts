import { announce } from './announce.ts'
import { bringIntoView } from './bringIntoView.ts'
import { element, icon } from './element.ts'
import { highlight } from './highlight.ts'
import type { EpisodePlayer } from './player.ts'
import type { Reading } from './reading.ts'

interface Block {
  readonly text: string
  /** Where each text node of the paragraph begins in `text`. */
  readonly nodes: readonly (readonly [at: number, node: Text])[]
}

/** Finds words in this episode as they are typed: all places, counted, one after the other. */
export class Finder {
  readonly #reading: Reading
  readonly #player: EpisodePlayer
  readonly #bar: HTMLElement
  readonly #field = element('input', {
    type: 'search',
    'aria-label': 'Find in this episode',
    placeholder: 'Find in this episode',
    autocomplete: 'off',
  })
  readonly #count = element('output', {})
  #blocks: Block[] | undefined
  #found: Range[] = []
  #here = -1

  constructor(reading: Reading, player: EpisodePlayer) {
    this.#reading = reading
    this.#player = player
    const step = (by: number, path: string, label: string) =>
      element(
        'button',
        { type: 'button', 'aria-label': label, onclick: () => this.#step(by) },
        icon(path),
      )
    this.#bar = element(
      'search',
      { class: 'find', hidden: true },
      this.#field,
      this.#count,
      step(-1, 'M6 14l6-6 6 6', 'Previous place'),
      step(1, 'M6 10l6 6 6-6', 'Next place'),
      element(
        'button',
        { type: 'button', 'aria-label': 'Close', onclick: () => this.close() },
        icon('M6 6l12 12M18 6 6 18'),
      ),
    )
    const open = element(
      'button',
      {
        type: 'button',
        class: 'finder',
        'aria-label': 'Find in this episode',
        onclick: () => this.toggle(),
      },
      icon('M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M15.5 15.5 20 20'),
    )
    if (!reading.root.hasChildNodes()) return
    player.add(open)
    player.append(this.#bar)
    this.#field.addEventListener('input', () => this.#search())
    this.#field.addEventListener('keydown', event => {
      if (event.key === 'Enter') this.#step(event.shiftKey ? -1 : 1)
      else if (event.key === 'Escape') this.close()
      else return
      event.preventDefault()
    })
  }

  toggle(): void {
    if (this.#bar.hidden) this.open()
    else this.close()
  }

  open(): void {
    if (!this.#bar.isConnected) return
    this.#bar.hidden = false
    this.#field.focus()
    this.#field.select()
    if (this.#field.value) this.#search()
  }

  close(): void {
    this.#bar.hidden = true
    this.#found = []
    this.#draw()
    this.#player.querySelector<HTMLElement>('.finder')?.focus()
  }

  #search(): void {
    const query = fold(this.#field.value).trim().replace(/\s+/g, ' ')
    this.#found = query === '' ? [] : this.#find(query)
    const fromTop = this.#found.findIndex(range => range.getBoundingClientRect().top > 80)
    this.#here = this.#found.length === 0 ? -1 : Math.max(0, fromTop)
    this.#draw()
    if (query !== '')
      announce(this.#found.length === 0 ? 'No place' : `${this.#found.length} places`)
    this.#show()
  }

  #step(by: number): void {
    if (this.#found.length === 0) return
    this.#here = (this.#here + by + this.#found.length) % this.#found.length
    this.#draw()
    announce(`${this.#here + 1} of ${this.#found.length}`)
    this.#show()
  }

  #find(query: string): Range[] {
    this.#blocks ??= [...this.#reading.root.querySelectorAll('.turn > p, h3')].map(readBlock)
    const found: Range[] = []
    for (const block of this.#blocks) {
      for (
        let at = block.text.indexOf(query);
        at !== -1;
        at = block.text.indexOf(query, at + query.length)
      ) {
        const range = document.createRange()
        range.setStart(...spotIn(block, at, 'start'))
        range.setEnd(...spotIn(block, at + query.length, 'end'))
        found.push(range)
      }
    }
    return found
  }

  #draw(): void {
    const here = this.#found[this.#here]
    highlight('found', this.#found)
    highlight('here', here ? [here] : [])
    const none = this.#field.value.trim() === '' ? '' : 'none'
    this.#count.textContent =
      this.#found.length === 0 ? none : `${this.#here + 1} of ${this.#found.length}`
    const times = this.#found.map(range =>
      this.#reading.timeOf(range.startContainer, range.startOffset),
    )
    this.#player.drawOnRibbon(
      'found',
      times.filter(time => time !== undefined).map(time => [time, time] as const),
    )
  }

  #show(): void {
    const here = this.#found[this.#here]
    if (!here) return
    const { top, bottom } = here.getBoundingClientRect()
    if (top < 120 || bottom > innerHeight - 140) bringIntoView(here, 'instant')
  }
}

/** Case and the shape of quotation marks make no difference; the length stays the same. */
function fold(text: string): string {
  const lower = text.toLowerCase()
  return (lower.length === text.length ? lower : text)
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s/g, ' ')
}

function readBlock(paragraph: Element): Block {
  const nodes: [number, Text][] = []
  let text = ''
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('a')) continue
    nodes.push([text.length, node as Text])
    text += (node as Text).data
  }
  return { text: fold(text), nodes }
}

function spotIn({ nodes }: Block, at: number, edge: 'start' | 'end'): [Text, number] {
  const found = nodes.findLast(([from]) => (edge === 'start' ? from <= at : from < at)) ?? nodes[0]
  if (!found) throw new RangeError('an empty paragraph holds no words')
  return [found[1], at - found[0]]
}
