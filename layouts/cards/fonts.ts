import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One file of a font family, and the characters it is for. */
export interface FontFile {
  readonly name: string
  readonly data: Buffer
  readonly unicodeRange: [number, number][]
}

export const BOOK = 'Literata'
export const SANS = 'Instrument Sans'

const PACKAGES = [
  [BOOK, 'literata'],
  [SANS, 'instrument-sans'],
] as const

/** The site's own fonts, as their packages bring them; no machine needs to have any. */
export function readFonts(): FontFile[] {
  return PACKAGES.flatMap(([name, slug]) => {
    const folder = new URL('.', import.meta.resolve(`@fontsource-variable/${slug}/unicode.json`))
    const read = (path: string) => readFileSync(fileURLToPath(new URL(path, folder)))
    const subsets: Record<string, string> = JSON.parse(read('unicode.json').toString())
    return Object.entries(subsets).map(([subset, ranges]) => ({
      name,
      data: read(`files/${slug}-${subset}-wght-normal.woff2`),
      unicodeRange: ranges.split(',').map(readRange),
    }))
  })
}

/** `U+0102-0103`, `U+2116`. */
function readRange(text: string): [number, number] {
  const [from = '', to = from] = text.replace(/^\s*U\+/, '').split('-')
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
}

/** Emoji, and what joins and tints them; not the signs that fonts have, such as ©. */
const EMOJI = /(?![©®™])\p{Extended_Pictographic}|\uFE0F|\u200D|[\u{1F3FB}-\u{1F3FF}]/gu

/**
 * Makes a reader of texts: it gives the text as the fonts can draw it, without emoji, which say
 * nothing that is missed, and undefined where letters would come out as empty boxes.
 */
export function drawableBy(fonts: readonly FontFile[]): (text: string) => string | undefined {
  const ranges = fonts.flatMap(font => font.unicodeRange)
  const known = new Set<string>()
  const has = (letter: string) => {
    const code = letter.codePointAt(0) ?? 0
    if (!known.has(letter) && ranges.some(([from, to]) => code >= from && code <= to)) {
      known.add(letter)
    }
    return known.has(letter)
  }
  return text => {
    const words = text
      .replace(EMOJI, '')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
    return [...words].every(has) ? words : undefined
  }
}
