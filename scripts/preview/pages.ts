/** Makes a page when it is asked for. */
export type Make = () => string

/** What a site map gives for a kind of page. */
interface Kind {
  readonly leaves: readonly { readonly address: string }[]
}
interface Template {
  readonly render: (data: { readonly leaf: unknown }) => string
}

/**
 * Stands in for Eleventy's configuration while a site is previewed: it takes down which page
 * stands at which address and renders none, so that a change in a large show costs only the page
 * that is being looked at.
 */
export class PreviewPages {
  readonly lazy = true
  readonly #pages = new Map<string, Make>()
  readonly #folder: string

  /** @param folder where files that are no pages, such as fonts, are written */
  constructor(folder: string) {
    this.#folder = folder
  }

  addTemplate(_name: string, content: unknown, data: Record<string, unknown>): void {
    const template = content as Template
    for (const leaf of (data as unknown as Kind).leaves) {
      this.#pages.set(decodeURIComponent(leaf.address), () => template.render({ leaf }))
    }
  }

  on(_event: string, then: (ended: { directories: { output: string } }) => unknown): void {
    then({ directories: { output: this.#folder } })
  }

  readonly transforms: Record<string, never> = {}
  setDataFileSuffixes(): void {}
  setTemplateFormats(): void {}

  /** The page at a decoded path, such as `/episodes/foghorns/`. */
  get(path: string): Make | undefined {
    return this.#pages.get(path)
  }
}
