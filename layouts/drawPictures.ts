import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import { codeVersion } from '../scripts/cache/codeVersion.ts'
import { type Digests, UNKEPT_DIGESTS } from '../scripts/insight/digests.ts'
import {
  type Address,
  COVER,
  cardAddress,
  episodeAddress,
  guestAddress,
  HOME,
} from '../scripts/model/address.ts'
import type { Guest, Show } from '../scripts/model/show.ts'
import { type CardKit, episodeCard, guestCard, showCard } from './cards/card.ts'
import { coverArt } from './cards/cover.ts'
import { DrawingBoard } from './cards/draw.ts'
import { drawableBy, readFonts } from './cards/fonts.ts'
import { iconSvg, icoOf } from './cards/icon.ts'
import type { Drawing } from './cards/node.ts'
import { isPhoto, resizeImage, squareCover, squarePng } from './images.ts'
import { nameOfEpisode } from './parts/aboutPage.ts'
import { fingerprint, inParallel, type KeptPicture, PictureCache } from './pictureCache.ts'
import type { PictureFile, Pictures } from './pictures.ts'
import { paletteOf } from './styles/theme.ts'

export interface PictureOptions {
  /** The content folder. */
  readonly content: string
  /** Where finished pictures are kept; may be deleted at any time. */
  readonly cache: string
  /** Whether link previews get a card of their own. */
  readonly cards: boolean
  /** What is known of the transcripts, for the ribbons. */
  readonly digests?: Digests
}

export interface DrawnPictures extends Pictures {
  /** How many were drawn or resized now, and not taken from the cache. */
  readonly made: number
  /** Files of the content folder that are no pictures, whatever their names say. */
  readonly unreadable: readonly string[]
}

/** Draws and resizes every picture of the site that the cache does not have yet. */
export async function drawPictures(show: Show, options: PictureOptions): Promise<DrawnPictures> {
  const cache = new PictureCache(options.cache)
  const files: PictureFile[] = []
  let made = 0
  const add = (address: Address, file: KeptPicture) => {
    files.push({ address, path: file.path })
    if (file.made) made += 1
  }
  const keep = async (address: Address, about: unknown, make: () => Promise<Uint8Array>) => {
    add(address, await cache.get(about, address.split('.').pop() ?? '', make))
  }

  const photos = show.assets.filter(isPhoto)
  const resized = await inParallel(photos, availableParallelism(), photo =>
    resizeImage(photo, options.content, cache),
  )
  const images = new Map(resized.flatMap(it => (it ? [[it.source, it.image] as const] : [])))
  for (const it of resized) {
    files.push(...(it?.files ?? []))
    made += it?.made ?? 0
  }
  const pathOf = new Map(files.map(file => [file.address, file.path]))

  const fonts = readFonts()
  const { digests = UNKEPT_DIGESTS } = options
  const board = new DrawingBoard(fonts, options.cache)
  const kit: CardKit = {
    show,
    colours: paletteOf(show.theme, 'day'),
    drawable: drawableBy(fonts),
    digest: ({ transcript, duration }) => transcript && digests.of(transcript, duration),
    portrait(guest: Guest) {
      const thumbnail = guest.photo && images.get(guest.photo.src as Address)?.thumbnail
      const path = thumbnail && pathOf.get(thumbnail)
      return path && basename(path)
    },
  }
  const drawn = new Set<Address>()
  const cards = options.cards ? cardsOf(kit, board.version) : []
  await inParallel(cards, availableParallelism() * 2, async ({ address, name, draw }) => {
    const about = () => {
      const drawing = draw()
      return drawing && { drawing, with: board.version }
    }
    const file = await cache.getNamed(name, about, 'png', ({ drawing }) => board.draw(drawing))
    if (!file) return
    drawn.add(address)
    add(address, file)
  })
  const { image } = show
  const own = image?.file !== undefined && images.has(image.src as Address) && image.file
  if (own) {
    const bytes = readFileSync(join(options.content, own))
    const about = { cover: fingerprint(bytes), sharp: sharp.versions.sharp }
    await keep(COVER, about, () => squareCover(bytes))
  } else if (!image || image.file !== undefined) {
    const drawing = coverArt(kit)
    await keep(COVER, { drawing, with: board.version }, () => board.draw(drawing))
  }
  const cover = own ? files.find(file => file.address === COVER) : undefined
  await drawIcons(show, cover && readFileSync(cover.path), keep)

  cache.save()
  // Cards are finished in any order, and the site should not show in which.
  files.sort((a, b) => (a.address < b.address ? -1 : 1))
  return {
    files,
    made,
    unreadable: photos.filter(it => !images.has(it.address)).map(it => it.file),
    card(page) {
      const address = cardAddress(page)
      return drawn.has(address) ? address : undefined
    },
    sized: image => images.get(image.src as Address),
  }
}

interface Card {
  readonly address: Address
  /** Says all that it is drawn from. */
  readonly name: string
  /** One whose letters no font has is left out, not drawn as boxes. */
  draw(): Drawing | undefined
}

/** Every card that there could be. @param version of what draws them */
function cardsOf(kit: CardKit, version: string): Card[] {
  const { show, portrait } = kit
  const card = (page: Address, about: unknown, draw: () => Drawing | undefined): Card => ({
    address: cardAddress(page),
    name: fingerprint(JSON.stringify([codeVersion(), version, about])),
    draw,
  })
  // These look at the whole show, and are few: what they show says what they are.
  const now = (page: Address, drawing: Drawing | undefined) => card(page, drawing, () => drawing)
  return [
    now(HOME, showCard(kit)),
    ...show.guests.map(it => now(guestAddress(it.slug), guestCard(kit, it))),
    ...show.episodes.map(it => {
      const faces = it.cast.map(({ guest }) => portrait(guest))
      const about = [show.title, show.theme, nameOfEpisode(it), faces]
      return card(episodeAddress(it.slug), about, () => episodeCard(kit, it))
    }),
  ]
}

type Keep = (address: Address, about: unknown, make: () => Promise<Uint8Array>) => Promise<void>

/** The mark for browsers; the show's own cover, where it has one, for home screens. */
async function drawIcons(show: Show, cover: Uint8Array | undefined, keep: Keep): Promise<void> {
  const mark = iconSvg(show.theme)
  const whole = cover ?? Buffer.from(iconSvg(show.theme, true))
  const about = (icon: Uint8Array | string, size: number) => ({
    icon: fingerprint(icon),
    size,
    sharp: sharp.versions.sharp,
  })
  await keep('/favicon.svg', about(mark, 0), async () => Buffer.from(mark))
  await keep('/favicon.ico', about(mark, 32), async () =>
    icoOf(await squarePng(Buffer.from(mark), 32), 32),
  )
  for (const [address, size] of ICONS) {
    await keep(address, about(whole, size), () => squarePng(whole, size))
  }
}

/** Sizes that phones ask for: https://developer.mozilla.org/docs/Web/Progressive_web_apps/Manifest */
export const ICONS = [
  ['/apple-touch-icon.png', 180],
  ['/icon-192.png', 192],
  ['/icon-512.png', 512],
] as const
