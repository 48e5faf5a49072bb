import { momentHash } from '../../scripts/model/address.ts'
import { announce } from './announce.ts'
import { element } from './element.ts'
import type { EpisodePlayer } from './player.ts'
import type { Reading } from './reading.ts'

/** Select words, and a small menu offers them as a quotation and as a link. */
export class Sharer {
  readonly #reading: Reading
  readonly #player: EpisodePlayer
  readonly #menu: HTMLElement
  #range: Range | undefined

  constructor(reading: Reading, player: EpisodePlayer) {
    this.#reading = reading
    this.#player = player
    this.#menu = element(
      'div',
      { class: 'share', role: 'toolbar', 'aria-label': 'Share the selected words', hidden: true },
      element('button', { type: 'button', onclick: () => this.#copy('quote') }, 'Copy quote'),
      element('button', { type: 'button', onclick: () => this.#copy('link') }, 'Copy link'),
    )
    // A press on the menu must not take the selection away.
    this.#menu.addEventListener('pointerdown', event => event.preventDefault())
    this.#menu.addEventListener('keydown', event => {
      if (event.key === 'Escape') getSelection()?.removeAllRanges()
    })
    document.body.append(this.#menu)
    let wait = 0
    document.addEventListener('selectionchange', () => {
      clearTimeout(wait)
      wait = setTimeout(() => this.#selected(), 150)
    })
  }

  /** Moves the focus to the menu, for those who select by keyboard. */
  focus(): void {
    this.#selected()
    if (!this.#menu.hidden) this.#menu.querySelector('button')?.focus()
  }

  #selected(): void {
    void this.#reading.loadWords()
    const selection = getSelection()
    const range =
      selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : undefined
    const inside = range && this.#reading.root.contains(range.commonAncestorContainer)
    this.#range = inside && this.#pieces(range).length > 0 ? range.cloneRange() : undefined
    this.#menu.hidden = !this.#range
    this.#player.drawOnRibbon('chosen', this.#range ? [this.#times(this.#range)] : [])
    if (!this.#range) return
    const box = this.#range.getBoundingClientRect()
    const { offsetWidth, offsetHeight } = this.#menu
    const left = Math.max(
      8,
      Math.min(box.left + box.width / 2 - offsetWidth / 2, innerWidth - offsetWidth - 8),
    )
    // Below the words: above them stands the menu of the system on phones.
    const below = box.bottom + 10 + offsetHeight < innerHeight - 80
    const top = below ? box.bottom + 10 : Math.max(80, box.top - offsetHeight - 10)
    this.#menu.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`
  }

  async #copy(what: 'quote' | 'link'): Promise<void> {
    if (!this.#range) return
    const [start, end] = this.#times(this.#range)
    const link = location.origin + location.pathname + momentHash(start, end)
    const text = what === 'link' ? link : `${this.#quote(this.#range)}\n${link}`
    try {
      await navigator.clipboard.writeText(text)
      announce(what === 'link' ? 'Link copied' : 'Quote copied')
      this.#say('Copied')
    } catch {
      // No permission, or no HTTPS: show the words so that they can be copied by hand.
      prompt('Copy this:', text)
    }
    history.replaceState(null, '', momentHash(start, end))
  }

  #say(words: string): void {
    const [button] = this.#menu.children
    if (!button) return
    const before = button.textContent
    button.textContent = words
    setTimeout(() => {
      button.textContent = before
      getSelection()?.removeAllRanges()
    }, 900)
  }

  /** Whole seconds, reaching a little further out rather than cutting a word. */
  #times(range: Range): [number, number] {
    const pieces = this.#pieces(range)
    const first = pieces[0]
    const last = pieces.at(-1)
    const start = first ? (this.#reading.timeOf(first.text, first.from) ?? 0) : 0
    const end = last ? (this.#reading.timeOf(last.text, last.to) ?? start) : start
    return [Math.floor(start), Math.max(Math.floor(start) + 1, Math.ceil(end + 0.2))]
  }

  /** `“I never said that.” — Wren Okafor, in Foghorns (Low Water)`, a line for each who speaks. */
  #quote(range: Range): string {
    const turns = new Map<Element | null, { name: string; words: string[] }>()
    for (const { text, from, to } of this.#pieces(range)) {
      const turn = text.parentElement?.closest('.turn') ?? null
      const said = turns.get(turn) ?? {
        name: turn?.querySelector(':scope > b')?.textContent ?? '',
        words: [],
      }
      said.words.push(text.data.slice(from, to))
      turns.set(turn, said)
    }
    const { title = '', show = '' } = this.#player.dataset
    const lines = [...turns.values()].map(({ name, words }) => ({
      name,
      words: words.join('').replace(/\s+/g, ' ').trim(),
    }))
    const source = `${title} (${show})`
    const [only] = lines
    if (only && lines.length === 1)
      return `“${only.words}” — ${only.name ? `${only.name}, in ` : ''}${source}`
    return `${lines.map(({ name, words }) => (name ? `${name}: “${words}”` : `“${words}”`)).join('\n')}\n— ${source}`
  }

  /** The text nodes of speech inside a range: no times, no names. */
  #pieces(range: Range): { text: Text; from: number; to: number }[] {
    const pieces: { text: Text; from: number; to: number }[] = []
    const root = range.commonAncestorContainer
    const walker = document.createTreeWalker(
      root instanceof Text ? (root.parentNode ?? root) : root,
      4,
    )
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node as Text
      if (!range.intersectsNode(text) || !text.parentElement?.closest('.turn > p')) continue
      if (text.parentElement.closest('a')) continue
      const from = text === range.startContainer ? range.startOffset : 0
      const to = text === range.endContainer ? range.endOffset : text.length
      if (to > from) pieces.push({ text, from, to })
    }
    return pieces
  }
}
