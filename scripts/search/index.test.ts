import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { writeSearchIndex } from './index.ts'
import { search } from './search.ts'
import { bytesOf, episode, open, showOf } from './testShow.ts'

const root = mkdtempSync(path.join(tmpdir(), 'verbatim-index-'))
after(() => rmSync(root, { recursive: true, force: true }))
let folders = 0
const newFolder = () => path.join(root, String(folders++))

const many = Array.from({ length: 60 }, (_, at) =>
  episode(`e${at}`, [`The number is ${at}.`, 'Foghorns at the harbour wall.', `Word${at} alone.`]),
)

test('what is said in any part of a divided index is found', async () => {
  const folder = newFolder()
  const report = await writeSearchIndex(showOf(many), folder)
  assert.ok(report.parts > 2)
  const index = await open(folder)
  for (const at of [0, 17, 42, 59]) {
    const { hits } = await search(index, `word${at}`)
    assert.equal(hits.length, 1)
    const leaf = await index.leafAt(hits[0]?.document ?? -1, hits[0]?.at ?? 0)
    assert.equal(leaf.head.address, `/episodes/e${at}/`)
  }
  assert.equal((await search(index, '"foghorns at the harbour"')).hits.length, 60)
})

test('the same show gives the same bytes, from a cache or without', async () => {
  const cacheDir = newFolder()
  const [clean, first, second] = [newFolder(), newFolder(), newFolder()]
  await writeSearchIndex(showOf(many), clean)
  await writeSearchIndex(showOf(many), first, { cacheDir })
  const again = await writeSearchIndex(showOf(many), second, { cacheDir })
  assert.equal(again.recordsMade, 0)
  assert.deepEqual(bytesOf(first), bytesOf(clean))
  assert.deepEqual(bytesOf(second), bytesOf(clean))
})

test('an edited, a new and a removed episode cost themselves only, and the bytes of a clean build come out', async () => {
  const cacheDir = newFolder()
  await writeSearchIndex(showOf(many), newFolder(), { cacheDir })
  const edited = [
    episode('e0', ['Something else is said now.']),
    ...many.slice(1, -1),
    episode('newcomer', ['A new voice at the quay.']),
  ]
  const warm = newFolder()
  const report = await writeSearchIndex(showOf(edited), warm, { cacheDir })
  // What e0 says now; what the newcomer says, and its page.
  assert.equal(report.recordsMade, 3)
  const clean = newFolder()
  await writeSearchIndex(showOf(edited), clean)
  assert.deepEqual(bytesOf(warm), bytesOf(clean))
})

test('an episode in another language is found in its own', async () => {
  const folder = newFolder()
  await writeSearchIndex(
    showOf([
      episode('de', ['Es gibt nur leise Geräusche im Hafen.'], 'de'),
      episode('ja', ['東京の港で霧笛が鳴る。'], 'ja'),
      episode('ru', ['Тишины не бывает, есть тихий шум.'], 'ru'),
    ]),
    folder,
  )
  const index = await open(folder)
  for (const query of ['gerausche hafen', '霧笛', 'тихий шум']) {
    assert.equal((await search(index, query)).hits.length, 1, query)
  }
  assert.equal((await search(index, '笛霧')).hits.length, 0)
})

test('transcripts without a word are an error, a show without transcripts is none', async () => {
  await assert.rejects(
    () => writeSearchIndex(showOf([episode('empty', [])]), newFolder()),
    /Search would find nothing: not one of the 1 transcripts/,
  )
  const { transcript: _, ...silent } = episode('silent', [])
  const folder = newFolder()
  await writeSearchIndex(showOf([silent]), folder)
  const { pages, hits } = await search(await open(folder), 'silent')
  assert.equal(hits.length, 0)
  assert.equal(pages.length, 1)
})

test('a show without anything has an index that finds nothing', async () => {
  const folder = newFolder()
  const report = await writeSearchIndex(showOf([]), folder)
  assert.equal(report.records, 0)
  const { hits, pages, missing } = await search(await open(folder), 'anything "at all" -here')
  assert.deepEqual([hits, pages, missing], [[], [], ['anything', '“at all”']])
})
