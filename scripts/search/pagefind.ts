import { gunzipSync } from 'node:zlib'
import { close, createIndex, type PagefindIndex } from 'pagefind'

/** Where each word of a document stands: word → numbers of its places, ascending. */
export type WordPlaces = Map<string, number[]>

/** Letters that belong to words like `C++`, `F#` and `node.js`. */
const INCLUDED = '+#.'

/**
 * Has Pagefind index some documents, and reads what it wrote. Each document is its words, folded
 * and joined by spaces, so that Pagefind's word numbers are ours. The language is `und`: without
 * stemming, phrases can be found word for word, and every language stands in one index.
 */
export async function indexWords(documents: readonly string[]): Promise<WordPlaces[]> {
  const { errors, index } = await createIndex({ includeCharacters: INCLUDED } as object)
  if (!index) throw new Error(`Pagefind can't start: ${errors.join('; ')}`)
  try {
    const added = await Promise.all(
      // The same URL twice would silently replace the first.
      documents.map((content, at) =>
        index.addCustomRecord({ url: `/${at}`, content, language: 'und', meta: { n: String(at) } }),
      ),
    )
    refuse(added.flatMap(result => result.errors))
    return await readIndex(index, documents.length)
  } finally {
    refuse((await index.deleteIndex()) ?? [])
  }
}

/** Ends Pagefind's process; it starts again by itself. */
export async function closePagefind(): Promise<void> {
  await close()
}

function refuse(errors: readonly string[] | null | undefined): void {
  if (errors && errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`)
}

async function readIndex(index: PagefindIndex, count: number): Promise<WordPlaces[]> {
  const { errors, files } = await index.getFiles()
  refuse(errors)
  const order = pageOrder(files, count)
  const documents = Array.from({ length: count }, (): WordPlaces => new Map())
  for (const file of files.filter(({ path }) => path.endsWith('.pf_index'))) {
    const [words] = readCbor(unpack(file)) as [PackedWord[]]
    for (const [word, pages, variants] of words) {
      place(documents, order, word, pages)
      // Words with letters that Pagefind folds and we don't: it keeps our spelling as a variant.
      for (const [form, formPages] of variants) place(documents, order, form, formPages)
    }
  }
  return documents
}

interface IndexFile {
  readonly path: string
  readonly content: Uint8Array
}

/** Each file of Pagefind's is gzip around a signature and then CBOR or JSON. */
function unpack({ content }: IndexFile): Buffer {
  return gunzipSync(content).subarray('pagefind_dcd'.length)
}

/** Which of our documents each of Pagefind's page numbers is: they follow their own order. */
function pageOrder(files: readonly IndexFile[], count: number): number[] {
  const meta = files.find(({ path }) => path.endsWith('.pf_meta'))
  if (!meta) throw new Error('Pagefind wrote no list of its records')
  const [, pages] = readCbor(unpack(meta)) as [version: string, [hash: string, words: number][]]
  if (pages.length !== count) throw new Error(`Pagefind wrote ${pages.length} records of ${count}`)
  const byHash = new Map(
    files
      .filter(({ path }) => path.endsWith('.pf_fragment'))
      .map(file => [file.path.split('/').at(-1)?.replace('.pf_fragment', ''), file]),
  )
  return pages.map(([hash]) => {
    const fragment = byHash.get(hash)
    if (!fragment) throw new Error(`Pagefind lists a record ${hash} that it did not write`)
    const { url } = JSON.parse(unpack(fragment).toString('utf8')) as { url: string }
    return Number(url.slice(1))
  })
}

type PackedPage = [delta: number, places: number[], metaPlaces?: number[]]
type PackedWord = [word: string, pages: PackedPage[], variants: [string, PackedPage[]][]]

function place(
  documents: WordPlaces[],
  order: readonly number[],
  word: string,
  pages: PackedPage[],
): void {
  let page = 0
  for (const [delta, packed] of pages) {
    page += delta
    const document = documents[order[page] ?? -1]
    if (!document) throw new Error(`Pagefind names a record ${page} that was not given to it`)
    const places = document.get(word) ?? []
    let last = 0
    for (const number of packed) {
      // A negative number gives the weight of those after it, which start afresh.
      last = number < 0 ? 0 : last + number
      if (number >= 0) places.push(last)
    }
    if (places.length > 0)
      document.set(
        word,
        places.sort((a, b) => a - b),
      )
  }
}

/** Reads the few kinds of CBOR (RFC 8949) that Pagefind writes: numbers, strings and arrays. */
export function readCbor(bytes: Buffer): unknown {
  let at = 0
  const argument = (low: number): number => {
    if (low < 24) return low
    const size = 1 << (low - 24)
    if (size > 4) throw new Error(`Pagefind's index holds a number of ${size} bytes`)
    at += size
    return bytes.readUIntBE(at - size, size)
  }
  const value = (): unknown => {
    const head = bytes[at++]
    if (head === undefined) throw new Error("Pagefind's index ends too soon")
    const kind = head >> 5
    if (kind === 4 && (head & 31) === 31) {
      const list: unknown[] = []
      while (bytes[at] !== 0xff) list.push(value())
      at++
      return list
    }
    const n = argument(head & 31)
    if (kind === 0) return n
    if (kind === 1) return -1 - n
    if (kind === 3) {
      at += n
      return bytes.toString('utf8', at - n, at)
    }
    if (kind === 4) return Array.from({ length: n }, value)
    throw new Error(`Pagefind's index holds something unknown (${kind})`)
  }
  return value()
}
