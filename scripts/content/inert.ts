import path from 'node:path'
import { type Folder, readText } from './folder.ts'

/** What a browser runs, or reads as a page, when somebody opens it. */
const ACTIVE = /\.(?:[xms]?html?|xht|mhtml|m?js|cjs|wasm|xml|xslt?|rdf|rss|atom|svgz|swf|hta|css)$/i

/**
 * Whether a file of the content folder could run on the site, in the name of the show. Hosts that send
 * our policy keep it from that, and not every host does. An SVG is what it holds.
 */
export function isActive(folder: Folder, file: string): boolean {
  const name = path.posix.basename(file)
  return /\.svg$/i.test(name) ? isActiveSvg(folder, file) : ACTIVE.test(name)
}

/** https://www.w3.org/TR/SVG2/interact.html and /linking.html; what only moves or draws may stay. */
const SVG_SIGNS: readonly RegExp[] = [
  /<\s*(?:[\w-]+:)?(?:script|handler|listener|foreignobject|iframe|object|embed|audio|video)\b/i,
  /[\s"'/]on[a-z]+\s*=/i,
  /(?:java|vb)script\s*:|data\s*:\s*text/i,
  /<\?\s*xml-stylesheet/i,
  // Drawing programs name their namespaces by entities; one with markup or another in it hides things.
  /<!ENTITY[^>]*[<&%]|<!ENTITY[^"'>]*\b(?:SYSTEM|PUBLIC)\b/i,
  // In an encoding such as ISO-2022-JP the same bytes are other letters.
  /^\s*<\?xml[^>]*\bencoding\s*=\s*["'](?!utf-8|us-ascii|iso-8859-1["']|windows-1252)/i,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x08\x0b\x0c\x0e-\x1f]/,
]

function isActiveSvg(folder: Folder, file: string): boolean {
  const { text, problems } = readText(folder, file)
  if (problems.length > 0) return true
  // A letter may stand as `&#106;`, and browsers leave out tabs and line ends in an address.
  const plain = text
    .replace(/&#x([\da-f]{1,6});?/gi, (_, hex: string) => letter(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});?/g, (_, digits: string) => letter(Number(digits)))
  const joined = plain.replace(/[\t\n]/g, '')
  return SVG_SIGNS.some(sign => sign.test(plain) || sign.test(joined))
}

function letter(code: number): string {
  return code > 8 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
