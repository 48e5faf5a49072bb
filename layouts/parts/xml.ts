/** A piece of finished XML. Only this file makes one, so whatever is in it is escaped. */
export interface Xml {
  readonly xml: string
}

type Child = Xml | string | number | undefined | false
type Attributes = Readonly<Record<string, string | number | undefined>>

/**
 * An element. Strings are escaped; an attribute that is undefined, and a child that is undefined
 * or false, is left out.
 */
export function element(name: string, attributes: Attributes, ...children: Child[]): Xml {
  let said = ''
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) said += ` ${key}="${escapeAttribute(String(value))}"`
  }
  const inside = children.filter(child => child !== undefined && child !== false)
  if (inside.length === 0) return { xml: `<${name}${said}/>` }
  const lines = inside.every(child => typeof child === 'object' && !child.xml.startsWith('<!'))
  const gap = lines ? '\n' : ''
  const content = inside
    .map(child => (typeof child === 'object' ? child.xml : escapeText(String(child))))
    .join(gap)
  return { xml: `<${name}${said}>${gap}${content}${gap}</${name}>` }
}

/** An element that holds only text; undefined, and so left out, when there is none. */
export function textElement(name: string, text: string | number | undefined): Xml | undefined {
  return text === undefined || text === '' ? undefined : element(name, {}, text)
}

/** Text that holds markup of its own, such as show notes, kept readable. */
export function cdata(text: string): Xml {
  // A CDATA section cannot hold its own end, so it is split in the middle of it.
  return { xml: `<![CDATA[${legal(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>` }
}

export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`
}

/** https://www.w3.org/TR/xml/#charsets: all other characters make a document ill-formed. */
function legal(text: string): string {
  if (PLAIN.test(text)) return text
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
}

/** Nearly all text, and looked through in a tenth of the time. */
const PLAIN = /^[\t\n\r\x20-\ud7ff]*$/

function escapeText(text: string): string {
  if (!/[&<>]/.test(text)) return legal(text)
  return legal(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function escapeAttribute(text: string): string {
  const escaped = escapeText(text)
  if (!/["\t\n\r]/.test(escaped)) return escaped
  return escaped
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, space => `&#${space.charCodeAt(0)};`)
}
