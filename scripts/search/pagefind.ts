import { constants, gunzipSync } from 'node:zlib'
import { close, createIndex, type PagefindIndex } from 'pagefind'
import { CborReader } from './cborReader.ts'

/** Where each word of a document stands: word → numbers of its places, ascending. */
export type WordPlaces = Map<string, number[]>

/** Letters that belong to words like `C++`, `F#` and `node.js`. */
const INCLUDED = '+#.'

/**
 * Has Pagefind index some documents, and reads what it wrote. Each document is its words, folded
 * and joined by spaces, so that Pagefind's word numbers are ours; one may be empty. The language is `und`: without
 * stemming, phrases can be found word for word, and every language stands in one index.
 */
export async function indexWords(documents: readonly string[]): Promise<WordPlaces[]> {
  const given = documents.flatMap((content, at) => (content === '' ? [] : [{ content, at }]))
  const places = documents.map((): WordPlaces => new Map())
  if (given.length === 0) return places
  busy++
  try {
    await indexGiven(given, places)
  } finally {
    busy--
  }
  return places
}

/** How many are waiting for Pagefind. */
let busy = 0

/** Ends Pagefind's process, unless another index is being made; it starts again by itself. */
export async function closePagefind(): Promise<void> {
  if (busy === 0) await close()
}

async function indexGiven(
  given: readonly { content: string; at: number }[],
  places: WordPlaces[],
): Promise<void> {
  const { errors, index } = await createIndex({ includeCharacters: INCLUDED } as object)
  if (!index) throw new Error(`Pagefind can't start: ${errors.join('; ')}`)
  try {
    const added = await Promise.all(
      // The same URL twice would silently replace the first.
      given.map(({ content, at }) =>
        index.addCustomRecord({ url: `/${at}`, content, language: 'und', meta: { n: String(at) } }),
      ),
    )
    refuse(added.flatMap(result => result.errors))
    await readIndex(index, given.length, places)
  } finally {
    refuse((await index.deleteIndex()) ?? [])
  }
}

function refuse(errors: readonly string[] | null | undefined): void {
  if (errors && errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`)
}

async function readIndex(index: PagefindIndex, count: number, documents: WordPlaces[]) {
  const { errors, files } = await index.getFiles()
  refuse(errors)
  const order = pageOrder(files, count)
  const places = order.map(at => documents[at] ?? new Map())
  for (const file of files.filter(({ path }) => path.endsWith('.pf_index'))) {
    readWords(new CborReader(unpack(file)), places)
  }
}

interface IndexFile {
  readonly path: string
  readonly content: Uint8Array
}

const SIGNATURE = 'pagefind_dcd'

/** Each file of Pagefind's is gzip around a signature and then CBOR or JSON. */
function unpack({ content }: IndexFile): Buffer {
  return gunzipSync(content).subarray(SIGNATURE.length)
}

/** Which of our documents each of Pagefind's page numbers is: they follow their own order. */
function pageOrder(files: readonly IndexFile[], count: number): number[] {
  const meta = files.find(({ path }) => path.endsWith('.pf_meta'))
  if (!meta) throw new Error('Pagefind wrote no list of its records')
  const reader = new CborReader(unpack(meta))
  const pages: string[] = []
  reader.list(field => {
    if (field !== 1) reader.skip()
    else {
      reader.list(() => {
        reader.list(item => {
          if (item === 0) pages.push(reader.text())
          else reader.skip()
        })
      })
    }
  })
  if (pages.length !== count) throw new Error(`Pagefind wrote ${pages.length} records of ${count}`)
  const byHash = new Map(
    files
      .filter(({ path }) => path.endsWith('.pf_fragment'))
      .map(file => [file.path.split('/').at(-1)?.replace('.pf_fragment', ''), file]),
  )
  return pages.map(hash => {
    const fragment = byHash.get(hash)
    if (!fragment) throw new Error(`Pagefind lists a record ${hash} that it did not write`)
    return numberOf(fragment)
  })
}

/** The number that we gave as the URL of a record. The rest is its text, which we have. */
function numberOf(fragment: IndexFile): number {
  const begin = gunzipSync(fragment.content.subarray(0, 1000), {
    finishFlush: constants.Z_SYNC_FLUSH,
  })
  const url = /^pagefind_dcd\{"url":"\/(\d+)"/.exec(begin.toString('latin1', 0, 40))
  if (!url) throw new Error('Pagefind wrote a record that does not begin with its URL')
  return Number(url[1])
}

/** Reads one file of words: a list of `[word, pages, variants]`, each page `[step, places, …]`. */
function readWords(reader: CborReader, documents: readonly WordPlaces[]): void {
  const readPages = (word: string) => {
    let page = 0
    reader.list(() => {
      reader.list(field => {
        if (field === 0) page += reader.number()
        else if (field === 1) readPlaces(reader, documents[page], word)
        else reader.skip()
      })
    })
  }
  let word = ''
  const readWord = (field: number) => {
    if (field === 0) word = reader.text()
    else if (field === 1) readPages(word)
    // Words with letters that Pagefind folds and we don't: it keeps our spelling as a variant.
    else if (field === 2) reader.list(() => reader.list(readVariant))
    else reader.skip()
  }
  let form = ''
  const readVariant = (field: number) => {
    if (field === 0) form = reader.text()
    else if (field === 1) readPages(form)
    else reader.skip()
  }
  reader.list(field => {
    if (field === 0) reader.list(() => reader.list(readWord))
    else reader.skip()
  })
}

function readPlaces(reader: CborReader, document: WordPlaces | undefined, word: string): void {
  if (!document) throw new Error('Pagefind names a record that was not given to it')
  const places = document.get(word) ?? []
  let last = 0
  let sorted = true
  reader.list(() => {
    const number = reader.number()
    // A negative number gives the weight of those after it, which start afresh.
    last = number < 0 ? 0 : last + number
    if (number < 0) return
    sorted &&= last >= (places.at(-1) ?? 0)
    places.push(last)
  })
  if (!sorted) places.sort((a, b) => a - b)
  if (places.length > 0) document.set(word, places)
}
