import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Leaf } from './leaf.ts'
import { isAlike, snippetOf } from './snippet.ts'
import { wordsOf } from './words.ts'

const ada = { key: 'ada', name: 'Ada' }
const ben = { key: 'ben', name: 'Ben' }
const leaf: Leaf = {
  head: { kind: 'speech', address: '/episodes/a/', title: 'A' },
  first: 100,
  pieces: [
    { at: 't=0', start: 0, speaker: ada, opens: true, text: 'Well, is it open' },
    { at: 't=5', start: 5, speaker: ben, opens: true, text: 'source, you mean? The open source' },
    { at: 't=9', start: 9, speaker: ben, text: 'engine. It deployed itself.' },
  ],
}
const marks = { words: new Set(['deployed']), phrases: [['open', 'source']] }
const place = (word: string, nth = 0) =>
  100 +
  (leaf.pieces
    .flatMap(({ text }) => wordsOf(text))
    .map(({ key }, at) => (key === word ? at : -1))
    .filter(at => at >= 0)[nth] ?? 0)
const snippet = (from: number, to: number) =>
  snippetOf(leaf, { document: 0, from, to, at: from, score: 1, terms: 1 }, marks)
const marked = (from: number, to: number) =>
  snippet(from, to).lines.map(({ parts }) => parts.filter(p => p.marked).map(p => p.text))

test('a phrase is marked as one, a word in the form that was said', () => {
  const from = place('open', 1)
  assert.deepEqual(marked(from, from + 1), [['open source', 'deployed']])
})

test('a phrase across two turns shows both, each under its speaker', () => {
  const from = place('open')
  const { lines, at } = snippet(from, from + 1)
  assert.deepEqual(
    lines.map(({ speaker }) => speaker?.name),
    ['Ada', 'Ben'],
  )
  assert.equal(at, 't=0')
})

test('a hit in the middle of a turn lands on its own words', () => {
  assert.equal(snippet(place('deployed'), place('deployed')).at, 't=9')
})

test('what is left out is shown to be left out', () => {
  const long: Leaf = {
    ...leaf,
    pieces: [
      { at: 't=0', opens: true, text: Array.from({ length: 90 }, (_, n) => `w${n}`).join(' ') },
    ],
  }
  const hit = { document: 0, from: 140, to: 140, at: 140, score: 1, terms: 1 }
  const text = snippetOf(long, hit, { words: new Set(), phrases: [] })
    .lines.flatMap(({ parts }) => parts.map(part => part.text))
    .join('')
  assert.match(text, /^… w26 .* w62 …$/)
})

test('the same words elsewhere are alike, others are not', () => {
  const many = (word: string): Leaf => ({
    ...leaf,
    pieces: [
      {
        at: 't=0',
        opens: true,
        text: Array.from({ length: 30 }, (_, n) => `${word}${n}`).join(' '),
      },
    ],
  })
  const of = (some: Leaf) =>
    snippetOf(some, { document: 0, from: 110, to: 110, at: 110, score: 1, terms: 1 }, marks)
  assert.equal(isAlike(of(many('a')), of(many('a'))), true)
  assert.equal(isAlike(of(many('a')), of(many('b'))), false)
})
