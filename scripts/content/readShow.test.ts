import assert from 'node:assert/strict'
import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { readShow } from './readShow.ts'
import { contentFolder, episode, outline, read, SHOW } from './testFolder.ts'

test('a folder that is not there is one problem that says which', async () => {
  const { show, problems } = await readShow({
    root: '/no/such/folder',
    drafts: false,
    now: new Date(0),
  })
  assert.equal(show, undefined)
  assert.deepEqual(
    problems.map(p => p.message),
    ['There is no content folder at /no/such/folder.'],
  )
})

test('a folder without show.md says what to write', async t => {
  const { show, problems } = await readShow({
    root: contentFolder(t, { 'notes.txt': 'hello' }),
    drafts: false,
    now: new Date(0),
  })
  assert.equal(show, undefined)
  assert.deepEqual(outline(problems), ['show.md no-show'])
})

test('a show needs no episodes', async t => {
  const { show, problems } = await read(t, {})
  assert.equal(show.title, 'Small Sounds')
  assert.deepEqual(show.site, { origin: 'https://example.org', base: '/' })
  assert.deepEqual(problems, [])
})

test('an episode without a transcript or audio is a normal episode', async t => {
  const { show, problems } = await read(t, { 'episodes/foghorns.md': episode() })
  assert.deepEqual(problems, [])
  assert.equal(show.episodes[0]?.transcript, undefined)
  assert.equal(show.episodes[0]?.date, '2026-03-03T00:00:00.000Z')
})

test('a leading number of the file name is the episode’s number and no part of its address', async t => {
  const { show } = await read(t, {
    'episodes/004-open-models.md': episode(),
    'episodes/005-closed.md': episode('number: 12\n'),
    'episodes/2026-01-02-dated.md': episode(),
  })
  const found = show.episodes.map(({ slug, number }) => ({ slug, number }))
  assert.deepEqual(found, [
    { slug: 'closed', number: 12 },
    { slug: 'open-models', number: 4 },
    { slug: 'dated', number: undefined },
  ])
})

test('an episode may be a folder', async t => {
  const { show, problems } = await read(t, {
    'episodes/007-bells/episode.md': episode(),
    'episodes/007-bells/transcript.vtt': 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Ada>Ding.\n',
    'episodes/007-bells/chapters.json':
      '{"version":"1.2.0","chapters":[{"startTime":1,"title":"Ding"}]}',
  })
  assert.deepEqual(
    problems.filter(p => p.severity === 'error'),
    [],
  )
  assert.equal(show.episodes[0]?.slug, 'bells')
  assert.equal(show.episodes[0]?.transcript?.format, 'WebVTT')
  assert.deepEqual(show.episodes[0]?.chapters, [{ start: 1, title: 'Ding' }])
})

test('drafts and episodes of the future stay out unless asked for', async t => {
  const files = {
    'show.md': SHOW,
    'episodes/a.md': episode(),
    'episodes/b.md': episode('draft: true\n'),
    'episodes/c.md': '---\ntitle: Later\ndate: 2027-01-01\n---\n',
  }
  const root = contentFolder(t, files)
  const now = new Date('2026-06-01')
  const out = await readShow({ root, drafts: false, now })
  const all = await readShow({ root, drafts: true, now })
  assert.deepEqual(
    out.show?.episodes.map(e => e.slug),
    ['a'],
  )
  assert.deepEqual(
    all.show?.episodes.map(e => e.slug),
    ['c', 'a', 'b'],
  )
})

test('a guest who is only named gets a page, and one name is one person', async t => {
  const { show, problems } = await read(t, {
    'guests/nathan-lambert.md': '---\nname: Nathan Lambert\naliases: [Nate]\n---\nWrites.\n',
    'episodes/a.md': episode('hosts: [Ada Byron]\nguests: [nathan-lambert, Ann Lee]\n'),
    'episodes/b.md': episode('guests: [Nate, Ann Lee, ann-lee]\n'),
  })
  assert.deepEqual(
    show.guests.map(g => g.slug),
    ['ada-byron', 'ann-lee', 'nathan-lambert'],
  )
  assert.equal(show.guests[2]?.bio, '<p>Writes.</p>\n')
  assert.deepEqual(outline(problems), [
    'episodes/b.md duplicate-title',
    'episodes/b.md:4:25 cast-twice',
  ])
})

test('the same person hosts one week and is a guest another', async t => {
  const { show } = await read(t, {
    'show.md': '---\ntitle: T\nurl: https://example.org/\nhosts: [Ada, Tom]\n---\n',
    'episodes/a.md': episode('guests: [Ada]\n'),
  })
  assert.deepEqual(
    show.episodes[0]?.cast.map(({ guest, role }) => `${guest.slug} ${role}`),
    ['tom host', 'ada guest'],
  )
})

test('an unknown field is an error with a did-you-mean and its line', async t => {
  const { problems } = await read(t, {
    'episodes/a.md': episode('sumary: x\npermalink: ../../x\n'),
  })
  assert.deepEqual(outline(problems), [
    'episodes/a.md:4:1 unknown-field',
    'episodes/a.md:5:1 unknown-field',
  ])
  assert.equal(problems[0]?.fix, 'Did you mean “summary”?')
})

test('paths out of the folder and links out of it are refused', async t => {
  const root = contentFolder(t, {
    'show.md': SHOW,
    'episodes/a.md': episode('transcript: ../../secret.txt\nguests: [../x]\n'),
  })
  symlinkSync('/etc/hostname', path.join(root, 'episodes', 'b.txt'))
  const { problems } = await readShow({ root, drafts: false, now: new Date('2026-06-01') })
  assert.deepEqual(outline(problems), [
    'episodes/a.md:4:1 outside-content',
    'episodes/a.md:5:10 bad-name',
    'episodes/b.txt outside-content',
  ])
})

test('two files of one address are an error', async t => {
  const { problems } = await read(t, { 'episodes/1-a.md': episode(), 'episodes/2-a.md': episode() })
  assert.deepEqual(outline(problems), ['episodes/2-a.md duplicate-slug'])
})

test('chapters past the end and out of order are said', async t => {
  const { show, problems } = await read(t, {
    'episodes/a.md': episode(
      'duration: 10:00\nchapters:\n  - {time: 11:00, title: Late}\n  - {time: 0:30, title: Early}\n',
    ),
  })
  assert.deepEqual(
    show.episodes[0]?.chapters.map(c => c.start),
    [30, 660],
  )
  assert.deepEqual(outline(problems), [
    'episodes/a.md:5:1 chapter-order',
    'episodes/a.md:5:1 chapter-outside',
  ])
})

test('a transcript can stand in the front matter', async t => {
  const { show, problems } = await read(t, {
    'episodes/a.md': episode(
      'guests: [Ann]\ntranscript:\n  - header: Start\n  - line: Hi there.\n    sec: 3\n    who: Ann\n',
    ),
  })
  assert.deepEqual(problems, [])
  const [heading, turn] = show.episodes[0]?.transcript?.items ?? []
  assert.equal(heading?.kind, 'heading')
  assert.equal(turn?.kind === 'turn' && turn.speaker?.key, 'ann')
})

test('files with CRLF, a BOM, spaces and accents in their names are read', async t => {
  const { show, problems } = await read(t, {
    'episodes/Ein schöner Tag.md': `\uFEFF${episode().replaceAll('\n', '\r\n')}`,
  })
  assert.deepEqual(problems, [])
  assert.equal(show.episodes[0]?.slug, 'ein-schoner-tag')
})

test('transcripts in other languages are found by their names', async t => {
  const cue = (words: string) => `WEBVTT\n\n00:01.000 --> 00:02.000\n${words}\n`
  const { show, problems } = await read(t, {
    'episodes/a.md': episode('language: es\n'),
    'episodes/a.vtt': cue('Hola.'),
    'episodes/a.en.vtt': cue('Hello.'),
    'episodes/b.de.vtt': cue('Hallo.'),
  })
  const [only] = show.episodes
  assert.equal(only?.transcript?.language, 'es')
  assert.deepEqual(
    only?.translations.map(t => t.language),
    ['en'],
  )
  assert.deepEqual(outline(problems), ['episodes/b.de.vtt orphan-file'])
})

test('funding is an address, a name and an address, or several', async t => {
  const funding = async (written: string) => {
    const { show, problems } = await read(t, {
      'show.md': `---\ntitle: T\nurl: https://example.org/\nfunding: ${written}\n---\n`,
    })
    assert.deepEqual(problems, [])
    return show.funding
  }
  const url = 'https://example.org/give'
  assert.deepEqual(await funding(url), [{ name: 'Support the show', url }])
  assert.deepEqual(await funding(`{url: "${url}", name: Give}`), [{ name: 'Give', url }])
  assert.deepEqual(await funding(`{Give: "${url}"}`), [{ name: 'Give', url }])
  assert.deepEqual(await funding(`[{Give: "${url}"}, "${url}"]`), [
    { name: 'Give', url },
    { name: 'Support the show', url },
  ])
})

test('an alias of two people is said to be', async t => {
  const { problems } = await read(t, {
    'guests/a.md': '---\nname: Nathan Barr\naliases: [Nathan]\n---\n',
    'guests/b.md': '---\nname: Nathan Cole\naliases: [Nathan]\n---\n',
  })
  assert.deepEqual(outline(problems), ['guests/b.md shared-alias'])
})

test('a colour that can’t be read on paper is fitted, and said to be', async t => {
  const accent = async (colour: string) => {
    const { problems } = await read(t, {
      'show.md': `---\ntitle: T\nurl: https://example.org/\ntheme: {accent: "${colour}"}\n---\n`,
    })
    return outline(problems)
  }
  assert.deepEqual(await accent('#1f6f78'), [])
  assert.deepEqual(await accent('#ffcc00'), ['show.md:4:9 faint-colour'])
  assert.deepEqual(await accent('blurple'), ['show.md:4:9 bad-colour'])
})
