import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readName } from '../content/locate.ts'
import { episodeStem } from './names.ts'

const free = () => false
const slugOf = (stem: string) => readName(stem.slice('episodes/'.length)).slug

test('the number stands before the slug and is read back from it', () => {
  const stem = episodeStem({ title: 'Open, closed, or democratic?', number: 4 }, free)
  assert.equal(stem, 'episodes/004-open-closed-or-democratic')
  assert.deepEqual(readName('004-open-closed-or-democratic'), {
    slug: 'open-closed-or-democratic',
    number: 4,
  })
})

test('a title that begins with a number keeps it in the address', () => {
  assert.equal(slugOf(episodeStem({ title: '2023 in review', number: 9 }, free)), '2023-in-review')
  const unnumbered = episodeStem({ title: '2023 in review', date: '2024-01-01T00:00:00Z' }, free)
  assert.equal(unnumbered, 'episodes/2024-01-01-2023-in-review')
  assert.equal(slugOf(unnumbered), '2023-in-review')
})

test('a title never leaves the folder', () => {
  for (const title of ['../../etc/passwd', '..\\..\\x', '/abs', 'C:\\con', '.hidden', 'a\0b']) {
    assert.match(episodeStem({ title }, free), /^episodes\/[a-z0-9-]+$/)
  }
})

test('a title without letters takes the fallback, and a taken slug counts on', () => {
  assert.equal(
    episodeStem({ title: '🎧', fallback: 'https://x.example/9' }, free),
    'episodes/https-x-example-9',
  )
  const taken = new Set(['fog', 'fog-2'])
  assert.equal(
    episodeStem({ title: 'Fog' }, slug => taken.has(slug)),
    'episodes/fog-3',
  )
})
