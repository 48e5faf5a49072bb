import assert from 'node:assert/strict'
import { test } from 'node:test'
import { distance, nearest } from './spelling.ts'

const known = ['javascript', 'java', 'jamstack', 'jason', 'json'].map(word => ({ word, weight: 3 }))

test('the nearest spelling is found', () => {
  assert.deepEqual(nearest('javscript', known), ['javascript'])
})

test('between equally near words the more frequent one is meant', () => {
  const words = [
    { word: 'house', weight: 2 },
    { word: 'horse', weight: 8 },
  ]
  assert.equal(nearest('hoase', words)[0], 'horse')
})

test('a short word is not turned into any other short word', () => {
  assert.deepEqual(nearest('qqq', known), [])
})

test('missing, extra, wrong and swapped letters count one each', () => {
  for (const [a, b] of [
    ['bell', 'bel'],
    ['bell', 'belll'],
    ['bell', 'ball'],
    ['bell', 'ebll'],
  ] as const) {
    assert.equal(distance(a, b, 3), 1)
  }
  assert.equal(distance('bell', 'whale', 2), 3)
})
