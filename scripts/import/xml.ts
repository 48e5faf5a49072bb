import { decodeHTML } from 'entities'
import { XMLParser } from 'fast-xml-parser'

/** One element of a feed. Prefixes are the usual ones, whatever the feed calls its namespaces. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  /** The element's own text, entities read, trimmed. */
  readonly text: string
}

export type XmlResult =
  | { readonly ok: true; readonly root: Element }
  | { readonly ok: false; readonly reason: string }

/** By namespace, because feeds may call them anything. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/itunes\.com\/dtds\/podcast/i, 'itunes'],
  [/podcastindex\.org\/namespace|podcast-namespace/i, 'podcast'],
  [/purl\.org\/rss\/1\.0\/modules\/content/i, 'content'],
  [/podlove\.org\/simple-chapters/i, 'psc'],
  [/w3\.org\/2005\/Atom/i, 'atom'],
  [/purl\.org\/dc\/elements/i, 'dc'],
  [/search\.yahoo\.com\/mrss/i, 'media'],
  [/google\.com\/schemas\/play-podcasts/i, 'googleplay'],
]

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  // A feed's entities are its own text's, never definitions: `decodeHTML` reads the known ones.
  processEntities: false,
  htmlEntities: false,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true,
})

/** Reads XML as other people's servers write it: what is cut off or defines entities is refused. */
export function readXml(text: string): XmlResult {
  const start = text.search(/<[a-z]/i)
  const prolog = start < 0 ? text : text.slice(0, start)
  if (/<!ENTITY/i.test(prolog)) {
    return {
      ok: false,
      reason: 'it defines entities of its own, which no feed needs and some attacks do',
    }
  }
  if (start < 0) return { ok: false, reason: 'it is no XML' }
  const name = /^<([^\s/>]+)/.exec(text.slice(start, start + 200))?.[1] ?? ''
  if (name.toLowerCase() === 'html') return { ok: false, reason: 'it is a web page, not a feed' }
  if (
    !new RegExp(`</${escapeRegExp(name)}\\s*>\\s*(?:<!--[^]{0,2000}?-->\\s*)*$`).test(
      text.slice(-4000),
    )
  ) {
    return { ok: false, reason: `it is cut off: its end, </${name}>, is missing` }
  }
  try {
    const nodes = parser.parse(text.slice(start)) as RawNode[]
    const root = nodes.map(node => elementOf(node, {})).find(it => it !== undefined)
    return root ? { ok: true, root } : { ok: false, reason: 'it holds no element' }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { ok: false, reason: `it is no well-formed XML (${reason})` }
  }
}

interface RawNode {
  readonly ':@'?: Readonly<Record<string, string>>
  readonly [name: string]: unknown
}

type Scope = Readonly<Record<string, string>>

function elementOf(node: RawNode, outer: Scope): Element | undefined {
  const name = Object.keys(node).find(key => key !== ':@')
  if (name === undefined || name.startsWith('#') || name.startsWith('?')) return undefined
  const attributes: Record<string, string> = {}
  for (const [key, value] of Object.entries(node[':@'] ?? {})) attributes[key] = decodeHTML(value)
  const scope = scopeOf(attributes, outer)
  const inside = node[name] as readonly RawNode[]
  return {
    name: nameIn(scope, name),
    attributes,
    children: inside.flatMap(child => elementOf(child, scope) ?? []),
    text: clean(inside.map(textIn).join('')).trim(),
  }
}

function scopeOf(attributes: Readonly<Record<string, string>>, outer: Scope): Scope {
  const declared = Object.entries(attributes).filter(([key]) => key.startsWith('xmlns:'))
  if (declared.length === 0) return outer
  const known = declared.flatMap(([key, uri]) => {
    const prefix = PREFIXES.find(([pattern]) => pattern.test(uri))?.[1]
    return prefix ? [[key.slice('xmlns:'.length), prefix] as const] : []
  })
  return { ...outer, ...Object.fromEntries(known) }
}

function nameIn(scope: Scope, name: string): string {
  const colon = name.indexOf(':')
  if (colon < 0) return name
  const prefix = name.slice(0, colon)
  return `${Object.hasOwn(scope, prefix) ? scope[prefix] : prefix}${name.slice(colon)}`
}

function textIn(node: RawNode): string {
  if (typeof node['#text'] === 'string') return decodeHTML(node['#text'])
  const cdata = node['#cdata']
  if (!Array.isArray(cdata)) return ''
  return cdata.map((part: RawNode) => String(part['#text'] ?? '')).join('')
}

/** Control characters are in no text that anybody wrote. */
function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cc}/gu, character => (/[\n\t]/.test(character) ? character : ''))
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

export function child(of: Element | undefined, name: string): Element | undefined {
  return of?.children.find(it => it.name === name)
}

export function childrenOf(of: Element, name: string): Element[] {
  return of.children.filter(it => it.name === name)
}

/** Text of the first of these children that has any. */
export function textOf(of: Element | undefined, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = of?.children.find(it => it.name === name && it.text !== '')
    if (found) return found.text
  }
  return undefined
}
