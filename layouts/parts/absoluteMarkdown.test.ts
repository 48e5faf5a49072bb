import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleShow } from '../../tests/fixtures/sampleShow.ts'
import { absoluteMarkdown } from './absoluteMarkdown.ts'

const SITE = 'https://example.org/shows/low'
const show = {
  ...sampleShow,
  assets: [{ file: 'episodes/horn map.png', address: '/media/episodes/horn%20map.png' as const }],
}
const absolute = (markdown: string) => absoluteMarkdown(show)(markdown, '/episodes/foghorns/')

test('links between content files lead to their pages', () => {
  assert.equal(absolute('[B](003-bells.md)'), `[B](${SITE}/episodes/bells/)`)
  assert.equal(absolute('[B](003-bells.md#t=5)'), `[B](${SITE}/episodes/bells/#t=5)`)
  assert.equal(absolute('[M](../guests/mara-quist.md)'), `[M](${SITE}/guests/mara-quist/)`)
})

test('moments and pictures are found from anywhere', () => {
  assert.equal(absolute('[A](#t=6.2)'), `[A](${SITE}/episodes/foghorns/#t=6.2)`)
  assert.equal(absolute('![M](horn%20map.png)'), `![M](${SITE}/media/episodes/horn%20map.png)`)
})

test('whole addresses and mere brackets stay as they are', () => {
  const text = '[x](https://example.net/a) [mail](mailto:a@example.org) [laughter] (003-bells.md)'
  assert.equal(absolute(text), text)
})
