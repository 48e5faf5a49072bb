import assert from 'node:assert/strict'
import {
  appendFileSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import type { Episode, Html, Show } from '../model/show.ts'
import { writeSearchIndex } from './index.ts'
import { INDEX_FOLDER } from './manifest.ts'
import { bytesOf, episode, showOf } from './testShow.ts'

const root = mkdtempSync(path.join(tmpdir(), 'verbatim-memory-'))
after(() => rmSync(root, { recursive: true, force: true }))
let folders = 0
const newFolder = () => path.join(root, String(folders++))

const many = Array.from({ length: 40 }, (_, at) => ({
  ...episode(`e${at}`, [
    `The number is ${at}.`,
    'Foghorns at the harbour wall.',
    `Word${at} alone.`,
  ]),
  notes: `<p>About ${at}.</p>` as Html,
}))

/** A transcript that is known by its hash, and must not be read. */
function unread(one: Episode): Episode {
  const { transcript } = one
  assert.ok(transcript)
  return {
    ...one,
    transcript: {
      ...transcript,
      get items() {
        return assert.fail(`${one.slug} was read although nothing in it changed`)
      },
    },
  }
}

function hashed(one: Episode, hash = one.slug): Episode {
  const { transcript } = one
  assert.ok(transcript)
  return { ...one, transcript: { ...transcript, hash } }
}

async function clean(show: Show): Promise<Map<string, string>> {
  const folder = newFolder()
  await writeSearchIndex(show, folder)
  return bytesOf(folder)
}

const [first, second, ...others] = many as [Episode, Episode, ...Episode[]]
const edited = {
  ...episode('e0', ['The number is nought.', 'Foghorns at the harbour wall, and a gull.']),
  notes: first.notes,
}

const EDITS: readonly (readonly [name: string, episodes: readonly Episode[], made: number])[] = [
  ['a transcript', [edited, second, ...others], 1],
  ['a title', [{ ...first, title: 'Fog, once more' }, second, ...others], 2],
  ['a date', [{ ...first, date: '2020-02-02T00:00:00.000Z' }, second, ...others], 2],
  ['an episode more', [...many, episode('newcomer', ['A new voice at the quay.'])], 2],
  ['an episode less', [second, ...others], 0],
  ['a new address', [{ ...first, slug: 'foghorns' }, second, ...others], 2],
  ['notes', [{ ...first, notes: '<p>Something else.</p>' as Html }, second, ...others], 1],
  ['nothing', many, 0],
]

test('after any edit the bytes of a clean build come out, and only what changed is made', async () => {
  for (const [name, episodes, made] of EDITS) {
    const cacheDir = newFolder()
    await writeSearchIndex(showOf(many), newFolder(), { cacheDir })
    const folder = newFolder()
    const report = await writeSearchIndex(showOf(episodes), folder, { cacheDir })
    assert.equal(report.recordsMade, made, name)
    assert.deepEqual(bytesOf(folder), await clean(showOf(episodes)), name)
  }
})

test('one cache serves a whole afternoon of edits', async () => {
  const cacheDir = newFolder()
  for (const [name, episodes] of [...EDITS, ...EDITS.toReversed()]) {
    const folder = newFolder()
    await writeSearchIndex(showOf(episodes), folder, { cacheDir })
    assert.deepEqual(bytesOf(folder), await clean(showOf(episodes)), name)
  }
})

test('a transcript with a known hash is not read again', async () => {
  const cacheDir = newFolder()
  await writeSearchIndex(showOf(many.map(one => hashed(one))), newFolder(), { cacheDir })
  const now = [hashed(edited, 'another'), ...[second, ...others].map(one => unread(hashed(one)))]
  const folder = newFolder()
  await writeSearchIndex(showOf(now), folder, { cacheDir })
  assert.deepEqual(bytesOf(folder), await clean(showOf([edited, second, ...others])))
})

test('a new hash of the same words costs no index', async () => {
  const cacheDir = newFolder()
  await writeSearchIndex(showOf(many.map(one => hashed(one))), newFolder(), { cacheDir })
  const show = showOf(many.map(one => hashed(one, `${one.slug} with a new guest`)))
  assert.equal((await writeSearchIndex(show, newFolder(), { cacheDir })).recordsMade, 0)
})

test('what was changed in the site by hand is not published again', async () => {
  const cacheDir = newFolder()
  const site = newFolder()
  await writeSearchIndex(showOf(many), site, { cacheDir })
  const before = bytesOf(site)
  for (const file of bytesOf(site).keys()) appendFileSync(path.join(site, file), 'minified')
  const next = newFolder()
  await writeSearchIndex(showOf(many), next, { cacheDir })
  assert.deepEqual(bytesOf(next), before)
  for (const file of bytesOf(next).keys()) {
    const { size } = lstatSync(path.join(next, file))
    writeFileSync(path.join(next, file), 'x'.repeat(size))
    utimesSync(path.join(next, file), 1, 1)
  }
  const last = newFolder()
  await writeSearchIndex(showOf(many), last, { cacheDir })
  assert.deepEqual(bytesOf(last), before)
})

test('any file of the cache may be lost, or half lost', async () => {
  const cacheDir = newFolder()
  await writeSearchIndex(showOf(many), newFolder(), { cacheDir })
  const show = showOf([edited, second, ...others])
  const expected = await clean(show)
  const files = [...bytesOf(cacheDir).keys()].map(file => path.join(cacheDir, file))
  for (const harm of [
    (file: string) => truncateSync(file, Math.floor(lstatSync(file).size / 2)),
    (file: string) => rmSync(file),
  ]) {
    for (const start of [0, 1, 2]) {
      for (const file of files.filter((_, at) => at % 3 === start)) {
        if (lstatSync(file, { throwIfNoEntry: false })) harm(file)
      }
      const folder = newFolder()
      await writeSearchIndex(show, folder, { cacheDir })
      assert.deepEqual(bytesOf(folder), expected)
      await writeSearchIndex(showOf(many), newFolder(), { cacheDir })
    }
  }
})

test('two builds may share a cache at the same time', async () => {
  const cacheDir = newFolder()
  await writeSearchIndex(showOf(many), newFolder(), { cacheDir })
  const shows = [showOf([edited, ...others]), showOf([second, ...others])]
  const made = await Promise.all(
    shows.map(async show => {
      const folder = newFolder()
      await writeSearchIndex(show, folder, { cacheDir })
      return bytesOf(folder)
    }),
  )
  assert.deepEqual(made[0], await clean(showOf([edited, ...others])))
  assert.deepEqual(made[1], await clean(showOf([second, ...others])))
})

test('speech without a word is no record, but its page is', async () => {
  const folder = newFolder()
  const report = await writeSearchIndex(showOf([episode('empty', ['…']), ...many]), folder)
  assert.equal(report.records, 2 * many.length + 1)
})

test('the cache holds no more than the last index needs', async () => {
  const cacheDir = newFolder()
  await writeSearchIndex(showOf(many), newFolder(), { cacheDir })
  const folder = newFolder()
  await writeSearchIndex(showOf(many.slice(0, 3)), folder, { cacheDir })
  const index = readdirSync(path.join(folder, INDEX_FOLDER), { recursive: true }).length
  assert.ok(bytesOf(cacheDir).size <= index + 6 + 4, `${bytesOf(cacheDir).size} files`)
})
