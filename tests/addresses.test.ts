import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { before, describe, test } from 'node:test'
import { type BuiltSite, buildSite, copyContent, filesIn } from './site.ts'

const SITE = 'https://example.org/shows/harbour/'
/** Links of the editors that lead elsewhere on the same host. */
const ELSEWHERE = [
  'https://example.org/support',
  'https://example.org/x',
  'https://example.org/ada',
]

/** Every address of the site in a text, as JSON, XML and HTML write them. */
function addressesIn(text: string): string[] {
  const found = text.match(/https:\/\/example\.org\/[^\s"'<>)\\]*/g) ?? []
  return [...new Set(found.map(it => it.replaceAll('&amp;', '&').replace(/[,.]$/, '')))]
}

describe('what the site tells machines', () => {
  let site: BuiltSite
  /** The file that an address names, below the site's folder. */
  const fileOf = (address: string) => {
    const { pathname } = new URL(address)
    const file = decodeURIComponent(pathname.replace('/shows/harbour/', '/'))
    return path.join(site.folder, file.endsWith('/') ? `${file}index.html` : file)
  }
  const missing = (text: string) =>
    addressesIn(text)
      .filter(address => !address.includes('{') && !ELSEWHERE.includes(address))
      .filter(address => !address.startsWith(SITE) || !existsSync(fileOf(address)))

  before(async () => {
    site = await buildSite(copyContent('harbour', { audio: true }))
    assert.equal(site.result.code, 0, site.result.err)
  })

  for (const file of ['feed.xml', 'sitemap.xml', 'llms.txt', 'opensearch.xml']) {
    test(`every address in ${file} leads to a file`, () => {
      const text = site.read(file)
      assert.ok(addressesIn(text).length > 2)
      assert.deepEqual(missing(text), [])
    })
  }

  test('so does every address in the structured data, previews and alternates of every page', () => {
    const pages = filesIn(site.folder).filter(file => file.endsWith('.html'))
    assert.ok(pages.length > 10)
    for (const page of pages) {
      const [head = ''] = site.read(page).split('</head>')
      assert.deepEqual(missing(head), [], page)
      const links = [...head.matchAll(/<link [^>]*href="(\/[^"]*)"/g)].map(([, href]) => href ?? '')
      const gone = links.filter(href => !existsSync(fileOf(`https://example.org${href}`)))
      assert.deepEqual(gone, [], page)
    }
  })

  test('so does every address in chapters, oEmbed answers, Markdown twins and the manifest', () => {
    const files = filesIn(site.folder).filter(file =>
      /chapters\.json|oembed\.json|index\.md$/.test(file),
    )
    assert.ok(files.length > 5)
    for (const file of files) assert.deepEqual(missing(site.read(file)), [], file)
    const { icons, start_url: start } = JSON.parse(site.read('site.webmanifest'))
    assert.equal(start, '/shows/harbour/')
    for (const icon of icons) assert.ok(existsSync(fileOf(`https://example.org${icon.src}`)))
  })

  test('the sitemap lists every page that search engines should keep, and no other', () => {
    const kept = filesIn(site.folder)
      .filter(file => file.endsWith('.html'))
      .map(file => site.read(file))
      .filter(page => !page.includes('<meta name="robots" content="noindex"'))
      .map(page => /<link rel="canonical" href="([^"]*)"/.exec(page)?.[1] ?? 'no canonical link')
    const listed = [...site.read('sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)]
    assert.deepEqual([...new Set(kept)].sort(), listed.map(([, url]) => url).sort())
  })

  test('the length of each enclosure is the length of its file', () => {
    const enclosures = [
      ...site.read('feed.xml').matchAll(/<enclosure url="([^"]+)" length="(\d+)"/g),
    ]
    assert.ok(enclosures.length > 2)
    for (const [, url = '', length] of enclosures) {
      assert.equal(readFileSync(fileOf(url)).length, Number(length), url)
    }
  })

  test('every block of structured data is JSON about things of schema.org', () => {
    const pages = filesIn(site.folder).filter(file => file.endsWith('.html'))
    const kinds = new Set<string>()
    for (const page of pages) {
      const blocks = site
        .read(page)
        .matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)
      for (const [, json = ''] of blocks) {
        const data = JSON.parse(json)
        assert.equal(data['@context'], 'https://schema.org')
        for (const thing of data['@graph']) kinds.add(thing['@type'])
      }
    }
    assert.deepEqual([...kinds].sort(), [
      'BreadcrumbList',
      'PodcastEpisode',
      'PodcastSeries',
      'ProfilePage',
      'WebSite',
    ])
  })
})
