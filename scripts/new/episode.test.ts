import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { type EpisodeWishes, newEpisode } from './episode.ts'
import { readExisting } from './existing.ts'
import { newGuest } from './guest.ts'
import { writeNew } from './writeNew.ts'

const now = new Date('2026-03-03T06:00:30Z')
let content = ''

beforeEach(() => {
  content = mkdtempSync(path.join(os.tmpdir(), 'verbatim-new-'))
  mkdirSync(path.join(content, 'episodes'))
  mkdirSync(path.join(content, 'guests'))
  const add = (file: string, text: string) => writeFileSync(path.join(content, file), text)
  add('show.md', '---\ntitle: Mine\n---\n')
  add('episodes/007-fog.md', '---\ntitle: Fog\ndate: 2026-01-01\nseason: 2\n---\n')
  add('guests/ann-lee.md', '---\nname: Ann Lee\naliases: [Annie]\n---\n')
})
afterEach(() => rmSync(content, { recursive: true }))

async function make(wishes: EpisodeWishes) {
  const pages = await newEpisode(wishes, readExisting(content), undefined, now)
  writeNew(content, pages.files)
  return { ...pages, text: readFileSync(path.join(content, pages.files[0]?.file ?? ''), 'utf8') }
}

test('guesses the number, the season and the people, and gives a guid', async () => {
  const { files, text, notes } = await make({
    title: 'Horns',
    guests: ['Annie', 'Bo Ek'],
    date: '2026-04-01',
  })
  assert.equal(files[0]?.file, 'episodes/008-horns.md')
  assert.match(text, /^number: 8$/m)
  assert.match(text, /^season: 2$/m)
  assert.match(text, /^guests: \[ann-lee, Bo Ek\]$/m)
  assert.match(text, /^guid: [0-9a-f-]{36} /m)
  assert.deepEqual(notes, ['Bo Ek has no page of their own yet: npm run new -- guest "Bo Ek"'])
})

test('a trailer gets no number', async () => {
  const { files } = await make({ title: 'Soon', type: 'trailer' })
  assert.equal(files[0]?.file, 'episodes/soon.md')
})

test('copies the transcript under the episode’s name', async () => {
  const source = path.join(content, 'my export.srt')
  writeFileSync(source, '1\n00:00:00,000 --> 00:00:01,000\nHi.\n')
  const { files } = await make({ title: 'Horns', transcript: `"${source}"` })
  assert.deepEqual(
    files.map(({ file }) => file),
    ['episodes/008-horns.md', 'episodes/008-horns.srt'],
  )
  assert.equal(
    readFileSync(path.join(content, 'episodes/008-horns.srt'), 'utf8'),
    readFileSync(source, 'utf8'),
  )
})

test('never writes over an episode, nor over its transcript', async () => {
  await assert.rejects(make({ title: 'Fog' }), /has the address “fog” already/)
  const source = path.join(content, 'x.srt')
  writeFileSync(source, 'new')
  writeFileSync(path.join(content, 'episodes/008-horns.srt'), 'old')
  await assert.rejects(make({ title: 'Horns', transcript: source }), /is there already/)
  assert.equal(readFileSync(path.join(content, 'episodes/008-horns.srt'), 'utf8'), 'old')
})

test('says what is wrong with a path, a date or a title', async () => {
  await assert.rejects(
    make({ title: 'A', transcript: '/no/such.srt' }),
    /There is no transcript at/,
  )
  await assert.rejects(
    make({ title: 'A', transcript: path.join(content, 'show.docx') }),
    /no transcript at/,
  )
  await assert.rejects(
    make({ title: 'A', audio: path.join(content, 'show.md') }),
    /no audio for the web/,
  )
  await assert.rejects(make({ title: 'A', date: 'next Tuesday' }), /is not a date/)
  await assert.rejects(make({}), /needs a title/)
})

test('asks for what it isn’t told, and writes pages for new guests', async () => {
  const answers = ['Horns', '2026-05-01 07:30', 'Bo Ek', '', '', 'About horns.']
  const asker = {
    ask: async (_question: string, otherwise = '') => answers.shift() || otherwise,
    confirm: async () => true,
    close() {},
  }
  const pages = await newEpisode({}, readExisting(content), asker, now)
  assert.deepEqual(
    pages.files.map(({ file }) => file),
    ['episodes/008-horns.md', 'guests/bo-ek.md'],
  )
  assert.match(
    'text' in (pages.files[0] ?? {}) ? (pages.files[0] as { text: string }).text : '',
    /^summary: About horns\.$/m,
  )
})

test('a guest who is there already, by name or alias, is not written twice', async () => {
  for (const name of ['Ann Lee', 'Annie']) {
    await assert.rejects(newGuest({ name }, readExisting(content), undefined), /is Ann Lee already/)
  }
  const { files } = await newGuest(
    { name: 'Bo Ek', site: 'https://bo.example/' },
    readExisting(content),
    undefined,
  )
  assert.equal(files[0]?.file, 'guests/bo-ek.md')
})
