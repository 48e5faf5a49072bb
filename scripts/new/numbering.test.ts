import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ExistingEpisode } from './existing.ts'
import { nextNumber } from './numbering.ts'

function episode(number: number | undefined, season?: number, type?: 'trailer'): ExistingEpisode {
  const at = `20${String(10 + (season ?? 0))}-01-${String((number ?? 0) + 1).padStart(2, '0')}`
  return {
    file: '',
    stem: '',
    slug: `${season}-${number}`,
    transcripts: [],
    ...(number !== undefined && { number }),
    values: {
      date: { iso: `${at}T00:00:00.000Z`, hasZone: true },
      ...(season !== undefined && { season }),
      ...(type && { type }),
    },
  }
}

test('the first episode of a show is number 1', () => {
  assert.deepEqual(nextNumber([], undefined), { number: 1 })
  assert.deepEqual(nextNumber([], 2), { number: 1, season: 2 })
})

test('the next number follows the highest, whatever order the files are in', () => {
  assert.deepEqual(nextNumber([episode(3), episode(9), episode(4)], undefined), { number: 10 })
})

test('a show that doesn’t number its episodes gets no number', () => {
  assert.deepEqual(nextNumber([episode(undefined)], undefined), {})
})

test('a trailer’s number doesn’t count', () => {
  assert.deepEqual(nextNumber([episode(3), episode(12, undefined, 'trailer')], undefined), {
    number: 4,
  })
})

test('the season is that of the newest episode', () => {
  assert.deepEqual(nextNumber([episode(8, 1), episode(2, 2)], undefined), { number: 3, season: 2 })
})

test('a new season starts over where earlier ones did, and goes on where they didn’t', () => {
  const over = [episode(1, 1), episode(2, 1), episode(1, 2)]
  assert.deepEqual(nextNumber(over, 3), { number: 1, season: 3 })
  const on = [episode(1, 1), episode(2, 1), episode(3, 2)]
  assert.deepEqual(nextNumber(on, 3), { number: 4, season: 3 })
})
