import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { Thread } from './thread.ts'

/** `[milliseconds, answer]`; a word in capitals is an error. */
type Task = readonly [number, string]

function start(t: TestContext): Thread<Task, string> {
  const thread = new Thread<Task, string>('scripts/threads/testThread.ts')
  t.after(() => thread.end())
  return thread
}

test('answers come to whoever asked, in whatever order they come', async t => {
  const thread = start(t)
  const slow = thread.ask([60, 'slow'])
  const quick = thread.ask([0, 'quick'])
  assert.equal(thread.busy, 2)
  assert.deepEqual(await Promise.all([slow, quick]), ['slow', 'quick'])
  assert.equal(thread.busy, 0)
})

test('an error comes with its name and its code, and to whoever asked', async t => {
  const thread = start(t)
  const fails = thread.ask([10, 'ENOSPC'])
  const works = thread.ask([0, 'fine'])
  await assert.rejects(fails, { name: 'DiskFull', message: 'ENOSPC', code: 'ENOSPC' })
  assert.equal(await works, 'fine')
})

test('a thread that ends leaves nobody waiting', async t => {
  const thread = start(t)
  const asked = thread.ask([10_000, 'never'])
  const refused = assert.rejects(asked, /ended too soon/)
  await thread.end()
  await refused
  await assert.rejects(thread.ask([0, 'too late']), /ended too soon/)
})
