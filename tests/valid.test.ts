import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import path from 'node:path'
import { before, test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { longTranscript, weighPage } from './pageWeight.ts'
import { type BuiltSite, buildSite, copyContent, filesIn, writeFiles } from './site.ts'

const ROOT_URL = 'https://example.org/shows/harbour/'

let site: BuiltSite
before(async () => {
  site = await buildSite(copyContent('harbour', { audio: true }))
  assert.equal(site.result.code, 0, site.result.err)
})

const pages = () => filesIn(site.folder).filter(file => file.endsWith('.html'))

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** Elements in reading order. */
function elementsOf(html: string): Element[] {
  const found: Element[] = []
  const visit = (node: Node) => {
    if ('tagName' in node) found.push(node)
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(html))
  return found
}

function textOf(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

const attribute = ({ attrs }: Element, name: string) =>
  attrs.find(attr => attr.name === name)?.value

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:document'],
    rules: {
      // No third party is ever asked for anything, so there is nothing to pin.
      'require-sri': 'off',
      // A lone `>` in a text is valid; preact escapes what isn't.
      'no-raw-characters': 'off',
    },
  })
  const faults: string[] = []
  for (const file of pages()) {
    const report = await validator.validateString(site.read(file))
    for (const { messages } of report.results) {
      for (const { line, column, ruleId, message } of messages) {
        faults.push(`${file}:${line}:${column} ${ruleId} ${message}`)
      }
    }
  }
  assert.deepEqual(faults, [])
})

test('every address in the feed, the sitemap, robots.txt and llms.txt exists', () => {
  const files = new Set(filesIn(site.folder))
  for (const source of ['feed.xml', 'sitemap.xml', 'robots.txt', 'llms.txt']) {
    const urls = [
      ...site.read(source).matchAll(/https:\/\/example\.org\/shows\/harbour\/[^\s"'<>)]*/g),
    ]
    assert.ok(urls.length > 0, source)
    for (const [url] of urls) {
      const asked = decodeURIComponent(new URL(url.replaceAll('&amp;', '&')).pathname)
      const file = asked.slice(new URL(ROOT_URL).pathname.length)
      const stands = file === '' || file.endsWith('/') ? `${file}index.html` : file
      assert.ok(files.has(stands), `${source} names ${url}`)
    }
  }
})

test('the feed says how many bytes each audio file has', () => {
  const enclosures = [...site.read('feed.xml').matchAll(/<enclosure url="([^"]*)" length="(\d+)"/g)]
  assert.ok(enclosures.length > 0)
  for (const [, url = '', length] of enclosures) {
    const file = decodeURIComponent(url.slice(ROOT_URL.length))
    assert.equal(statSync(path.join(site.folder, file)).size, Number(length), file)
  }
})

test('without styles and scripts a page reads from its title to its last word', () => {
  for (const file of pages()) {
    const elements = elementsOf(site.read(file))
    const of = (tag: string) => elements.filter(({ tagName }) => tagName === tag)
    const [html] = of('html')
    assert.ok(html && attribute(html, 'lang'), `${file} says its language`)
    assert.equal(of('main').length, 1, `${file} has one main`)
    assert.equal(of('h1').length, 1, `${file} has one h1`)
    const main = elementsOf(site.read(file)).find(({ tagName }) => tagName === 'main')
    assert.ok(main && textOf(main).trim() !== '', `${file} says something`)
    const levels = elements
      .filter(({ tagName }) => /^h[1-6]$/.test(tagName))
      .map(({ tagName }) => Number(tagName[1]))
    for (const [at, level] of levels.entries()) {
      assert.ok(level - (levels[at - 1] ?? 0) <= 1, `${file}: h${level} after h${levels[at - 1]}`)
    }
    for (const link of of('a')) {
      const name = `${textOf(link)}${attribute(link, 'aria-label') ?? ''}${attribute(link, 'title') ?? ''}`
      const picture = link.childNodes.some(node => 'tagName' in node && node.tagName === 'img')
      assert.ok(
        name.trim() !== '' || picture,
        `${file}: a link to ${attribute(link, 'href')} is mute`,
      )
    }
  }
})

test('an episode reads in order: who and what, how to hear it, then all that is said', () => {
  const html = site.read('episodes/the-bell/index.html')
  const places = [
    html.indexOf('class="skip"'),
    html.indexOf('<h1'),
    html.indexOf('<audio'),
    html.indexOf('class="turn"'),
    html.lastIndexOf('class="turn"'),
    html.indexOf('<footer'),
  ]
  assert.equal(places.includes(-1), false, places.join(', '))
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  )
  const [audio] = elementsOf(html).filter(({ tagName }) => tagName === 'audio')
  assert.ok(audio && attribute(audio, 'controls') !== undefined, 'plays without a script')
  assert.equal(attribute(audio, 'autoplay'), undefined)
})

test('an episode of ten thousand words stays light', async () => {
  const content = copyContent('harbour')
  writeFiles(content, {
    'episodes/001-the-bell.txt': longTranscript(10_000, ['Ada Moor', 'Ben Okafor']),
  })
  const long = await buildSite(content, '--no-search', '--no-cards')
  assert.equal(long.result.code, 0, long.result.err)
  const file = 'episodes/the-bell/index.html'
  assert.ok(textOf(parse(long.read(file))).split(/\s+/).length > 10_000)
  const { html, scripts, styles } = weighPage(long.folder, file, '/shows/harbour/')
  assert.ok(html.raw <= 120_000, `HTML ${html.raw}`)
  assert.ok(html.gzipped <= 35_000, `HTML gzipped ${html.gzipped}`)
  assert.ok(scripts.gzipped <= 12_000, `scripts gzipped ${scripts.gzipped}`)
  assert.ok(styles.gzipped <= 10_000, `styles gzipped ${styles.gzipped}`)
})

test('no page loads more before it is touched than an episode may', () => {
  for (const file of pages()) {
    const { scripts, styles } = weighPage(site.folder, file, '/shows/harbour/')
    assert.ok(scripts.gzipped <= 12_000, `${file}: scripts gzipped ${scripts.gzipped}`)
    assert.ok(styles.gzipped <= 10_000, `${file}: styles gzipped ${styles.gzipped}`)
  }
})
