import assert from 'node:assert/strict'
import { test } from 'node:test'
import { episodeFields } from '../content/fields.ts'
import { splitPage } from '../content/frontMatter.ts'
import { readFields } from '../content/readFields.ts'
import { pageText } from './pageText.ts'

const read = (text: string) =>
  readFields(splitPage({ file: 'episodes/a.md', text, problems: [] }), episodeFields)

test('writes fields as a person would, and leaves empty ones out', () => {
  const text = pageText(
    [
      { field: 'title', value: 'The last foghorn' },
      { field: 'number', value: 4, comment: 'the next one' },
      { field: 'season', value: undefined },
      { field: 'guests', value: ['ann-lee', 'Bo'] },
      { field: 'topics', value: [] },
      { field: 'summary', example: 'A sentence.', comment: 'for lists' },
      { field: 'audio', value: { url: 'https://example.org/4.mp3', length: 5 } },
      { comment: 'Notes below.' },
    ],
    'Hello.',
  )
  assert.equal(
    text,
    `---
title: The last foghorn
number: 4  # the next one
guests: [ann-lee, Bo]
# summary: A sentence.  # for lists
audio:
  url: https://example.org/4.mp3
  length: 5
# Notes below.
---

Hello.
`,
  )
})

test('whatever a title holds, the reader gets it back', () => {
  const titles = [
    'Fog: a "story"',
    '- # not a comment',
    '1984',
    'true',
    "it's",
    '{a}',
    '[b',
    '@x',
    'ünï 🎧',
  ]
  for (const title of titles) {
    const page = read(pageText([{ field: 'title', value: title }], ''))
    assert.equal(page.values.title, title)
  }
})

test('a long list stands one item a line', () => {
  const topics = Array.from({ length: 12 }, (_, i) => `a rather long topic ${i}`)
  const text = pageText([{ field: 'topics', value: topics }], '')
  assert.match(text, /topics:\n {2}- a rather long topic 0\n/)
  assert.deepEqual(read(text).values.topics, topics)
})
