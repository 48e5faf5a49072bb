import type { Html } from '../../scripts/model/show.ts'

/**
 * Notes as they can stand anywhere: every link and picture with its whole URL.
 * @param page the URL of the page the notes were written for
 */
export function absoluteLinks(html: Html, page: string): string {
  // markdown-it writes these two attributes, always in double quotes, and escapes quotes in text.
  return html.replace(/ (href|src)="([^"]*)"/g, (whole, name, value) => {
    const address = value.replaceAll('&amp;', '&')
    if (!URL.canParse(address, page)) return whole
    return ` ${name}="${new URL(address, page).href.replaceAll('&', '&amp;')}"`
  })
}
