import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { JsonCache } from '../cache/jsonCache.ts'
import { hashOfFile, readPage } from './fileMemory.ts'
import { openFolder, readText } from './folder.ts'
import { splitPage } from './frontMatter.ts'

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-files-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return folder
}

const LATER = Date.now() + 60_000

test('a file is known by its looks, and a change that hides behind its old time is seen', t => {
  const root = temporaryFolder(t)
  const file = path.join(root, 'a.txt')
  writeFileSync(file, 'one')
  const cache = new JsonCache()
  const first = hashOfFile(root, 'a.txt', cache, LATER)
  assert.equal(hashOfFile(root, 'a.txt', cache, LATER), first)
  const { atime, mtime } = statSync(file)
  writeFileSync(file, 'two')
  utimesSync(file, atime, mtime)
  assert.notEqual(hashOfFile(root, 'a.txt', cache, LATER), first)
})

test('a file that was written just now is read again', t => {
  const root = temporaryFolder(t)
  writeFileSync(path.join(root, 'a.txt'), 'one')
  const cache = new JsonCache()
  hashOfFile(root, 'a.txt', cache)
  assert.equal(cache.find('file a.txt'), undefined)
})

test('a file that can’t be read has a name as well', t => {
  const root = temporaryFolder(t)
  assert.match(hashOfFile(root, 'gone.txt', new JsonCache()), /^[0-9a-f]{64}$/)
})

const PAGES = {
  plain: '---\ntitle: Tides\n---\n\nNotes.\n',
  nested:
    '---\ntitle: Tides\nguests:\n  - Ada\n  - name: Ben\n    role: guest\nchapters:\n  - {time: 0, title: One}\n---\nNotes.\n',
  aliases: '---\na: &it [1, 2]\nb: *it\n"__proto__": {c: 1}\n---\n',
  'no front matter': 'Only notes.\n',
  broken: '---\ntitle: [\n---\n',
  'not for JSON': '---\nnumber: .nan\nsize: .inf\n---\n',
}

for (const [name, text] of Object.entries(PAGES)) {
  test(`a page that was read before is the same: ${name}`, t => {
    const root = temporaryFolder(t)
    writeFileSync(path.join(root, 'a.md'), text)
    const folder = openFolder(root)
    const cache = new JsonCache()
    const { placeOf: placeNow, ...now } = splitPage(readText(folder, 'a.md'))
    for (let reading = 0; reading < 2; reading += 1) {
      const { placeOf, ...page } = readPage(folder, 'a.md', cache)
      assert.deepEqual(page, now)
      for (const where of [
        [],
        ['title'],
        ['guests', 1],
        ['guests', 1, 'role'],
        ['guests', 7, 'role'],
        ['chapters', 0, 'title'],
        ['nowhere'],
      ]) {
        assert.deepEqual(placeOf(where), placeNow(where), JSON.stringify(where))
      }
    }
    appendFileSync(path.join(root, 'a.md'), '\nMore.\n')
    assert.equal(readPage(folder, 'a.md', cache).body, splitPage(readText(folder, 'a.md')).body)
  })
}
