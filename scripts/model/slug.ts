// Letters that Unicode does not decompose into a base letter and an accent.
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

const UNDIVIDED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')

/** Small letters that Unicode does not take apart, as plain ones: `straße` → `strasse`. */
export function plainLetters(text: string): string {
  return text.replace(UNDIVIDED, letter => LETTERS[letter] ?? letter)
}

/** Windows refuses these as file names, so a show that uses them could not be cloned there. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/

/**
 * The one slug maker: `Gaëlle Sharma` → `gaelle-sharma`, `Łukasz` → `lukasz`. Letters of other
 * scripts stay as they are (`中文` → `中文`), because an address in one's own language beats an
 * address of question marks. Returns '' when nothing can stand in an address.
 */
export function slugify(text: string): string {
  const unaccented = text
    .toLowerCase()
    .normalize('NFKD')
    // `ℋ` has no small letter before it is taken apart.
    .toLowerCase()
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
  const slug = plainLetters(unaccented)
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  const short = shorten(slug).replace(/-+$/, '')
  return RESERVED.test(short) ? `${short}-` : short
}

/** To 80 letters, and to fewer of a script whose letters are long: a folder's name has 255 bytes. */
function shorten(slug: string): string {
  let short = ''
  let bytes = 0
  for (const letter of [...slug].slice(0, 80)) {
    const code = letter.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (bytes > 240) break
    short += letter
  }
  return short
}

/** Whether a file's stem can be an address as it stands. */
export function isSlug(text: string): boolean {
  return text !== '' && slugify(text) === text
}
