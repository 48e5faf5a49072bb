import { formatClock, formatSpoken } from '../../scripts/model/time.ts'
import type { Leaf } from '../../scripts/search/leaf.ts'
import type { Hit } from '../../scripts/search/rank.ts'
import type { Snippet, SnippetLine } from '../../scripts/search/snippet.ts'
import { element, icon } from './element.ts'
import { keepSearched } from './searched.ts'
import { playHere } from './searchPlay.ts'

export interface ShownHit {
  readonly hit: Hit
  readonly leaf: Leaf
  readonly snippet: Snippet
}

/** A moment: when, who, what, and a way to hear it at once. */
export function hitItem(shown: ShownHit, root: string): HTMLElement {
  const { leaf, snippet } = shown
  const link = momentLink(shown, root)
  const item = element('li', { class: 'hit' }, link)
  const { audio, language } = leaf.head
  if (language) link.lang = language
  if (audio !== undefined && snippet.start !== undefined) {
    item.append(playButton(audio.startsWith('/') ? root + audio.slice(1) : audio, snippet))
  }
  return item
}

export function momentLink({ leaf, snippet }: ShownHit, root: string): HTMLAnchorElement {
  const { start, estimated, at } = snippet
  const hash = at === '' ? '' : `#${at}`
  const when =
    start === undefined
      ? element('span', { class: 'when', 'aria-hidden': 'true' }, '¶')
      : element(
          'span',
          { class: 'when' },
          element(
            'span',
            { 'aria-hidden': 'true' },
            `${estimated ? '≈ ' : ''}${formatClock(start)}`,
          ),
          element(
            'span',
            { class: 'unseen' },
            `${estimated ? 'About ' : ''}${formatSpoken(start)}.`,
          ),
        )
  const link = element(
    'a',
    { class: 'moment', href: root + leaf.head.address.slice(1) + hash },
    when,
    ' ',
    element('span', { class: 'said' }, ...snippet.lines.flatMap(lineNodes)),
  )
  link.addEventListener('click', () => {
    const marked = snippet.lines.flatMap(({ parts }) => parts.filter(part => part.marked))
    keepSearched(marked.map(({ text }) => text.trim()))
  })
  return link
}

function lineNodes({ speaker, parts }: SnippetLine): Node[] {
  return [
    element(
      'span',
      { class: 'line' },
      ...(speaker ? [element('b', {}, speaker.name), ' '] : []),
      ...parts.map(({ text, marked }) => (marked ? element('mark', {}, text) : text)),
    ),
  ]
}

const KINDS = { episode: 'Episode', guest: 'Person', topic: 'Topic', page: 'Page', speech: '' }

/** An episode, a person, a topic or a page, shown as what it is. */
export function pageItem({ leaf, snippet }: ShownHit, root: string): HTMLElement {
  const { kind, title, address } = leaf.head
  const chapter = snippet.role === 'chapter'
  const hash = snippet.at === '' ? '' : `#${snippet.at}`
  const text = snippet.role === 'title' ? [] : snippet.lines.flatMap(lineNodes)
  return element(
    'li',
    {},
    element(
      'a',
      { class: 'place', href: root + address.slice(1) + hash },
      element(
        'span',
        { class: 'kind' },
        chapter && snippet.start !== undefined
          ? `Chapter, ${formatClock(snippet.start)}`
          : KINDS[kind],
      ),
      ' ',
      element('b', {}, title),
      ...(text.length > 0 ? [' ', element('span', { class: 'said' }, ...text)] : []),
    ),
  )
}

const PLAY = 'M8 5.5v13l10.5-6.5z'
const PAUSE = 'M8 5.5v13M16 5.5v13'

function playButton(audio: string, { start, speaker }: Snippet): HTMLElement {
  const name = `${speaker ? `${speaker.name}, ` : ''}${formatSpoken(start ?? 0)}`
  const button = element('button', { type: 'button', class: 'play' }, icon(PLAY))
  const show = (playing: boolean) => {
    button.ariaLabel = `${playing ? 'Pause' : 'Play'}: ${name}`
    button.replaceChildren(icon(playing ? PAUSE : PLAY))
    button.toggleAttribute('data-playing', playing)
  }
  show(false)
  button.addEventListener('click', () => playHere(audio, start ?? 0, show))
  return button
}
