import { type Address, COVER, publicUrl, urlOf } from '../scripts/model/address.ts'
import type { Image, Show } from '../scripts/model/show.ts'

/** Every picture of a site: drawn, resized, or as the editor gave it. */
export interface Pictures {
  /** The card of a page, for link previews; undefined where none is drawn. */
  card(page: Address): Address | undefined
  /** A local picture in the sizes a page needs; undefined when it stands elsewhere. */
  sized(image: Image): SizedImage | undefined
  /** What was drawn and resized, to be published. */
  readonly files: readonly PictureFile[]
}

/** One picture in several widths and formats. */
export interface SizedImage {
  /** Pixels of the largest size, for the place a page keeps free. */
  readonly width: number
  readonly height: number
  /** Best format first, as `picture` wants its sources. */
  readonly sources: readonly ImageSource[]
  /** What every browser and app can show: the largest size as JPEG, or PNG where it is see-through. */
  readonly fallback: Address
  /** A small one in pixels, for a face on a card. */
  readonly thumbnail: Address
}

export interface ImageSource {
  /** MIME type. */
  readonly type: string
  /** Narrowest first. */
  readonly sizes: readonly { readonly address: Address; readonly width: number }[]
}

export interface PictureFile {
  readonly address: Address
  /** Absolute path of the finished file in the cache. */
  readonly path: string
}

/** No cards and nothing resized: every picture as the editor gave it. */
export const PLAIN_PICTURES: Pictures = {
  card: () => undefined,
  sized: () => undefined,
  files: [],
}

/** The whole URL of a picture that any app can show. */
export function pictureUrl(show: Show, pictures: Pictures, image: Image): string {
  return publicUrl(show.site, pictures.sized(image)?.fallback ?? image.src)
}

/**
 * The square cover that apps show: the show's own where it stands elsewhere, else the one that is
 * made square, or drawn, for it.
 */
export function coverUrl({ site, image }: Show): string {
  return image && image.file === undefined ? publicUrl(site, image.src) : urlOf(site, COVER)
}
