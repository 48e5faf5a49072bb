import assert from 'node:assert/strict'
import { test } from 'node:test'
import { XMLParser } from 'fast-xml-parser'
import { bells, foghorns, sampleShow } from '../../tests/fixtures/sampleShow.ts'
import { robots } from './robots.ts'
import { sitemap } from './sitemap.ts'

const SITE = 'https://example.org/shows/low'
const parse = (xml: string | undefined) => new XMLParser().parse(xml ?? '')

test('every page stands in the sitemap, with the day of its newest episode', () => {
  const [file, ...more] = sitemap(sampleShow)
  assert.equal(file?.address, '/sitemap.xml')
  assert.equal(more.length, 0)
  const urls: { loc: string; lastmod?: string }[] = parse(file?.content()).urlset.url
  assert.deepEqual(
    urls.map(({ loc, lastmod }) => [loc.slice(SITE.length), lastmod]),
    [
      ['/', '2026-03-03'],
      ['/episodes/', '2026-03-03'],
      ['/episodes/in/2026/', '2026-03-03'],
      ['/episodes/season/2/', '2026-03-03'],
      ['/episodes/foghorns/', '2026-03-03'],
      ['/episodes/bells/', '2026-02-03'],
      ['/guests/', '2026-03-03'],
      ['/guests/mara-quist/', '2026-03-03'],
      ['/guests/ilya-brandt/', '2026-03-03'],
      ['/topics/', '2026-03-03'],
      ['/topics/sea/', '2026-03-03'],
      ['/about/', undefined],
      ['/about-us/', undefined],
    ],
  )
})

test('drafts are not for search engines', () => {
  const show = { ...sampleShow, episodes: [{ ...foghorns, draft: true }, bells] }
  const xml = sitemap(show)[0]?.content() ?? ''
  assert.ok(!xml.includes('foghorns'))
  assert.ok(xml.includes('bells'))
})

test('a sitemap beyond the limit is split, and the first file lists the others', () => {
  const files = sitemap(sampleShow, 4)
  assert.deepEqual(
    files.map(file => file.address),
    ['/sitemap.xml', '/sitemap-1.xml', '/sitemap-2.xml', '/sitemap-3.xml', '/sitemap-4.xml'],
  )
  assert.deepEqual(parse(files[0]?.content()).sitemapindex.sitemap, [
    { loc: `${SITE}/sitemap-1.xml` },
    { loc: `${SITE}/sitemap-2.xml` },
    { loc: `${SITE}/sitemap-3.xml` },
    { loc: `${SITE}/sitemap-4.xml` },
  ])
  const parts = files.slice(1).map(file => [parse(file.content()).urlset.url].flat().length)
  assert.deepEqual(parts, [4, 4, 4, 1])
})

test('robots may read everything but the answers of the search page', () => {
  assert.equal(
    robots(sampleShow)[0]?.content(),
    `User-agent: *\nDisallow: /shows/low/search/?\n\nSitemap: ${SITE}/sitemap.xml\n`,
  )
})
