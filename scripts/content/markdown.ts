import MarkdownIt, { type Token } from 'markdown-it'
import { parseMoment } from '../model/address.ts'
import type { Place, Problem } from '../model/problem.ts'
import type { Html } from '../model/show.ts'
import { parseTime, type Seconds } from '../model/time.ts'
import * as problems from './problems.ts'

/** What the Markdown of one file needs to know about the rest of the show. */
export interface MarkdownContext {
  readonly file: string
  /** 1-based line of the file on which the Markdown starts. */
  readonly line: number
  /** Where a link leads on the site; a problem when it leads nowhere, and no link without `href`. */
  link(href: string, place: Place): { readonly href?: string; readonly problem?: Problem }
  /** Where a picture of the content folder is published; undefined after a problem. */
  image(src: string, place: Place): { readonly src?: string; readonly problem?: Problem }
  /** Set for show notes: a time in them, `12:34`, becomes a link to the moment. */
  readonly moments?: { readonly duration?: Seconds }
}

export interface Rendered {
  readonly html: Html
  /** The first paragraph as plain text. */
  readonly lead: string
  readonly problems: readonly Problem[]
}

// No HTML, no template language: content is words only.
const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false })

const TIME = /(?<![\w:.#/=-])\d{1,2}:[0-5]\d(?::[0-5]\d)?(?![\d:.]*\d)/g

/** Markdown to HTML; links and pictures are resolved, and what can't be is a problem. */
export function renderMarkdown(text: string, context: MarkdownContext): Rendered {
  const found: Problem[] = []
  const tokens = markdown.parse(text, {})
  for (const token of tokens) {
    const place: Place = { file: context.file, line: context.line + (token.map?.[0] ?? 0) }
    if (token.type === 'heading_open' || token.type === 'heading_close')
      token.tag = lower(token.tag)
    if (token.type !== 'inline' || !token.children) continue
    found.push(...codeInText(token, context))
    resolveLinks(token.children, context, place, found)
    if (context.moments) token.children = linkTimes(token.children, context.moments.duration)
  }
  const lead = tokens.find(
    (t, i) => t.type === 'inline' && tokens[i - 1]?.type === 'paragraph_open',
  )
  return {
    html: markdown.renderer.render(tokens, markdown.options, {}) as Html,
    lead: lead?.children ? plainText(lead.children) : '',
    problems: found,
  }
}

/** The page's own title is h1, so an editor's `#` is h2. */
function lower(tag: string): string {
  return `h${Math.min(6, Number(tag.slice(1)) + 1)}`
}

function plainText(children: readonly Token[]): string {
  return children
    .map(child =>
      child.type === 'softbreak' || child.type === 'hardbreak'
        ? ' '
        : child.type === 'image'
          ? ''
          : child.content,
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

/** HTML and template syntax are harmless here, but an editor who wrote them meant something. */
function codeInText(inline: Token, context: MarkdownContext): Problem[] {
  const found: Problem[] = []
  let line = context.line + (inline.map?.[0] ?? 0)
  for (const child of inline.children ?? []) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') line++
    if (child.type !== 'text') continue
    const tag = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/i.exec(child.content)?.[0]
    if (tag) found.push(problems.htmlAsText({ file: context.file, line }, tag))
    const template = templateIn(child.content)
    if (template) found.push(problems.templateAsText({ file: context.file, line }, template))
  }
  return found
}

/** `{{ x }}` or `{% x %}`. A pattern that looks for its end from every `{{` would take for ever. */
function templateIn(text: string): string | undefined {
  for (const [open, close] of [
    ['{{', '}}'],
    ['{%', '%}'],
  ] as const) {
    const from = text.indexOf(open)
    const to = from < 0 ? -1 : text.indexOf(close, from + 2)
    if (to >= 0) return text.slice(from, to + 2)
  }
  return undefined
}

function resolveLinks(
  children: readonly Token[],
  context: MarkdownContext,
  place: Place,
  found: Problem[],
) {
  for (const child of children) {
    if (child.type === 'link_open') {
      const { href, problem } = context.link(String(child.attrGet('href') ?? ''), place)
      if (href === undefined) child.attrs = []
      else {
        child.attrSet('href', href)
        if (parseMoment(href) && href.startsWith('#')) child.attrJoin('class', 'moment-link')
      }
      if (problem) found.push(problem)
    }
    if (child.type === 'image') {
      const written = String(child.attrGet('src') ?? '')
      const { src, problem } = context.image(written, place)
      if (src === undefined) {
        // An empty `src` is no picture, and asks for the page once more: its description stands in.
        child.type = 'text'
        child.tag = ''
      } else {
        child.attrSet('src', src)
        child.attrSet('loading', 'lazy')
      }
      if (problem) found.push(problem)
      if (child.content.trim() === '') found.push(problems.missingAlt(place, written))
    }
  }
}

/** `12:34` in a text becomes a link to the moment, unless it is past the episode's end. */
function linkTimes(children: Token[], duration: Seconds | undefined): Token[] {
  let inLink = 0
  return children.flatMap(child => {
    if (child.type === 'link_open') inLink++
    if (child.type === 'link_close') inLink--
    if (child.type !== 'text' || inLink > 0) return [child]
    return splitTimes(child, duration)
  })
}

function splitTimes(text: Token, duration: Seconds | undefined): Token[] {
  const parts: Token[] = []
  let from = 0
  for (const match of text.content.matchAll(TIME)) {
    const seconds = parseTime(match[0])
    if (seconds === undefined || (duration !== undefined && seconds > duration)) continue
    parts.push(textToken(text, text.content.slice(from, match.index)))
    parts.push(...timeLink(text, match[0], seconds))
    from = match.index + match[0].length
  }
  return from === 0 ? [text] : [...parts, textToken(text, text.content.slice(from))]
}

function textToken(like: Token, content: string): Token {
  const token = newToken(like, 'text', '', 0)
  token.content = content
  return token
}

function timeLink(like: Token, label: string, seconds: Seconds): Token[] {
  const open = newToken(like, 'link_open', 'a', 1)
  open.attrs = [
    ['href', `#t=${seconds}`],
    ['class', 'moment-link'],
  ]
  return [open, textToken(like, label), newToken(like, 'link_close', 'a', -1)]
}

function newToken(like: Token, type: string, tag: string, nesting: -1 | 0 | 1): Token {
  const TokenClass = like.constructor as new (
    type: string,
    tag: string,
    nesting: -1 | 0 | 1,
  ) => Token
  return new TokenClass(type, tag, nesting)
}
