import type { DocumentKind } from './document.ts'
import { LEAF_WORDS, type Leaf, unpackLeaf } from './leaf.ts'
import { type Facets, MANIFEST, type Manifest } from './manifest.ts'
import { type Places, readPlaces, type SheetWord, sheetFile, unpackSheet } from './sheet.ts'
import { readSpellings, type Spelling, spellingFile, spellingKey } from './spelling.ts'
import { stem } from './stem.ts'

/** Loads a file of the index, unpacked; undefined when there is none of that name. */
export type Load = (name: string) => Promise<Uint8Array | undefined>

/** The files of a search index, each loaded once, when it is first needed. */
export class SearchIndex {
  readonly manifest: Manifest
  /** Number of the first document of each part. */
  private readonly bases: readonly number[]
  private readonly load: Load
  private readonly loaded = new Map<string, Promise<unknown>>()

  private constructor(load: Load, manifest: Manifest) {
    this.load = load
    this.manifest = manifest
    let base = 0
    this.bases = manifest.parts.map(([, documents]) => {
      base += documents
      return base - documents
    })
  }

  static async open(load: Load): Promise<SearchIndex> {
    const bytes = await load(MANIFEST)
    if (!bytes) throw new Error('The search index is missing')
    return new SearchIndex(load, JSON.parse(decode(bytes)) as Manifest)
  }

  get documents(): number {
    return this.manifest.parts.reduce((sum, [, documents]) => sum + documents, 0)
  }

  /** Whether a document is a page and not speech. */
  isPage(document: number): boolean {
    return this.kindOf(document) !== 'speech'
  }

  kindOf(document: number): DocumentKind {
    return this.manifest.parts[this.partOf(document)]?.[2] ?? 'page'
  }

  /** The words on the sheet where a word stands or would stand. */
  async sheetOf(word: string): Promise<readonly SheetWord[]> {
    const { firstStems, sheets } = this.manifest
    if (firstStems.length === 0) return []
    const key = stem(word)
    let low = 0
    let high = firstStems.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((firstStems[middle] ?? '') <= key) low = middle + 1
      else high = middle
    }
    const sheet = Math.max(0, low - 1)
    const name = `${sheets}/${sheetFile(sheet)}`
    return this.once(name, async () => unpackSheet(await this.need(name), sheet))
  }

  /** All places of a word. */
  places({ word, count, places }: SheetWord): Promise<Places> {
    return this.once(`places ${word}`, async () => {
      const bytes =
        typeof places === 'string' ? await this.need(`${this.manifest.sheets}/${places}`) : places
      return readPlaces(bytes, count, this.bases)
    })
  }

  /** The leaf of a document that holds one of its words. */
  leafAt(document: number, place: number): Promise<Leaf> {
    const part = this.partOf(document)
    const folder = this.manifest.parts[part]?.[0]
    const local = document - (this.bases[part] ?? 0)
    const name = `${folder}/${local}-${Math.floor(place / LEAF_WORDS)}.bin`
    return this.once(name, async () => unpackLeaf(decode(await this.need(name))))
  }

  facets(): Promise<Facets> {
    const name = this.manifest.facets
    return this.once(name, async () => JSON.parse(decode(await this.need(name))) as Facets)
  }

  /** The words of the show that start with the same letter; none where no word does. */
  spellings(word: string): Promise<readonly Spelling[]> {
    const { spelling, letters } = this.manifest
    const key = spellingKey(word)
    if (!letters.includes(key)) return Promise.resolve([])
    const name = `${spelling}/${spellingFile(key)}`
    return this.once(name, async () => readSpellings(decode(await this.need(name))))
  }

  private partOf(document: number): number {
    let part = this.bases.length - 1
    while (part > 0 && (this.bases[part] ?? 0) > document) part--
    return part
  }

  private once<T>(name: string, make: () => Promise<T>): Promise<T> {
    const known = this.loaded.get(name) as Promise<T> | undefined
    if (known) return known
    const made = make()
    this.loaded.set(name, made)
    // What failed once, in a tunnel, may work the next time.
    made.catch(() => this.loaded.delete(name))
    return made
  }

  private async need(name: string): Promise<Uint8Array> {
    const bytes = await this.load(name)
    if (!bytes) throw new Error(`The search index has no file ${name}`)
    return bytes
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
