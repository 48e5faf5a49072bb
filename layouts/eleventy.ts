import { writeFileSync } from 'node:fs'
import { SiteFolder } from '../scripts/cache/siteFolder.ts'
import type { Address } from '../scripts/model/address.ts'
import type { FileOfTranscript, PublishedFile } from './parts/publishedFile.ts'
import type { PictureFile } from './pictures.ts'
import { make, type Text } from './press/ofTranscript.ts'
import type { Press } from './press/press.ts'

/** The part of Eleventy's configuration that the site map uses; Eleventy brings no types. */
export interface UserConfig {
  addTemplate(inputPath: string, content: unknown, data: Record<string, unknown>): void
  /** Each makes what is written of what a template gave. */
  readonly transforms: Record<string, (content: string) => string | Buffer | undefined>
  on(event: 'eleventy.after', then: (ended: { directories: { output: string } }) => void): void
  setDataFileSuffixes(suffixes: string[]): void
  setTemplateFormats(formats: string[]): void
  /** The preview, which makes every file when it is asked for, and not before. */
  readonly lazy?: true
}

/** A file that is no text, such as a font. */
export interface BinaryFile {
  readonly address: Address
  readonly content: Uint8Array
}

/**
 * One page of a kind. A class, because Eleventy copies plain objects deeply for every page it
 * makes, and a Show in them would be walked thousands of times.
 */
class Leaf {
  readonly address: Address
  readonly render: () => Text

  constructor(address: Address, render: () => Text) {
    this.address = address
    this.render = render
  }
}

/** Writes a site map as Eleventy templates: one template a kind, paginated over its pages. */
export class SiteMap {
  readonly #config: UserConfig
  readonly #press: Press | undefined
  readonly #leaves = new Map<string, Leaf>()

  /** @param press prints what is made of transcripts; without it all is made here */
  constructor(config: UserConfig, press?: Press) {
    this.#config = config
    this.#press = press
    if (config.lazy) return
    // Set here and not by `addTransform`, which warns that making pages takes time.
    config.transforms['page'] = address => {
      const leaf = this.#leaves.get(address)
      return leaf ? this.#write(leaf) : address
    }
  }

  /** One page. */
  page(name: string, address: Address, render: () => Text): void {
    this.#add(name, [new Leaf(address, render)])
  }

  /** A page for each item, at the item's address. */
  each<T>(
    name: string,
    items: readonly T[],
    address: (item: T) => Address,
    render: (item: T) => Text,
  ): void {
    this.#add(
      name,
      items.map(item => new Leaf(address(item), () => render(item))),
    )
  }

  /**
   * Text files whose addresses are settled where they are made. They pass Eleventy by, which would
   * hold the text of all of them in memory until the last page stands: in a large show, gigabytes.
   */
  files(name: string, files: readonly PublishedFile[]): void {
    if (this.#config.lazy) {
      this.each(
        name,
        files,
        file => file.address,
        file => file.content(),
      )
      return
    }
    this.#writeAfter(files)
  }

  /**
   * A page for each item that has a transcript in it. Pages that an earlier build has kept are
   * published at once, and Eleventy is given the others.
   */
  eachOfTranscript<T>(
    name: string,
    items: readonly T[],
    address: (item: T) => Address,
    text: (item: T) => Text,
  ): void {
    const press = this.#press
    if (!press) {
      this.each(name, items, address, text)
      return
    }
    const leaves = items.map(item => ({ at: address(item), text: text(item) }))
    const unkept = leaves.filter(({ at, text }) => !press.publishKept(fileOf(at), text))
    this.#add(
      name,
      unkept.map(({ at, text }) => new Leaf(at, () => text)),
    )
  }

  /** Files of transcripts. */
  transcripts(name: string, files: readonly FileOfTranscript[]): void {
    const press = this.#press
    if (!press) {
      const made = ({ address, text }: FileOfTranscript) => ({ address, content: () => make(text) })
      this.files(name, files.map(made))
      return
    }
    for (const { address, text } of files) press.publish(decodeURIComponent(address), text)
  }

  /** Files as they are, written when the pages stand. */
  binaries(files: readonly BinaryFile[]): void {
    this.#writeAfter(files.map(({ address, content }) => ({ address, content: () => content })))
  }

  /** Files that stand ready elsewhere on the disk, such as drawn pictures. */
  copies(files: readonly PictureFile[]): void {
    this.#after(site => {
      for (const { address, path } of files) {
        if (!site.put(path, fileOf(address))) throw new Error(`${path} has been taken away`)
      }
    })
  }

  #writeAfter(
    files: readonly { readonly address: Address; content(): string | Uint8Array }[],
  ): void {
    this.#after(site => {
      for (const file of files) writeFileSync(site.clear(fileOf(file.address)), file.content())
    })
  }

  /** Does something when the pages stand. */
  #after(write: (site: SiteFolder) => void): void {
    this.#config.on('eleventy.after', ({ directories }) =>
      write(this.#press?.site ?? new SiteFolder(directories.output)),
    )
  }

  /** What Eleventy writes of a page; nothing where the press does. */
  #write({ address, render }: Leaf): Buffer | undefined {
    const text = render()
    const press = this.#press
    if (typeof text !== 'string' && press) {
      press.publish(fileOf(address), text)
      return undefined
    }
    press?.site.clear(fileOf(address))
    return Buffer.from(make(text))
  }

  /**
   * Eleventy renders all pages before it writes the first one, and keeps what it wrote. So its
   * template gives only the address, and the page is made when its turn to be written comes, as
   * bytes: the text of two thousand pages never waits in memory.
   */
  #add(name: string, leaves: readonly Leaf[]): void {
    if (leaves.length === 0) return
    for (const leaf of leaves) this.#leaves.set(leaf.address, leaf)
    const { lazy } = this.#config
    this.#config.addTemplate(
      `${name}.11ty.js`,
      { render: ({ leaf }: { leaf: Leaf }) => (lazy ? make(leaf.render()) : leaf.address) },
      {
        leaves,
        pagination: { data: 'leaves', size: 1, alias: 'leaf' },
        permalink: ({ leaf }: { leaf: Leaf }) => fileOf(leaf.address),
        eleventyExcludeFromCollections: true,
        // Eleventy would ask the disk for the date of every page.
        date: new Date(0),
      },
    )
  }
}

/** `/episodes/foghorns/` → `/episodes/foghorns/index.html`, decoded as it stands on the disk. */
function fileOf(address: Address): string {
  const path = decodeURIComponent(address)
  return path.endsWith('/') ? `${path}index.html` : path
}
