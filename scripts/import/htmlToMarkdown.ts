import { decodeHTML } from 'entities'
import TurndownService from 'turndown'
import { isWebAddress } from '../content/kinds.ts'

/**
 * Notes as feeds have them, in HTML or as plain text, as Markdown. Scripts and what tracks readers
 * go; a frame becomes a link to what it shows.
 */
export function htmlToMarkdown(notes: string): string {
  const text = withoutRuns(notes).trim()
  if (text === '') return ''
  if (depthOf(text) > DEEPEST) return tidy(turndown.turndown(plainToHtml(htmlToText(text))))
  const html = /<\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?>/i.test(text) ? text : plainToHtml(text)
  return tidy(turndown.turndown(html))
}

/** Deeper than anybody writes, and than a parser that calls itself can follow. */
const DEEPEST = 200

/** Runs of spaces and breaks that only a machine writes; long ones take their time to read. */
function withoutRuns(html: string): string {
  return html.replace(/[^\S\n]{200,}/g, ' ').replace(/(?:<br\s*\/?>\s*){3,}/gi, '<br><br>')
}

/** How deep elements stand in each other, leaving out those that end by themselves. */
function depthOf(html: string): number {
  let depth = 0
  let deepest = 0
  for (const [, slash, name = '', own] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^<>]*?(\/?)>/gi)) {
    if (own || /^(br|hr|img|input|wbr|meta|link|p|li|dt|dd|tr|td|th|option)$/i.test(name)) continue
    depth = slash ? Math.max(0, depth - 1) : depth + 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

/** Text of HTML, without any markup, on one line. */
export function htmlToText(html: string): string {
  return decodeHTML(html.replace(/<[^<>]*>/g, ' '))
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
      .replace(/^\\$/gm, '')
      .replace(/\\\n(?=\n|$)/g, '\n')
      .replace(/^(\s*(?:-|\d+\.)) {2,}/gm, '$1 ')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
      // A break at the very end breaks nothing.
      .replace(/(?<!\\)\\$/, '')
  )
}
