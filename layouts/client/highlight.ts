/** What can be marked in the text; each has its style in `transcript.css`. */
export type Mark = 'now' | 'word' | 'range' | 'found' | 'here'

/**
 * Marks words without touching the page.
 * Support: CSS.highlights in Chrome 105, Safari 17.2, Firefox 140; elsewhere turns are marked.
 */
export function highlight(name: Mark, ranges: readonly Range[]): void {
  if ('highlights' in CSS) {
    if (ranges.length === 0) {
      CSS.highlights.delete(name)
      return
    }
    const drawn = new Highlight(...ranges)
    drawn.priority = name === 'here' || name === 'word' ? 2 : name === 'found' ? 1 : 0
    CSS.highlights.set(name, drawn)
    return
  }
  for (const element of document.querySelectorAll(`.marked-${name}`)) {
    element.classList.remove(`marked-${name}`)
  }
  for (const range of ranges) range.startContainer.parentElement?.classList.add(`marked-${name}`)
}
