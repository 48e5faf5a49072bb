import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, afterEach, beforeEach, test } from 'node:test'
import { type Answer, file, troubledServer } from '../../tests/fixtures/troubledServer.ts'
import { Downloader } from './download.ts'
import { importFeed } from './importFeed.ts'
import { Ledger } from './ledger.ts'
import { readSource } from './readSource.ts'
import { Report } from './report.ts'

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const VTT = 'WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ada>Hello.\n'

interface Item {
  readonly title?: string
  readonly guid?: string
  readonly date?: string
  readonly more?: string
}

function item({ title, guid, date = 'Tue, 03 Mar 2026 06:00:00 +0100', more = '' }: Item): string {
  return `<item>${title === undefined ? '' : `<title>${title}</title>`}<guid>${guid ?? title}</guid><pubDate>${date}</pubDate>${more}</item>`
}

/** What the server has, by path; tests replace it. */
let site: Record<string, Answer> = {}
let feed: (url: string) => string = () => ''

const server = await troubledServer(url => ({
  '/feed.xml': file(feed(url), 'application/rss+xml'),
  '/c.png': file(PNG, 'image/png'),
  '/1.vtt': file(VTT, 'text/vtt'),
  '/1.json': file(
    '{"version":"1.2.0","chapters":[{"startTime":0,"title":"A"}]}',
    'application/json',
  ),
  ...site,
}))
after(() => server.close())

let content = ''
beforeEach(() => {
  content = path.join(mkdtempSync(path.join(os.tmpdir(), 'verbatim-import-')), 'content')
  site = {}
})
afterEach(() => rmSync(path.dirname(content), { recursive: true }))

function serve(items: (url: string) => readonly string[], channel = (_url: string) => '') {
  feed = url =>
    `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Mine</title><link>${url}/</link><language>en</language>${channel(url)}${items(url).join('')}</channel></rss>`
}

async function bringIn(options: { only?: string; dry?: boolean; source?: string } = {}) {
  const { only, dry = false, source = `${server.url}/feed.xml` } = options
  const downloader = new Downloader({ sleep: async () => {} })
  const ledger = new Ledger(content, { dry })
  const report = new Report({ dry })
  const lines: string[] = []
  await importFeed(await readSource(source, downloader), {
    content,
    only,
    dry,
    pictures: true,
    downloader,
    ledger,
    report,
    progress: line => lines.push(line),
  })
  ledger.save()
  return { report, lines }
}

const read = (name: string) => readFileSync(path.join(content, name), 'utf8')
const list = () =>
  existsSync(content)
    ? (readdirSync(content, { recursive: true }) as string[]).filter(it => /\.\w+$/.test(it)).sort()
    : []

/** One episode with everything. */
function serveWhole() {
  serve(
    url => [
      item({
        title: 'Fog &amp; horns',
        guid: 'g-1',
        more: `<description>&lt;p&gt;Notes &lt;b&gt;here&lt;/b&gt;&lt;/p&gt;</description><itunes:episode>4</itunes:episode><itunes:duration>57:44</itunes:duration>
<enclosure url="https://cdn.example/4.mp3" length="99999" type="audio/mpeg"/><podcast:person role="host">Ada Byron</podcast:person><podcast:person role="guest" img="${url}/c.png" href="https://bo.example/">Bo Ek</podcast:person>
<podcast:transcript url="${url}/1.vtt" type="text/vtt"/><podcast:chapters url="${url}/1.json" type="application/json+chapters"/><itunes:image href="${url}/c.png?own"/>`,
      }),
    ],
    url =>
      `<itunes:image href="${url}/c.png"/><podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>`,
  )
  site['/c.png?own'] = file(PNG, 'image/png')
}

test('brings in an episode with all that belongs to it', async () => {
  serveWhole()
  const { report, lines } = await bringIn()
  assert.deepEqual(report.failures, [])
  assert.deepEqual(list(), [
    '.import.json',
    'cover.png',
    'episodes/004-fog-horns.chapters.json',
    'episodes/004-fog-horns.md',
    'episodes/004-fog-horns.png',
    'episodes/004-fog-horns.vtt',
    'guests/ada-byron.md',
    'guests/bo-ek.md',
    'guests/bo-ek.png',
    'show.md',
  ])
  assert.equal(
    read('episodes/004-fog-horns.md'),
    `---
title: Fog & horns
date: 2026-03-03T06:00:00+01:00
number: 4
duration: 57:44
audio:
  url: https://cdn.example/4.mp3
  type: audio/mpeg
  length: 99999
guests: [bo-ek]
image:
  src: 004-fog-horns.png
  alt: Cover of Fog & horns
guid: g-1
---

Notes **here**
`,
  )
  assert.match(read('show.md'), /^hosts: \[ada-byron\]$/m)
  assert.match(read('show.md'), /^guid: 917393e3/m)
  assert.match(read('guests/bo-ek.md'), /site: https:\/\/bo\.example\//)
  assert.equal(read('episodes/004-fog-horns.vtt'), VTT)
  assert.deepEqual(lines, ['1/1  episodes/004-fog-horns.md  written, transcript, chapters'])
  assert.equal(
    report.text(),
    'Wrote 1 show, 1 episode, 2 people, 1 transcript, 1 chapters file and 3 pictures.',
  )
})

test('a dry run writes nothing and fetches only the feed', async () => {
  serveWhole()
  const before = server.asked.length
  const { report } = await bringIn({ dry: true })
  assert.deepEqual(list(), [])
  assert.deepEqual(server.asked.slice(before), ['/feed.xml'])
  assert.match(report.text(), /^Would write 1 show, 1 episode/)
})

test('a second import fetches nothing again and changes nothing', async () => {
  serveWhole()
  await bringIn()
  const before = server.asked.length
  const files = list().map(name => read(name))
  const { report } = await bringIn()
  assert.deepEqual(server.asked.slice(before), ['/feed.xml'])
  assert.deepEqual(
    list().map(name => read(name)),
    files,
  )
  assert.match(report.text(), /^Already there: 1 show, 1 episode/)
})

test('never writes over an edited file, updates an unedited one, leaves a deleted one out', async () => {
  serve(() => ['Edited', 'Plain', 'Deleted'].map(title => item({ title })))
  await bringIn()
  writeFileSync(
    path.join(content, 'episodes/edited.md'),
    '---\ntitle: Mine now\nguid: Edited\n---\n',
  )
  rmSync(path.join(content, 'episodes/deleted.md'))
  serve(() =>
    ['Edited', 'Plain', 'Deleted'].map(title =>
      item({ title, more: '<description>New.</description>' }),
    ),
  )
  const { report } = await bringIn()
  assert.equal(read('episodes/edited.md'), '---\ntitle: Mine now\nguid: Edited\n---\n')
  assert.match(read('episodes/plain.md'), /\nNew\.\n$/)
  assert.ok(!existsSync(path.join(content, 'episodes/deleted.md')))
  assert.deepEqual(
    [report.files('kept'), report.files('updated'), report.files('gone')],
    [['episodes/edited.md'], ['episodes/plain.md'], ['episodes/deleted.md']],
  )
  await bringIn({ only: 'deleted' })
  assert.ok(existsSync(path.join(content, 'episodes/deleted.md')))
})

test('an episode that was renamed here is found by its guid', async () => {
  serve(() => [item({ title: 'Old title', guid: 'g-1' })])
  await bringIn()
  writeFileSync(path.join(content, 'episodes/renamed.md'), read('episodes/old-title.md'))
  rmSync(path.join(content, 'episodes/old-title.md'))
  const { report } = await bringIn()
  assert.ok(report.files('same').includes('episodes/renamed.md'))
  assert.ok(!existsSync(path.join(content, 'episodes/old-title.md')))
})

test('goes on where it stopped: what failed is tried again, and only that', async () => {
  serveWhole()
  site['/1.vtt'] = (_, response) => {
    response.writeHead(404).end()
  }
  const first = await bringIn()
  assert.equal(first.report.failures.length, 1)
  assert.match(
    first.report.failures[0] ?? '',
    /^episodes\/004-fog-horns\.md: the transcript .*1\.vtt can’t be had: the server answered 404/,
  )
  assert.match(first.report.text(), /Failed \(1\):/)
  delete site['/1.vtt']
  const before = server.asked.length
  const second = await bringIn()
  assert.deepEqual(second.report.failures, [])
  assert.deepEqual(server.asked.slice(before), ['/feed.xml', '/1.vtt'])
  assert.equal(read('episodes/004-fog-horns.vtt'), VTT)
})

test('a page where a file should be is no transcript, no chapters and no picture', async () => {
  serveWhole()
  const page = file('<!doctype html><title>Please log in</title>', 'text/html')
  Object.assign(site, { '/1.vtt': page, '/1.json': page, '/c.png': page, '/c.png?own': page })
  const { report } = await bringIn()
  assert.deepEqual(list(), [
    '.import.json',
    'episodes/004-fog-horns.md',
    'guests/ada-byron.md',
    'guests/bo-ek.md',
    'show.md',
  ])
  assert.equal(report.failures.length, 5)
  assert.match(report.failures.join('\n'), /should be a transcript \(vtt\), and is text\/html/)
  // Its address stands in for the picture, so that nothing is lost.
  assert.match(read('show.md'), /src: http:\/\/127\.0\.0\.1:\d+\/c\.png/)
})

test('takes the next format when the first can’t be had, and JSON where WebVTT names nobody', async () => {
  const plain = 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello.\n'
  const json = '{"version":"1.0.0","segments":[{"speaker":"Ada","startTime":0,"body":"Hello."}]}'
  serve(url => [
    item({
      title: 'One',
      more: `<podcast:transcript url="${url}/gone.vtt" type="text/vtt"/><podcast:transcript url="${url}/a.srt" type="application/srt"/>`,
    }),
    item({
      title: 'Two',
      more: `<podcast:transcript url="${url}/plain.vtt" type="text/vtt"/><podcast:transcript url="${url}/named.json" type="application/json"/>`,
    }),
    item({
      title: 'Three',
      more: `<podcast:transcript url="${url}/1.vtt" type="text/vtt" language="en-GB"/><podcast:transcript url="${url}/plain.vtt" type="text/vtt" language="de"/>`,
    }),
  ])
  Object.assign(site, {
    '/a.srt': file('1\n00:00:00,000 --> 00:00:01,000\nHello.\n'),
    '/plain.vtt': file(plain),
    '/named.json': file(json),
  })
  const { report } = await bringIn()
  assert.deepEqual(report.failures, [])
  assert.deepEqual(
    list().filter(name => !name.endsWith('.md') && name.startsWith('episodes/')),
    ['episodes/one.srt', 'episodes/three.de.vtt', 'episodes/three.vtt', 'episodes/two.json'],
  )
  assert.match(
    read('episodes/three.md'),
    /- file: three\.vtt\n {4}language: en\n {2}- file: three\.de\.vtt\n {4}language: de/,
  )
})

test('hostile titles, guids and addresses stay inside the folder', async () => {
  serve(url => [
    item({ title: '../../../../etc/passwd', guid: '../../x' }),
    item({ title: 'a/b\\c: --- {{ x }}', guid: "'; DROP" }),
    item({ title: '🎧', guid: 'https://x.example/?p=7' }),
    item({ title: 'CON', guid: 'con' }),
    item({
      title: 'File',
      more: `<podcast:transcript url="file:///etc/passwd" type="text/vtt"/><podcast:chapters url="../../etc/passwd" type="x"/><itunes:image href="javascript:alert(1)"/><enclosure url="javascript:alert(1)" type="audio/mpeg" length="5"/><podcast:transcript url="${url}/1.vtt" type="text/vtt" language="../../x"/>`,
    }),
  ])
  const { report } = await bringIn()
  assert.deepEqual(readdirSync(path.dirname(content)), ['content'])
  for (const name of list()) assert.match(name, /^(\.import\.json|show\.md|episodes\/[a-z0-9.-]+)$/)
  assert.equal(report.failures.length, 3, report.text())
  assert.doesNotMatch(read('episodes/file.md'), /javascript|passwd/)
})

test('two episodes of one title get two addresses, the older one the plain one', async () => {
  serve(() => [
    item({ title: 'News', guid: 'b', date: 'Wed, 04 Mar 2026 06:00:00 GMT' }),
    item({ title: 'News', guid: 'a', date: 'Tue, 03 Mar 2026 06:00:00 GMT' }),
    item({ title: 'News', guid: 'a', date: 'Tue, 03 Mar 2026 06:00:00 GMT' }),
  ])
  const { report } = await bringIn()
  assert.match(read('episodes/news.md'), /guid: a/)
  assert.match(read('episodes/news-2.md'), /guid: b/)
  assert.match(report.notes.join(), /the same guid/)
})

test('brings in only what is asked for', async () => {
  const days = [1, 2, 3, 4]
  serve(() =>
    days.map(day =>
      item({
        title: `Part ${day}`,
        guid: `g-${day}`,
        date: `0${day} Mar 2026 06:00:00 GMT`,
        more: `<itunes:episode>${day}</itunes:episode>`,
      }),
    ),
  )
  const episodes = () => list().filter(name => /^episodes\//.test(name))
  await bringIn({ only: 'latest 2' })
  assert.deepEqual(episodes(), ['episodes/003-part-3.md', 'episodes/004-part-4.md'])
  await bringIn({ only: '1' })
  await bringIn({ only: 'g-2' })
  assert.equal(episodes().length, 4)
  await assert.rejects(bringIn({ only: 'part-9' }), /The feed has no episode “part-9”/)
})

test('a date that is none is said, and nothing is invented', async () => {
  serve(() => [item({ title: 'When', date: 'soon' })])
  const { report } = await bringIn()
  assert.match(report.failures[0] ?? '', /its date can’t be read: the feed says "soon"/)
  assert.doesNotMatch(read('episodes/when.md'), /^date:/m)
})

test('a show that is here already stays as it is', async () => {
  serveWhole()
  await bringIn()
  writeFileSync(path.join(content, 'show.md'), '---\ntitle: My own\n---\n')
  await bringIn()
  assert.equal(read('show.md'), '---\ntitle: My own\n---\n')
})

test('follows a feed in pages, once round', async () => {
  serve(
    () => [item({ title: 'One' })],
    url => `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="next" href="${url}/2.xml"/>`,
  )
  site['/2.xml'] = (_, response) => {
    response.end(feed(server.url).replaceAll('One', 'Two').replace('/2.xml', '/feed.xml'))
  }
  await bringIn()
  assert.deepEqual(
    list().filter(name => /^episodes\//.test(name)),
    ['episodes/one.md', 'episodes/two.md'],
  )
})

test('a picture that many episodes share is fetched once', async () => {
  serve(url =>
    ['One', 'Two', 'Three'].map(title =>
      item({ title, more: `<itunes:image href="${url}/c.png?shared"/>` }),
    ),
  )
  site['/c.png?shared'] = file(PNG, 'image/png')
  const before = server.asked.length
  await bringIn()
  assert.equal(server.asked.slice(before).filter(it => it === '/c.png?shared').length, 1)
  for (const name of ['one', 'two', 'three'])
    assert.match(read(`episodes/${name}.md`), /src: one\.png/)
  const pages = list().map(name => read(name))
  await bringIn()
  assert.deepEqual(
    list().map(name => read(name)),
    pages,
  )
})

test('asks for no more than two things at once', async () => {
  const parts = Array.from({ length: 8 }, (_, i) => i)
  serve(url =>
    parts.map(i =>
      item({
        title: `Part ${i}`,
        more: `<podcast:transcript url="${url}/t${i}.vtt" type="text/vtt"/>`,
      }),
    ),
  )
  for (const i of parts) {
    site[`/t${i}.vtt`] = (_, response) => {
      setTimeout(() => response.end(VTT), 20)
    }
  }
  await bringIn()
  assert.equal(list().filter(name => name.endsWith('.vtt')).length, 8)
  assert.equal(server.mostAtOnce(), 2)
})
