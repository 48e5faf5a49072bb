import { plainLetters } from '../model/slug.ts'

/** One word of a text as search sees it. */
export interface Word {
  /** Lower case, without accents and apostrophes: `dont`, `cafe`, `c++`, `node.js`, `3.5`. */
  readonly key: string
  /** UTF-16 offsets in the text it was read from. */
  readonly start: number
  readonly end: number
  /**
   * The word that this one closes when it is the last part of a hyphenated or dotted one:
   * `e-mail` is found as `email`, `U.S.A.` as `usa`.
   */
  readonly joined?: string
}

// Scripts that write no spaces between words: each letter stands alone, and a run of them is
// searched as a phrase. A dictionary would cut them nicer, but build and browser carry different
// ones, and a word that is cut in two ways is never found.
const SOLID =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]\\p{M}*'
const LETTER = `(?:(?!${SOLID})[\\p{L}\\p{N}_]\\p{M}*)`
const RUN = `(?:${LETTER}|(?<=[\\p{L}\\p{N}\\p{M}])['’ʼ](?=\\p{L}))+`
const WORD = new RegExp(
  [
    SOLID,
    // `U.S.A`, `e.g`: single letters with full stops between.
    `${LETTER}(?:\\.${LETTER})+(?!${LETTER})`,
    // `3.5`, `node.js`, `.NET`, `C++`, `C#`; not `end.Next`, where a space was forgotten.
    `(?:(?<!\\p{L})\\.(?=[nN][eE][tT]\\b))?${RUN}(?:\\.(?=[\\p{Ll}\\p{N}])${RUN})*(?:\\+\\+|#(?!${LETTER}))?`,
  ].join('|'),
  'gu',
)

/** The words of a text in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let chain = ''
  let chainEnd = -1
  for (const match of text.matchAll(WORD)) {
    const start = match.index
    const end = start + match[0].length
    const key = fold(match[0])
    if (key === '') continue
    // `e-mail`: the parts are words of their own, and together they are another.
    chain = start === chainEnd + 1 && text[chainEnd] === '-' && !isSolid(key) ? chain + key : key
    chainEnd = end
    const joined = key.includes('.') && /[a-z]\.[a-z]/.test(key) ? key.replaceAll('.', '') : chain
    words.push(joined === key ? { key, start, end } : { key, start, end, joined })
  }
  return words
}

/** One word without what readers leave out when they type: case, accents, apostrophes. */
export function fold(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word
  const lower = word.toLowerCase().replace(/['’ʼ]/g, '')
  if (/^[a-z0-9.+#_]*$/.test(lower)) return lower
  const unaccented = lower
    .normalize('NFKD')
    .replace(
      /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]\p{M}*)\p{M}/gu,
      '',
    )
    .normalize('NFC')
  return plainLetters(unaccented)
}

const SOLID_WORD = new RegExp(`^${SOLID}$`, 'u')

/** Whether a word is one letter of a script without spaces. */
export function isSolid(key: string): boolean {
  return key.charCodeAt(0) > 0x0e00 && SOLID_WORD.test(key)
}
