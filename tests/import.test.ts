import assert from 'node:assert/strict'
import path from 'node:path'
import { before, test } from 'node:test'
import { readShow } from '../scripts/content/readShow.ts'
import type { Episode, Show } from '../scripts/model/show.ts'
import { type Transcript, textOf, turnsOf } from '../scripts/model/transcript.ts'
import { command, copyContent, filesIn, serve, temporaryFolder } from './site.ts'

/** What we publish can be brought back: the whole way, by the commands a team would use. */
let original: Show
let imported: Show
let content = ''
let report = ''
let again = ''

before(async () => {
  const source = copyContent('harbour', { audio: true })
  // Addresses are part of a feed, so the site is built for the server that it will stand on.
  const folder = path.join(temporaryFolder(), 'site')
  const site = await serve(folder, '/shows/harbour/')
  const built = await command(
    'build',
    '--content',
    source,
    '--output',
    folder,
    '--url',
    site.url,
    '--no-search',
  )
  assert.equal(built.code, 0, built.err)
  content = path.join(temporaryFolder(), 'content')
  const first = await command('import', `${site.url}feed.xml`, '--content', content)
  report = first.out
  assert.equal(first.code, 0, first.out + first.err)
  again = (await command('import', `${site.url}feed.xml`, '--content', content)).out
  site.close()
  original = await showIn(source, site.url)
  imported = await showIn(content)
})

async function showIn(root: string, url?: string): Promise<Show> {
  const { show, problems } = await readShow({
    root,
    url,
    drafts: false,
    now: new Date('2030-01-01'),
  })
  assert.ok(show, JSON.stringify(problems))
  return show
}

const names = (episode: Episode) => episode.cast.map(({ guest, role }) => `${role} ${guest.name}`)

function words(transcript: Transcript | undefined): string[] {
  if (!transcript) return []
  return turnsOf(transcript).map(
    turn => `${turn.speaker?.name ?? ''}: ${turn.paragraphs.map(textOf).join(' ')}`,
  )
}

test('the show is what it was', () => {
  for (const field of [
    'title',
    'description',
    'language',
    'author',
    'email',
    'category',
    'explicit',
    'copyright',
    'locked',
    'funding',
    'order',
  ] as const) {
    assert.deepEqual(imported[field], original[field], field)
  }
  assert.equal(imported.site.base, original.site.base)
  assert.match(imported.guid ?? '', /^[0-9a-f-]{36}$/)
  const hosts = ({ guests }: Show) => guests.filter(it => it.host).map(it => it.name)
  assert.deepEqual(hosts(imported), hosts(original))
})

test('every episode comes back, with its id, date, number, length, people, topics and chapters', () => {
  assert.ok(original.episodes.length > 2)
  const told = ({ episodes }: Show) =>
    episodes.map(episode => ({
      slug: episode.slug,
      title: episode.title,
      guid: episode.guid,
      date: episode.date,
      number: episode.number,
      season: episode.season,
      type: episode.type,
      summary: episode.summary,
      duration: episode.duration && Math.round(episode.duration),
      explicit: episode.explicit,
      topics: episode.topics.map(topic => topic.slug),
      cast: names(episode),
      chapters: episode.chapters.map(({ start, title }) => [start, title]),
      soundbites: episode.soundbites,
      bytes: episode.audio?.length,
    }))
  assert.deepEqual(told(imported), told(original))
})

test('every word comes back, from whom it was', () => {
  const spoken = (show: Show) =>
    show.episodes.map(({ slug, transcript }) => [slug, words(transcript)])
  assert.deepEqual(spoken(imported), spoken(original))
})

test('the second import changes nothing', () => {
  assert.match(report, /Wrote 1 show, /)
  assert.match(again, /^Already there: 1 show, /m)
  assert.doesNotMatch(again, /Wrote|Updated|Kept|Failed/)
})

test('what was imported has nothing that must be mended', () => {
  const errors = imported.problems.filter(({ severity }) => severity === 'error')
  assert.deepEqual(errors, [])
  assert.ok(
    filesIn(content).every(file =>
      /^(show\.md|cover\.\w+|\.import\.json|(episodes|guests)\/[^/]+)$/.test(file),
    ),
  )
})
