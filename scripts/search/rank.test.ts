import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asFound, type Found } from './places.ts'
import { rank } from './rank.ts'

/** `{ document: places }` as the index gives them. */
function found(places: Readonly<Record<number, readonly number[]>>, length = 1): Found {
  const documents = Object.keys(places).map(Number)
  const starts = [0]
  for (const document of documents) {
    starts.push((starts.at(-1) ?? 0) + (places[document]?.length ?? 0))
  }
  const all = documents.flatMap(document => places[document] ?? [])
  return asFound(
    {
      documents: Uint32Array.from(documents),
      starts: Uint32Array.from(starts),
      places: Uint32Array.from(all),
    },
    1,
    length,
  )
}

const options = { merge: 25, least: 0.1 }
const term = (places: Readonly<Record<number, readonly number[]>>, weight = 5) => ({
  found: found(places),
  weight,
})

test('words side by side come before the same words far apart', () => {
  const hits = rank([term({ 1: [10], 2: [10] }), term({ 1: [35], 2: [11] })], options)
  assert.deepEqual(
    hits.map(({ document }) => document),
    [2, 1],
  )
})

test('all words together come before repeats of one', () => {
  const hits = rank([term({ 1: [1, 2, 3, 4, 5], 2: [50] }), term({ 2: [60] })], options)
  assert.equal(hits[0]?.document, 2)
})

test('all words in one breath come before all words somewhere in the hour', () => {
  const hits = rank([term({ 1: [10], 2: [10] }), term({ 1: [9000], 2: [20] })], options)
  assert.equal(hits[0]?.document, 2)
  assert.equal(hits[0]?.terms, 0b11)
})

test('the order that was asked for counts where nothing else differs', () => {
  const hits = rank([term({ 1: [11], 2: [10] }), term({ 1: [10], 2: [11] })], options)
  assert.equal(hits[0]?.document, 2)
})

test('a rare word says more than a frequent one', () => {
  const hits = rank([term({ 1: [10] }, 2), term({ 2: [10] }, 9)], options)
  assert.equal(hits[0]?.document, 2)
})

test('places near each other are one hit, but each place of an anchor is its own', () => {
  const terms = [term({ 1: [10, 14, 90] })]
  assert.equal(rank(terms, options).length, 2)
  assert.equal(rank(terms, { ...options, anchor: 0 }).length, 3)
})

test('a hit lands on its anchor', () => {
  const hits = rank([term({ 1: [10] }), term({ 1: [20] })], { ...options, anchor: 1 })
  assert.deepEqual(
    hits.map(({ from, at }) => [from, at]),
    [[10, 20]],
  )
})

test('nothing asked for finds nothing', () => {
  assert.deepEqual(rank([], options), [])
})
