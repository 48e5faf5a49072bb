import assert from 'node:assert/strict'
import { test } from 'node:test'
import { render } from 'preact-render-to-string'
import type { Address } from '../../scripts/model/address.ts'
import type { Html } from '../../scripts/model/show.ts'
import { mara, sampleShow } from '../../tests/fixtures/sampleShow.ts'
import type { Edition } from '../edition.ts'
import { PLAIN_PICTURES, type SizedImage } from '../pictures.ts'
import { Picture, withSizes } from './picture.tsx'

const photo = mara.photo ?? { src: '', alt: '' }
const sized: SizedImage = {
  width: 800,
  height: 1000,
  sources: [
    {
      type: 'image/webp',
      sizes: [96, 800].map(width => ({ address: `/assets/m-${width}.webp` as Address, width })),
    },
  ],
  fallback: '/assets/m-800.jpg',
  thumbnail: '/assets/m-96.webp',
}
const pictures = {
  ...PLAIN_PICTURES,
  sized: ({ src }: { src: string }) => (src === photo.src ? sized : undefined),
}
const edition = { show: sampleShow, pictures } as unknown as Edition

test('a picture comes in sizes, with its dimensions and its description', () => {
  assert.equal(
    render(<Picture edition={edition} image={photo} sizes="44px" />),
    '<img src="/shows/low/assets/m-800.jpg" ' +
      'srcset="/shows/low/assets/m-96.webp 96w, /shows/low/assets/m-800.webp 800w" sizes="44px" ' +
      'alt="Mara Quist at a harbour" width="800" height="1000" loading="lazy" decoding="async"/>',
  )
})

test('a picture that stands elsewhere is shown as it is', () => {
  const image = { src: 'https://example.net/a.jpg', alt: 'A' }
  assert.equal(
    render(<Picture edition={edition} image={image} sizes="44px" eager />),
    '<img src="https://example.net/a.jpg" alt="A" loading="eager" decoding="async"/>',
  )
})

test('pictures in show notes get sizes; others and words stay as they are', () => {
  const notes =
    '<p><img src="/shows/low/media/guests/mara.jpg" alt="M" loading="lazy"> ' +
    '<img src="https://example.net/a.jpg" alt="A"> &lt;img src="/shows/low/x"</p>'
  assert.equal(
    withSizes(edition, notes as Html),
    notes.replace(
      '"/shows/low/media/guests/mara.jpg"',
      '"/shows/low/assets/m-800.jpg" ' +
        'srcset="/shows/low/assets/m-96.webp 96w, /shows/low/assets/m-800.webp 800w" ' +
        'sizes="(min-width: 768px) 680px, 100vw" width="800" height="1000"',
    ),
  )
})
