import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { before, test } from 'node:test'
import {
  type BuiltSite,
  buildSite,
  command,
  copyContent,
  filesIn,
  temporaryFolder,
  writeFiles,
} from './site.ts'

/** A whole small show, built as its engineer would, held against the contract of its addresses. */
let site: BuiltSite
before(async () => {
  site = await buildSite(copyContent('harbour'))
  assert.equal(site.result.code, 0, site.result.err)
})

test('every page and file stands at its address', () => {
  const expected = [
    'index.html',
    'episodes/index.html',
    'episodes/the-bell/index.html',
    'guests/index.html',
    'guests/ada-moor/index.html',
    'guests/cara-lindqvist/index.html',
    'topics/index.html',
    'topics/fog/index.html',
    'search/index.html',
    'about/index.html',
    'contact/index.html',
    '404.html',
    'feed.xml',
    'sitemap.xml',
    'robots.txt',
    'llms.txt',
    'episodes/the-bell/chapters.json',
    ...['vtt', 'srt', 'json', 'txt', 'md'].map(kind => `episodes/the-bell/transcript.${kind}`),
  ]
  assert.deepEqual(
    expected.filter(file => !existsSync(path.join(site.folder, file))),
    [],
  )
})

test('the build says in a few lines what it did and how to look at it', () => {
  const { out } = site.result
  assert.match(out, /Harbour Talk: 5 episodes, 4 people/)
  assert.match(out, /npm start/)
})

test('turns carry their id and their speaker', () => {
  const html = site.read('episodes/the-bell/index.html')
  const turns = [...html.matchAll(/<[a-z]+[^>]*\bclass="turn[ "][^>]*>/g)].map(([tag]) => tag)
  assert.equal(turns.length, 6)
  assert.match(turns[0] ?? '', /id="t=0"/)
  assert.deepEqual(
    turns.map(tag => /data-speaker="([^"]*)"/.exec(tag)?.[1]),
    ['ada-moor', 'ben-okafor', 'ada-moor', 'ben-okafor', 'ada-moor', 'ben-okafor'],
  )
  assert.match(html, /href="#t=60"/)
})

test('page furniture around a transcript is nobody’s words', () => {
  const text = site.read('episodes/the-bell/transcript.txt')
  for (const furniture of [
    'Previous',
    'Creators and Guests',
    'podcasting apps',
    'Episode 1_transcript',
  ]) {
    assert.equal(text.includes(furniture), false, furniture)
  }
})

test('transcript.json says what is estimated and leaves unknown times out', () => {
  const { version, segments } = JSON.parse(site.read('episodes/the-bell/transcript.json')) as {
    version: string
    segments: { speaker: string; startTime?: number; estimated?: true; body: string }[]
  }
  assert.equal(version, '1.0.0')
  assert.deepEqual(segments[0], { ...segments[0], speaker: 'Ada Moor', startTime: 0 })
  assert.equal(segments[0]?.estimated, undefined)
  assert.equal(segments[1]?.estimated, true)
  assert.equal(
    segments.some(({ body }) => body.includes('[laughter]')),
    true,
  )
  assert.equal(
    segments.find(({ startTime }) => startTime === 60)?.body,
    'silence, it is a bell that talks back.',
  )
})

test('every link on the site stays under the path it is published at', () => {
  const strays = filesIn(site.folder)
    .filter(file => file.endsWith('.html'))
    .flatMap(file =>
      [...site.read(file).matchAll(/(?:href|src)="(\/[^"]*)"/g)]
        .map(([, to = '']) => to)
        .filter(to => !to.startsWith('/shows/harbour/'))
        .map(to => `${file} → ${to}`),
    )
  assert.deepEqual(strays, [])
})

test('every internal link and its anchor lead somewhere', () => {
  const pages = new Map(
    filesIn(site.folder).map(file => [file, file.endsWith('.html') ? site.read(file) : '']),
  )
  const broken: string[] = []
  for (const [file, html] of pages) {
    for (const [, href = ''] of html.matchAll(/(?:href|src)="([^"]*)"/g)) {
      const url = new URL(
        href.replaceAll('&amp;', '&'),
        `https://example.org/shows/harbour/${file.replace(/index\.html$/, '')}`,
      )
      if (url.origin !== 'https://example.org' || !url.pathname.startsWith('/shows/harbour/'))
        continue
      const target = decodeURIComponent(url.pathname.slice('/shows/harbour/'.length))
      const found = pages.get(
        target === '' || target.endsWith('/') ? `${target}index.html` : target,
      )
      const id = decodeURIComponent(url.hash.slice(1))
      if (found === undefined) broken.push(`${file} → ${href}`)
      else if (id && !id.startsWith('t=') && !found.includes(`id="${id}"`))
        broken.push(`${file} → ${href}`)
    }
  }
  assert.deepEqual(broken, [])
})

test('ids are unique on every page', () => {
  for (const file of filesIn(site.folder).filter(name => name.endsWith('.html'))) {
    const ids = [...site.read(file).matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
    assert.equal(new Set(ids).size, ids.length, file)
  }
})

test('an error leaves the old site whole, and says so', async () => {
  const content = copyContent('harbour')
  const first = await buildSite(content, '--no-search')
  const before = filesIn(first.folder)
  writeFiles(content, {
    'episodes/002-the-log.vtt': 'this is no transcript: {',
    'episodes/003-two-tides.md': '---\ntitle: x\n',
  })
  const again = await command(
    'build',
    '--content',
    content,
    '--output',
    first.folder,
    '--no-search',
  )
  assert.equal(again.code, 1)
  assert.match(
    again.err,
    /003-two-tides\.md:1:1: error The front matter begins with --- but never ends\./,
  )
  assert.match(again.err, /Nothing was written/)
  assert.deepEqual(filesIn(first.folder), before)
})

test('a removed episode disappears from the site', async () => {
  const content = copyContent('harbour')
  const first = await buildSite(content, '--no-search')
  rmSync(path.join(content, 'episodes', '005-quiet.md'))
  const again = await command(
    'build',
    '--content',
    content,
    '--output',
    first.folder,
    '--no-search',
  )
  assert.equal(again.code, 0, again.err)
  assert.equal(existsSync(path.join(first.folder, 'episodes/quiet')), false)
  assert.equal(
    readFileSync(path.join(first.folder, 'feed.xml'), 'utf8').includes('A quiet one'),
    false,
  )
})

test('a folder that is no site of ours is never replaced', async () => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'thesis.doc'), 'years of work')
  const { code, err } = await command(
    'build',
    '--content',
    copyContent('harbour'),
    '--output',
    folder,
    '--no-search',
  )
  assert.equal(code, 1)
  assert.match(err, /no Verbatim site/)
  assert.equal(existsSync(path.join(folder, 'thesis.doc')), true)
})

test('two builds at once: the second says who is building', async () => {
  const folder = path.join(temporaryFolder(), 'site')
  mkdirSync(path.dirname(folder), { recursive: true })
  writeFileSync(`${folder}.lock`, String(process.pid))
  const { code, err } = await command(
    'build',
    '--content',
    copyContent('harbour'),
    '--output',
    folder,
    '--no-search',
  )
  assert.equal(code, 1)
  assert.match(err, new RegExp(`process ${process.pid}`))
})

test('a missing and an empty content folder get a good answer', async () => {
  const missing = await command(
    'build',
    '--content',
    '/no/such/show',
    '--output',
    path.join(temporaryFolder(), 'x'),
  )
  assert.equal(missing.code, 1)
  assert.match(missing.err, /There is no content folder at \/no\/such\/show/)
  const empty = await command(
    'build',
    '--content',
    temporaryFolder(),
    '--output',
    path.join(temporaryFolder(), 'x'),
  )
  assert.equal(empty.code, 1)
  assert.match(empty.err, /has no show\.md/)
})

test('check prints an array for other tools', async () => {
  const content = copyContent('harbour')
  writeFiles(content, {
    'episodes/005-quiet.md': '---\ntitle: Q\ndate: 2026-03-02\nsumary: x\n---\n',
  })
  const { code, out } = await command('check', '--content', content, '--format', 'json')
  assert.equal(code, 1)
  const problems = JSON.parse(out) as { severity: string }[]
  // Worst first: the error stands before what the fixture's transcript page leaves out.
  assert.equal(problems.length, 3)
  assert.deepEqual(problems.slice(0, 1), [
    {
      file: 'episodes/005-quiet.md',
      line: 4,
      column: 1,
      severity: 'error',
      code: 'unknown-field',
      message: 'There is no field “sumary”.',
      fix: 'Did you mean “summary”?',
    },
  ])
})

for (const name of ['build', 'start', 'check', 'new', 'import']) {
  test(`${name} --help says what it does and what it takes`, async () => {
    const { code, out } = await command(name, '--help')
    assert.equal(code, 0)
    assert.match(out, /--content DIR/)
  })
}
