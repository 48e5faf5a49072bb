import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { readPublishedPage } from './publishedPage.ts'

const PAGE = `← Previous · All Episodes · Next →
Boats: Wood, steel, or neither? Episode 12

Boats: Wood, steel, or neither?

· 31:05


Episode 12_transcript
Ada: [00:00:00] Hello, Bo.
Bo: Hello. What floats?
Ada: Wood does.

Creators and Guests

Bo Ek
Bo Ek
Builds boats in a shed
by the sea
Cy Dahl
Cy Dahl
Swims


Listen to Wood and Water using one of many popular podcasting apps or directories.
Apple Podcasts Spotify
`

test('reads what stands around the words', () => {
  assert.deepEqual(readPublishedPage(PAGE), {
    title: 'Boats: Wood, steel, or neither?',
    number: 12,
    duration: 1865,
    people: [
      { name: 'Bo Ek', bio: 'Builds boats in a shed by the sea' },
      { name: 'Cy Dahl', bio: 'Swims' },
    ],
    show: 'Wood and Water',
  })
})

test('words alone say nothing of their page', () => {
  assert.deepEqual(readPublishedPage('Ada: Hello.\nBo: Hi.\nAda: So.\n'), { people: [] })
})

const seed = path.resolve(
  process.env['VERBATIM_CORPUS'] ?? path.join(import.meta.dirname, '../../../shared/corpus'),
  'descript-inline/the-retort-episode-4.txt',
)
test('reads a real page of another host', {
  skip: !existsSync(seed) && 'the corpus is not here',
}, () => {
  const { title, number, duration, people } = readPublishedPage(readFileSync(seed, 'utf8'))
  assert.equal(title, 'Developing LLMs: Open, closed, or democratic?')
  assert.equal(number, 4)
  assert.equal(duration, 57 * 60 + 44)
  assert.deepEqual(people, [
    { name: 'Nathan Lambert', bio: 'RLHF researcher and author of Interconnects.ai blog' },
  ])
})
