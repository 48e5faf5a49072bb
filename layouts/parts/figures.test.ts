import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { formatCount, formatLength, formatShare, listOf, plural } from './figures.ts'

describe('figures as people read them', () => {
  test('a share is whole percent, and from estimates to the nearest five', () => {
    assert.equal(formatShare({ share: 0.43, estimated: false }), '43 %')
    assert.equal(formatShare({ share: 0.43, estimated: true }), 'about 45 %')
    assert.equal(formatShare({ share: 0.004, estimated: false }), 'under 1 %')
    assert.equal(formatShare({ share: 0.02, estimated: true }), 'under 5 %')
    assert.equal(formatShare({ share: 0, estimated: false }), '0 %')
  })

  test('a length is in the units people think in', () => {
    assert.deepEqual([40, 60, 3464, 3600, 4320].map(formatLength), [
      '40 s',
      '1 min',
      '58 min',
      '1 h',
      '1 h 12 min',
    ])
  })

  test('counts have commas, and their words the right number', () => {
    assert.equal(formatCount(2084), '2,084')
    assert.equal(plural(1, 'episode'), '1 episode')
    assert.equal(plural(12000, 'person', 'people'), '12,000 people')
  })

  test('a list ends with and', () => {
    assert.deepEqual(
      [listOf([]), listOf(['a']), listOf(['a', 'b']), listOf(['a', 'b', 'c'])],
      ['', 'a', 'a and b', 'a, b and c'],
    )
  })
})
