import { parseMoment } from '../../scripts/model/address.ts'

/** Marks the chapter that is being heard in the list of chapters. */
export function followChapters(list: Element): void {
  const chapters = [...list.querySelectorAll('a')].map(link => ({
    link,
    start: parseMoment(link.hash)?.start ?? 0,
  }))
  document.addEventListener('verbatim:now', event => {
    const now = (event as CustomEvent<number>).detail
    const current = chapters.findLast(({ start }) => start <= now + 0.5)
    for (const chapter of chapters) {
      if (chapter === current) chapter.link.setAttribute('aria-current', 'true')
      else chapter.link.removeAttribute('aria-current')
    }
  })
}
