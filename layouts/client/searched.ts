import { parseMoment } from '../../scripts/model/address.ts'
import { highlight } from './highlight.ts'

/** Where the words of a search result wait for the one visit that follows. */
const KEY = 'verbatim:find'

/** Keeps the words of a result for the episode page that it leads to. */
export function keepSearched(words: readonly string[]): void {
  try {
    sessionStorage.setItem(KEY, words.join('\n'))
  } catch {
    // Storage may be switched off: then the words are shown there, but not marked.
  }
}

/** Marks the words that led here from a search, where the address says that they are said. */
export function markSearched(turns: HTMLElement): void {
  const words = takeKept()
  const turn = words.length > 0 && turnAt(turns)
  if (!turn) return
  const next = turn.nextElementSibling
  const places = next?.classList.contains('turn') ? [turn, next] : [turn]
  highlight(
    'found',
    places.flatMap(place => rangesOf(place, words)),
  )
}

function takeKept(): string[] {
  try {
    const words = sessionStorage.getItem(KEY)
    sessionStorage.removeItem(KEY)
    return words?.split('\n').filter(word => word !== '') ?? []
  } catch {
    return []
  }
}

/** The turn of the address: by its id, or the last one that has begun by then. */
function turnAt(turns: HTMLElement): Element | undefined {
  const id = decodeURIComponent(location.hash.slice(1))
  const named = id && document.getElementById(id)?.closest('.turn')
  if (named) return named
  const start = parseMoment(location.hash)?.start
  if (start === undefined) return undefined
  return (
    [...turns.querySelectorAll<HTMLElement>('[data-t]')]
      .filter(({ dataset }) => Number(dataset['t']) <= start + 0.001)
      .sort((a, b) => Number(a.dataset['t']) - Number(b.dataset['t']))
      .at(-1)
      ?.closest('.turn') ?? undefined
  )
}

function rangesOf(turn: Element, words: readonly string[]): Range[] {
  const ranges: Range[] = []
  const walker = document.createTreeWalker(turn, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text
    if (text.parentElement?.closest('a, b')) continue
    for (const word of words) {
      for (let at = text.data.indexOf(word); at >= 0; at = text.data.indexOf(word, at + 1)) {
        const end = at + word.length
        // Whole words only: `open` is not in `reopened`.
        if (
          /[\p{L}\p{N}]/u.test(text.data[at - 1] ?? '') ||
          /[\p{L}\p{N}]/u.test(text.data[end] ?? '')
        ) {
          continue
        }
        const range = document.createRange()
        range.setStart(text, at)
        range.setEnd(text, end)
        ranges.push(range)
      }
    }
  }
  return ranges
}
