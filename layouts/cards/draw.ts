import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Node, Renderer } from '@takumi-rs/core'
import { fingerprint } from '../pictureCache.ts'
import type { FontFile } from './fonts.ts'
import type { Drawing, DrawingNode } from './node.ts'

/** Draws on as many threads as the library likes; fonts are read when the first drawing comes. */
export class DrawingBoard {
  /** Changes when the same drawing could come out differently. */
  readonly version: string
  readonly #fonts: readonly FontFile[]
  readonly #folder: string
  #renderer: Promise<Renderer> | undefined

  /** @param folder where the pictures lie that drawings name */
  constructor(fonts: readonly FontFile[], folder: string) {
    this.#fonts = fonts
    this.#folder = folder
    const library = JSON.parse(
      readFileSync(new URL('../package.json', import.meta.resolve('@takumi-rs/core')), 'utf8'),
    )
    const data = fonts.map(font => fingerprint(font.data)).join()
    this.version = `${library.version} ${fingerprint(data)}`
  }

  /** @returns the file's bytes */
  async draw({ node, width, height, format }: Drawing): Promise<Uint8Array> {
    this.#renderer ??= this.#prepare()
    const renderer = await this.#renderer
    const images = [...new Set(picturesIn(node))].map(src => ({
      src,
      data: readFileSync(join(this.#folder, src)),
    }))
    return renderer.render(node as Node, { width, height, format, quality: 90, images })
  }

  async #prepare(): Promise<Renderer> {
    const renderer = new Renderer()
    for (const font of this.#fonts) await renderer.registerFont(font)
    return renderer
  }
}

function picturesIn(node: DrawingNode): string[] {
  if (node.type === 'image') return [node.src]
  return node.type === 'container' ? node.children.flatMap(picturesIn) : []
}
