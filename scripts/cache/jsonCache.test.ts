import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { JsonCache } from './jsonCache.ts'

function temporaryFile(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return path.join(folder, 'a', 'cache.jsonl')
}

test('what one build learnt, the next one knows', t => {
  const file = temporaryFile(t)
  const first = new JsonCache(file)
  assert.equal(first.find('a'), undefined)
  first.put('a', 1)
  first.put('b', 'two')
  assert.equal(first.find('a'), 1)
  first.save()
  const second = new JsonCache(file)
  assert.equal(second.find('b'), 'two')
  second.save()
  assert.equal(new JsonCache(file).find('a'), undefined, 'what is not used is forgotten')
})

test('what is learnt anew replaces what was known', t => {
  const file = temporaryFile(t)
  const first = new JsonCache(file)
  first.put('a', 1)
  first.save()
  const second = new JsonCache(file)
  second.put('a', 2)
  second.save()
  assert.equal(new JsonCache(file).find('a'), 2)
})

test('a broken line costs only itself', t => {
  const file = temporaryFile(t)
  const first = new JsonCache(file)
  first.put('a', { n: 1 })
  first.save()
  first.put('b', { n: 2 })
  first.save()
  writeFileSync(file, readFileSync(file, 'utf8').replace('"n":2', '"n":3'))
  appendFileSync(file, '["c",{"n"')
  const second = new JsonCache(file)
  assert.deepEqual(second.find('a'), { n: 1 })
  assert.equal(second.find('b'), undefined, 'a letter of it was changed')
})
