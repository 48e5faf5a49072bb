import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import type { Address } from '../scripts/model/address.ts'
import type { Asset } from '../scripts/model/show.ts'
import { fingerprint, type PictureCache } from './pictureCache.ts'
import type { PictureFile, SizedImage } from './pictures.ts'

/** Widths in pixels from a small portrait to a wide screen; none is larger than the original. */
const WIDTHS = [96, 192, 384, 768]
const LARGEST = 1536
/** What a card shows of a face. */
const THUMBNAIL = 384

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
 * it is see-through). An SVG stays what it is on pages, and is drawn for whoever wants pixels.
 * Undefined when the file can't be read as a picture.
 */
export async function resizeImage(
  asset: Asset,
  content: string,
  cache: PictureCache,
): Promise<ResizedImage | undefined> {
  const bytes = readFileSync(join(content, asset.file))
  const picture = await openPicture(bytes)
  if (!picture) return undefined
  const { width, height, vector, opaque } = picture
  const key = fingerprint(bytes)
  const stem = `${asset.file.replace(/^.*\/|\.[^.]+$/g, '')}-${key.slice(0, 8)}`
  const files: PictureFile[] = []
  let made = 0
  const publish = async (format: Format, to: number): Promise<Address> => {
    const extension = format === 'jpeg' ? 'jpg' : format
    const about = {
      picture: key,
      format,
      to,
      sharp: sharp.versions.sharp,
      settings: SETTINGS[format],
    }
    const file = await cache.get(about, extension, () => encode(picture, format, to))
    const address = assetAddress(`${stem}-${to}.${extension}`)
    if (file.made) made += 1
    files.push({ address, path: file.path })
    return address
  }
  try {
    const largest = Math.min(width, LARGEST)
    const fallback = await publish(opaque ? 'jpeg' : 'png', largest)
    const sizes = []
    if (vector) sizes.push({ address: asset.address, width: largest })
    else {
      for (const to of new Set([...WIDTHS.filter(it => it < largest), largest])) {
        sizes.push({ address: await publish('webp', to), width: to })
      }
    }
    const image: SizedImage = {
      width: largest,
      height: Math.round((height / width) * largest),
      sources: [{ type: vector ? 'image/svg+xml' : 'image/webp', sizes }],
      fallback,
      thumbnail: await publish(vector ? 'png' : 'webp', Math.min(width, THUMBNAIL)),
    }
    return { source: asset.address, image, files: dedupe(files), made }
  } catch (error) {
    if (!(error instanceof BrokenPicture)) throw error
    return undefined
  }
}

type Format = 'webp' | 'jpeg' | 'png'

/** A picture that can be read, with its size as people see it. */
interface OpenPicture {
  readonly read: Sharp
  readonly width: number
  readonly height: number
  readonly vector: boolean
  readonly opaque: boolean
}

async function openPicture(bytes: Uint8Array): Promise<OpenPicture | undefined> {
  const facts = await sharp(bytes)
    .metadata()
    .catch(() => undefined)
  if (!facts) return undefined
  // `autoOrient` has the size as people see it: phones store photos lying on their side.
  const { width, height } = facts.autoOrient
  const opaque = !facts.hasAlpha
  if (facts.format !== 'svg') {
    return { read: sharp(bytes), width, height, vector: false, opaque }
  }
  // An SVG is drawn as large as it is needed, not enlarged from its own size.
  const read = sharp(bytes, { density: densityFor(width, LARGEST) })
  return { read, width: LARGEST, height: (height / width) * LARGEST, vector: true, opaque: false }
}

/** A file that begins like a picture and breaks off: found out only when it is read to the end. */
class BrokenPicture extends Error {}

async function encode({ read }: OpenPicture, format: Format, to: number): Promise<Uint8Array> {
  const picture = read.clone().autoOrient().resize({ width: to })
  try {
    return await picture[format](SETTINGS[format]).toBuffer()
  } catch (cause) {
    throw new BrokenPicture('The picture can’t be read to its end.', { cause })
  }
}

/** Dots per inch at which an SVG of `own` pixels comes out `wanted` pixels wide. */
function densityFor(own: number, wanted: number): number {
  return Math.max(1, Math.min(2400, (72 * wanted) / Math.max(1, own)))
}

function dedupe(files: readonly PictureFile[]): PictureFile[] {
  return [...new Map(files.map(file => [file.address, file])).values()]
}

/** Beside the styles and scripts, where every name changes with its content. */
function assetAddress(file: string): Address {
  return `/assets/${encodeURIComponent(file)}`
}

/** A `quality` for PNG would count its colours, which takes four times as long. */
const SETTINGS = { webp: { quality: 78 }, jpeg: { quality: 82 }, png: {} } as const

/** Bytes that podcast apps and their directories take without complaint. */
const COVER_LIMIT = 512 * 1024

/**
 * The show's own cover as apps want it: a square JPEG of 1400 to 3000 pixels, not much over half a
 * megabyte. https://podcasters.apple.com/support/896-artwork-requirements
 */
export async function squareCover(file: Uint8Array): Promise<Uint8Array> {
  const { width = 1, height = 1, format } = await sharp(file).metadata()
  const own = Math.min(width, height)
  const side = format === 'svg' ? 3000 : Math.min(3000, Math.max(1400, own))
  const square = sharp(file, format === 'svg' ? { density: densityFor(own, side) } : {})
    .autoOrient()
    .resize({ width: side, height: side, fit: 'cover' })
    .flatten({ background: '#ffffff' })
  let bytes: Uint8Array = new Uint8Array()
  for (const quality of [90, 82, 74, 66]) {
    bytes = await square.clone().jpeg({ quality }).toBuffer()
    if (bytes.length <= COVER_LIMIT) break
  }
  return bytes
}

/** A picture as a square PNG. */
export async function squarePng(source: Uint8Array, size: number): Promise<Uint8Array> {
  const { width = 1, height = 1, format } = await sharp(source).metadata()
  const density = densityFor(Math.min(width, height), size)
  return sharp(source, format === 'svg' ? { density } : {})
    .resize({ width: size, height: size, fit: 'cover' })
    .png()
    .toBuffer()
}
