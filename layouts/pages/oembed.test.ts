import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardAddress } from '../../scripts/model/address.ts'
import { foghorns, sampleShow } from '../../tests/fixtures/sampleShow.ts'
import { PLAIN_PICTURES } from '../pictures.ts'
import { oembed } from './oembed.ts'

test('an episode that can be heard says how it is embedded', () => {
  const files = oembed(sampleShow, { ...PLAIN_PICTURES, card: cardAddress })
  assert.deepEqual(
    files.map(file => file.address),
    ['/episodes/foghorns/oembed.json', '/episodes/bells/oembed.json'],
  )
  assert.deepEqual(JSON.parse(files[0]?.content() ?? ''), {
    version: '1.0',
    type: 'rich',
    provider_name: 'Low Tide',
    provider_url: 'https://example.org/shows/low/',
    title: foghorns.title,
    author_name: 'Mara Quist',
    html:
      '<iframe src="https://example.org/shows/low/episodes/foghorns/embed/" width="100%" ' +
      'height="200" style="max-width:640px;border:0" loading="lazy" ' +
      'title="Foghorns &amp; the &lt;/script&gt; of silence"></iframe>',
    width: 640,
    height: 200,
    thumbnail_url: 'https://example.org/shows/low/episodes/foghorns/card.png',
    thumbnail_width: 1200,
    thumbnail_height: 630,
  })
})

test('an episode without audio has nothing to embed', () => {
  const { audio, ...silent } = foghorns
  assert.deepEqual(oembed({ ...sampleShow, episodes: [silent] }, PLAIN_PICTURES), [])
})
