import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Guest, Html } from '../model/show.ts'
import { Directory } from './directory.ts'

const guest = (slug: string, name: string, ...aliases: string[]): Guest => ({
  slug,
  name,
  aliases,
  links: [],
  bio: '' as Html,
  host: false,
})

const directory = new Directory([
  guest('ann-lee', 'Ann Lee', 'Annie'),
  guest('ann-lee-2', 'Ann Lee'),
  guest('ørsted', 'Hans Ørsted'),
  guest('', '?'),
])
const found = (name: string) => directory.called(name).map(({ slug }) => slug)

test('people are found by name, alias and slug, however they are written', () => {
  assert.deepEqual(found('ANNIE (host):'), ['ann-lee'])
  assert.deepEqual(found('hans ørsted'), ['ørsted'])
  assert.deepEqual(found('ann-lee-2'), ['ann-lee-2'])
  assert.deepEqual(found('Nobody'), [])
})

test('everyone of one name is found, in the order of the guests, and once', () => {
  assert.deepEqual(found('Ann Lee'), ['ann-lee', 'ann-lee-2'])
})

test('an answer says who was found, and nothing of anybody else', () => {
  const answer = directory.answer('Annie')
  assert.equal(answer, '[["ann-lee","Ann Lee"]]')
  const more = new Directory([guest('ben', 'Ben'), guest('ann-lee', 'Ann Lee', 'Annie')])
  assert.equal(more.answer('Annie'), answer)
})
