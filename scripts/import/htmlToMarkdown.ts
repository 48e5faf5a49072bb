import { decodeHTML } from 'entities'
import TurndownService from 'turndown'
import { isWebAddress } from '../content/kinds.ts'

/**
 * Notes as feeds have them, in HTML or as plain text, as Markdown. Scripts and what tracks readers
 * go; a frame becomes a link to what it shows.
 */
export function htmlToMarkdown(notes: string): string {
  const text = notes.trim()
  if (text === '') return ''
  const html = /<\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?>/i.test(text) ? text : plainToHtml(text)
  return tidy(turndown.turndown(html))
}

/** Text of HTML, without any markup, on one line. */
export function htmlToText(html: string): string {
  return decodeHTML(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}

function plainToHtml(text: string): string {
  const escaped = text.replace(/&(?!#?\w+;)/g, '&amp;').replaceAll('<', '&lt;')
  return escaped
    .split(/\n\s*\n/)
    .map(paragraph => `<p>${paragraph.trim().replace(/\s*\n\s*/g, '<br>')}</p>`)
    .join('')
}

const turndown = new TurndownService({
  headingStyle: 'atx',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
  hr: '---',
  br: '\\',
})

turndown.remove(['script', 'style', 'noscript', 'form', 'button', 'input', 'title'])

turndown.addRule('frame', {
  filter: ['iframe', 'audio', 'video'],
  replacement(_content, node) {
    const src = node.getAttribute('src') ?? ''
    return isWebAddress(src) ? `\n\n<${src}>\n\n` : ''
  },
})

turndown.addRule('picture', {
  filter: 'img',
  replacement(_content, node) {
    const attribute = (name: string) => node.getAttribute(name) ?? ''
    const src = attribute('src')
    // A picture of one pixel is there to count readers.
    const counts = ['width', 'height'].some(name => /^[01](px)?$/.test(attribute(name).trim()))
    if (counts || !isWebAddress(src)) return ''
    return `![${attribute('alt').replace(/[[\]\n]/g, ' ')}](${destination(src)})`
  },
})

turndown.addRule('link', {
  filter: 'a',
  replacement(content, node) {
    const href = (node.getAttribute('href') ?? '').trim()
    if (content.trim() === '') return ''
    if (!isWebAddress(href)) return content
    // An address that shows itself stays a bare one: it is linked by itself.
    if (
      decodeHTML(content.replace(/\\([_*[\]])/g, '$1')).trim() === href &&
      /^https?:/.test(href)
    ) {
      return `<${href}>`
    }
    return `[${content.trim().replace(/\n+/g, ' ')}](${destination(href)})`
  },
})

function destination(href: string): string {
  return href.replace(/[\s()<>]/g, it =>
    encodeURIComponent(it).replace('(', '%28').replace(')', '%29'),
  )
}

function tidy(markdown: string): string {
  return (
    markdown
      .replace(/\u00a0/g, ' ')
      // A bare address is linked by itself, if no backslash stands in it.
      .replace(/(?<![(<])https?:\/\/[^\s<>)]+/g, url => url.replace(/\\([_*~[\]])/g, '$1'))
      .replace(/[ \t]+$/gm, '')
      .replace(/\\\n(?=\n|$)/g, '\n')
      .replace(/^\\$/gm, '')
      .replace(/^(\s*(?:-|\d+\.)) {2,}/gm, '$1 ')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  )
}
