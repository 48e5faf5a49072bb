import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import sharp from 'sharp'
import type { Address } from '../scripts/model/address.ts'
import type { Show } from '../scripts/model/show.ts'
import { foghorns, mara, sampleShow } from '../tests/fixtures/sampleShow.ts'
import { drawPictures } from './drawPictures.ts'
import { squareCover } from './images.ts'
import { coverUrl, pictureUrl } from './pictures.ts'

const folder = mkdtempSync(join(tmpdir(), 'verbatim-pictures-'))
after(() => rmSync(folder, { recursive: true }))
const content = join(folder, 'content')
mkdirSync(join(content, 'guests'), { recursive: true })
writeFileSync(join(content, 'broken.png'), 'no picture at all')
const whole = await sharp({
  create: {
    width: 900,
    height: 900,
    channels: 3,
    background: '#336',
    noise: { type: 'gaussian', mean: 99, sigma: 30 },
  },
})
  .jpeg()
  .toBuffer()
writeFileSync(join(content, 'cut.jpg'), whole.subarray(0, whole.length / 2))
writeFileSync(
  join(content, 'cover.svg'),
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#00f"/></svg>',
)
// Taken with the phone upright: stored lying on its side, with a note to turn it.
await sharp({ create: { width: 1000, height: 800, channels: 3, background: '#336' } })
  .withMetadata({ orientation: 6 })
  .jpeg()
  .toFile(join(content, 'guests', 'mara.jpg'))

const asset = (file: string) => ({ file, address: `/media/${file}` as Address })
const show: Show = {
  ...sampleShow,
  assets: [
    asset('guests/mara.jpg'),
    asset('broken.png'),
    asset('cut.jpg'),
    asset('episodes/foghorns.mp3'),
  ],
}
const options = { content, cache: join(folder, 'cache'), cards: true }
const first = await drawPictures(show, options)
const file = (address: string, { files } = first) =>
  readFileSync(files.find(it => it.address === address)?.path ?? `${address} is missing`)

test('every page has a card of 1200 by 630, the show a square cover, phones their icons', async () => {
  const sizes = await Promise.all(
    first.files
      .filter(({ address }) => !address.startsWith('/assets/') && !/favicon/.test(address))
      .map(async ({ address, path }) => {
        const { width, height, format } = await sharp(path).metadata()
        return `${address} ${width}×${height} ${format}`
      }),
  )
  assert.deepEqual(sizes.sort(), [
    '/apple-touch-icon.png 180×180 png',
    '/card.png 1200×630 png',
    '/cover.jpg 3000×3000 jpeg',
    '/episodes/foghorns/card.png 1200×630 png',
    '/guests/ilya-brandt/card.png 1200×630 png',
    '/guests/mara-quist/card.png 1200×630 png',
    '/icon-192.png 192×192 png',
    '/icon-512.png 512×512 png',
  ])
  assert.equal(first.card('/episodes/foghorns/'), '/episodes/foghorns/card.png')
  assert.equal(first.card('/episodes/bells/'), undefined, 'no font has its letters')
})

test('a photo comes in every width up to its own, upright, and once as JPEG', async () => {
  const image = mara.photo && first.sized(mara.photo)
  assert.equal(image?.width, 800)
  assert.equal(image?.height, 1000)
  const [webp] = image?.sources ?? []
  assert.equal(webp?.type, 'image/webp')
  assert.deepEqual(
    webp?.sizes.map(size => size.width),
    [96, 192, 384, 768, 800],
  )
  for (const { address, width } of webp?.sizes ?? []) {
    const facts = await sharp(file(address)).metadata()
    assert.deepEqual([facts.format, facts.width], ['webp', width])
  }
  const whole = await sharp(file(image?.fallback ?? '')).metadata()
  assert.deepEqual([whole.format, whole.width, whole.height], ['jpeg', 800, 1000])
  assert.equal(whole.exif, undefined, 'where it was taken stays with the editor')
  assert.match(
    mara.photo ? pictureUrl(show, first, mara.photo) : '',
    /^https:\/\/example\.org\/shows\/low\/assets\/mara-[0-9a-f]{8}-800\.jpg$/,
  )
})

test('a file that is no picture is left as it is, and named', () => {
  assert.deepEqual(first.unreadable, ['broken.png', 'cut.jpg'])
  assert.equal(first.sized({ src: '/media/broken.png', alt: '' }), undefined)
})

test('a second build draws nothing, a changed title one card', async () => {
  assert.ok(first.made > 0)
  assert.equal((await drawPictures(show, options)).made, 0)
  const episodes = [{ ...foghorns, title: 'Horns' }, ...show.episodes.slice(1)]
  assert.equal((await drawPictures({ ...show, episodes }, options)).made, 1)
})

test('a picture that was damaged in the cache is made again', async () => {
  const own = { ...options, cache: join(folder, 'damaged') }
  const [damaged] = (await drawPictures(show, own)).files
  assert.ok(damaged)
  writeFileSync(damaged.path, 'half a pic')
  const again = await drawPictures(show, own)
  assert.equal(again.made, 1)
  assert.ok(file(damaged.address).equals(file(damaged.address, again)))
})

test('an empty cache gives the same bytes again', async () => {
  const again = await drawPictures(show, { ...options, cache: join(folder, 'other') })
  assert.deepEqual(
    again.files.map(it => it.address),
    first.files.map(it => it.address),
  )
  for (const { address } of first.files) {
    assert.ok(file(address).equals(file(address, again)), address)
  }
})

test('without cards there are still a cover and icons', async () => {
  const plain = await drawPictures(show, { ...options, cards: false })
  assert.equal(plain.card('/'), undefined)
  assert.ok(plain.files.some(it => it.address === '/cover.jpg'))
})

test('a show’s own cover is made square, whatever it is; one elsewhere is left there', async () => {
  const image = { src: '/media/cover.svg', alt: '', file: 'cover.svg' }
  const assets = [asset('cover.svg')]
  const own = await drawPictures({ ...show, image, assets }, options)
  const facts = await sharp(file('/cover.jpg', own)).metadata()
  assert.deepEqual([facts.width, facts.height, facts.format], [3000, 3000, 'jpeg'])
  const picture = own.sized(image)
  assert.equal(picture?.sources[0]?.type, 'image/svg+xml')
  assert.match(picture?.fallback ?? '', /\.png$/)

  const elsewhere = { ...show, image: { src: 'https://cdn.example.net/art.jpg', alt: '' } }
  const away = await drawPictures(elsewhere, options)
  assert.ok(!away.files.some(it => it.address === '/cover.jpg'))
  assert.equal(coverUrl(elsewhere), 'https://cdn.example.net/art.jpg')
})

test('a cover full of detail is pressed to what podcast directories take', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  const photo = await sharp({
    create: { width: 2200, height: 1800, channels: 3, background: '#336', noise },
  })
    .blur(0.8)
    .png()
    .toBuffer()
  const cover = await squareCover(photo)
  const { width, height } = await sharp(cover).metadata()
  assert.deepEqual([width, height], [1800, 1800])
  assert.ok(cover.length <= 512 * 1024, `${cover.length} bytes`)
  const fine = await sharp(photo)
    .resize(1800, 1800, { fit: 'cover' })
    .jpeg({ quality: 90 })
    .toBuffer()
  assert.ok(fine.length > 512 * 1024, 'it would have been too large')
})

test('the favicon is an icon file that holds its picture', async () => {
  const ico = file('/favicon.ico')
  assert.deepEqual([...ico.subarray(0, 8)], [0, 0, 1, 0, 1, 0, 32, 32])
  const png = ico.subarray(ico.readUInt32LE(18))
  assert.equal(png.length, ico.readUInt32LE(14))
  assert.equal((await sharp(png).metadata()).width, 32)
})
