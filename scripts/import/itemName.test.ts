import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FeedItem } from './feedItem.ts'
import { slugOf } from './itemName.ts'

const item = (title: string, link: string): FeedItem => ({
  title,
  link,
  notes: '',
  topics: [],
  persons: [],
  transcripts: [],
  inlineChapters: [],
  soundbites: [],
})

test('an episode keeps the words of its old address', () => {
  assert.equal(slugOf(item('A quiet one', 'https://x.example/quiet')), 'quiet')
  assert.equal(slugOf(item('Renamed', 'https://x.example/episodes/the-old-name/')), 'the-old-name')
  assert.equal(
    slugOf(item('The last foghorn', 'https://x.example/2026/12-last-foghorn.html')),
    'last-foghorn',
  )
})

test('an address that says nothing gives way to the title', () => {
  for (const link of [
    'https://x.example/s/3a4bf2',
    'https://x.example/',
    'https://x.example/episodes/1234',
    'https://x.example/%',
    'nowhere',
    'https://x.example/episodes/..%2F..%2Fx',
  ]) {
    assert.equal(slugOf(item('Fog & horns', link)), 'fog-horns', link)
  }
})
