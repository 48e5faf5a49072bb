import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Piece } from './document.ts'
import { LEAF_WORDS, leavesOf, packLeaf, readPieces, unpackLeaf } from './leaf.ts'
import { wordsOf } from './words.ts'

const head = { kind: 'speech', address: '/episodes/a/', title: 'A' } as const
const pieces: Piece[] = Array.from({ length: 500 }, (_, at) => ({
  at: at % 7 === 0 ? `w=words-${at}` : `t=${at}`,
  ...(at % 7 === 0 ? {} : { start: at }),
  ...(at % 3 === 0 ? { opens: true as const } : {}),
  ...(at % 5 === 0 ? { estimated: true as const } : {}),
  ...(at % 2 === 0 ? { speaker: { key: 'ada', name: 'Ada “A” Moor' } } : {}),
  text: `Piece ${at}, which says: eight words, no more.`,
}))
const document = { key: 'speech/a', head, pieces, facets: { topics: [], guests: [] } }

test('a leaf comes back from its JSON as it was', () => {
  for (const leaf of leavesOf(head, readPieces(document))) {
    assert.deepEqual(unpackLeaf(packLeaf(leaf)), leaf)
  }
})

test('each word stands on the leaf of its number, with words around it', () => {
  const leaves = leavesOf(head, readPieces(document))
  const all = pieces.flatMap(({ text }) => wordsOf(text).map(({ key }) => key))
  all.forEach((word, place) => {
    const leaf = leaves[Math.floor(place / LEAF_WORDS)]
    assert.ok(leaf)
    const own = leaf.pieces.flatMap(({ text }) => wordsOf(text).map(({ key }) => key))
    assert.equal(own[place - leaf.first], word, `word ${place}`)
  })
})
