import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { JsonCache } from './jsonCache.ts'

const fail = () => assert.fail('it was known')

test('what one build learnt, the next one knows', t => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'verbatim-')), 'a', 'cache.jsonl')
  t.after(() => rmSync(path.dirname(path.dirname(file)), { recursive: true }))
  const first = new JsonCache(file)
  assert.equal(
    first.remember('a', () => 1),
    1,
  )
  assert.equal(first.remember('a', fail), 1)
  first.remember('b', () => 'two')
  first.save()
  const second = new JsonCache(file)
  assert.equal(second.remember('b', fail), 'two')
  second.save()
  assert.equal(
    new JsonCache(file).remember('a', () => 'forgotten'),
    'forgotten',
  )
})

test('a broken line costs only itself', t => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'verbatim-')), 'cache.jsonl')
  t.after(() => rmSync(path.dirname(file), { recursive: true }))
  const first = new JsonCache(file)
  first.remember('a', () => ({ n: 1 }))
  first.save()
  appendFileSync(file, '["b",{"n"')
  assert.deepEqual(new JsonCache(file).remember('a', fail), { n: 1 })
  assert.equal(readFileSync(file, 'utf8').startsWith('["a"'), true)
})
