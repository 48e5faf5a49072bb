import assert from 'node:assert/strict'
import { test } from 'node:test'
import { XMLParser } from 'fast-xml-parser'
import { sampleShow } from '../../tests/fixtures/sampleShow.ts'
import { manifest } from './manifest.ts'
import { opensearch } from './opensearch.ts'

test('a browser can search the show from its address bar', () => {
  const title = 'A very long name of a show & more'
  const xml = opensearch({ ...sampleShow, title })[0]?.content() ?? ''
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' })
  const { OpenSearchDescription: said } = parser.parse(xml)
  assert.equal(said.ShortName, 'A very long name')
  assert.equal(said.LongName, title)
  assert.equal(said.Url[0].template, 'https://example.org/shows/low/search/?q={searchTerms}')
})

test('a phone shows the site by its name and with its icons', () => {
  const file = manifest({ ...sampleShow, title: 'Conversations at sea' })[0]
  assert.equal(file?.address, '/site.webmanifest')
  const said = JSON.parse(file?.content() ?? '')
  assert.equal(said.short_name, 'Conversations')
  assert.equal(said.start_url, '/shows/low/')
  assert.equal(said.background_color, '#faf8f4')
  assert.deepEqual(
    said.icons.map((icon: Record<string, string>) => [icon['src'], icon['sizes'], icon['purpose']]),
    [
      ['/shows/low/icon-192.png', '192x192', 'any'],
      ['/shows/low/icon-512.png', '512x512', 'any'],
      ['/shows/low/icon-512.png', '512x512', 'maskable'],
    ],
  )
})
