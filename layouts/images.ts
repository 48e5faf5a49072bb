import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Address } from '../scripts/model/address.ts'
import type { Asset } from '../scripts/model/show.ts'
import { fingerprint, type PictureCache } from './pictureCache.ts'
import type { PictureFile, SizedImage } from './pictures.ts'

/** Widths in pixels from a small portrait to a wide screen; none is larger than the original. */
const WIDTHS = [96, 192, 384, 768, 1536]

/** What is resized; an animated GIF would stand still. */
const PHOTO = /\.(jpe?g|png|webp|avif|tiff?|svg)$/i

export interface ResizedImage {
  readonly source: Address
  readonly image: SizedImage
  readonly files: readonly PictureFile[]
  /** How many were not in the cache. */
  readonly made: number
}

export function isPhoto({ file }: Asset): boolean {
  return PHOTO.test(file)
}

/**
 * A picture of the content folder in every width a page needs, as WebP and once as JPEG (PNG where
 * it is see-through). Undefined when the file can't be read as a picture: it is then published as
 * it is, and a browser says what it makes of it.
 */
export async function resizeImage(
  asset: Asset,
  content: string,
  cache: PictureCache,
): Promise<ResizedImage | undefined> {
  const bytes = readFileSync(join(content, asset.file))
  const key = fingerprint(bytes)
  const read = sharp(bytes, scaleOf(asset.file))
  const facts = await read.metadata().catch(() => undefined)
  if (!facts) return undefined
  const vector = facts.format === 'svg'
  // `autoOrient` has the size as people see it: phones store photos lying on their side.
  const { width, height } = facts.autoOrient
  const widths = [...WIDTHS.filter(it => it < width), Math.min(width, 1536)]
  const stem = `${asset.file.replace(/^.*\/|\.[^.]+$/g, '')}-${key.slice(0, 8)}`
  const opaque = !facts.hasAlpha
  const files: PictureFile[] = []
  let made = 0
  const publish = async (format: 'webp' | 'jpeg' | 'png', to: number): Promise<Address> => {
    const extension = format === 'jpeg' ? 'jpg' : format
    const about = { picture: key, format, to, sharp: sharp.versions.sharp, quality: QUALITY }
    const file = await cache.get(about, extension, () =>
      read
        .clone()
        .autoOrient()
        .resize({ width: to })
        [format]({ quality: QUALITY[format] })
        .toBuffer(),
    )
    const address = mediaName(`${stem}-${to}.${extension}`)
    if (file.made) made += 1
    files.push({ address, path: file.path })
    return address
  }
  const sizes = []
  for (const to of vector ? [] : [...new Set(widths)]) {
    sizes.push({ address: await publish('webp', to), width: to })
  }
  const largest = Math.min(width, 1536)
  const image: SizedImage = {
    width: largest,
    height: Math.round((height / width) * largest),
    sources: vector
      ? [{ type: 'image/svg+xml', sizes: [{ address: asset.address, width: largest }] }]
      : [{ type: 'image/webp', sizes }],
    fallback: await publish(opaque ? 'jpeg' : 'png', largest),
  }
  return { source: asset.address, image, files, made }
}

/** Beside the styles and scripts, where every name changes with its content. */
function mediaName(file: string): Address {
  return `/assets/${encodeURIComponent(file)}`
}

/** An SVG is drawn as large as a picture is ever shown, not enlarged from its own size. */
function scaleOf(file: string): { density?: number } {
  return /\.svg$/i.test(file) ? { density: 288 } : {}
}

const QUALITY = { webp: 78, jpeg: 82, png: 100 } as const

/** The show's own cover as apps want it: square, 1400 to 3000 pixels, JPEG. https://podcasters.apple.com/support/896-artwork-requirements */
export async function squareCover(file: Uint8Array): Promise<Uint8Array> {
  const { width = 0, height = 0, format } = await sharp(file).metadata()
  const least = Math.min(width, height)
  const vector = format === 'svg'
  const side = vector ? 3000 : Math.min(3000, Math.max(1400, least))
  return sharp(file, vector ? { density: Math.min(2400, (72 * side) / least) } : {})
    .autoOrient()
    .resize({ width: side, height: side, fit: 'cover' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 88 })
    .toBuffer()
}

/** A picture as a square PNG; an SVG of 64 pixels is drawn at the size, not enlarged. */
export function squarePng(source: Uint8Array, size: number): Promise<Uint8Array> {
  return sharp(source, { density: (72 * size) / 64 })
    .autoOrient()
    .resize({ width: size, height: size, fit: 'cover' })
    .png()
    .toBuffer()
}
