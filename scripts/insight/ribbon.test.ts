import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Speaker, Transcript } from '../model/transcript.ts'
import { digestOf } from './digest.ts'
import { makeRibbon } from './ribbon.ts'

const ada: Speaker = { key: 'ada', name: 'Ada' }
const ben: Speaker = { key: 'ben', name: 'Ben' }

function transcript(...turns: (readonly [Speaker, number | undefined])[]): Transcript {
  const items = turns.map(([speaker, start], at) => ({
    kind: 'turn' as const,
    id: `t=${at}`,
    speaker,
    paragraphs: [[{ text: 'word' }]],
    ...(start === undefined ? {} : { start }),
  }))
  return { language: 'en', format: 'test', file: 'a.txt', items, speakers: [ada, ben] }
}

describe('the speakers’ ribbon', () => {
  test('each column belongs to whoever speaks longest in it', () => {
    const ribbon = makeRibbon(digestOf(transcript([ada, 0], [ben, 32], [ada, 70]), 100), 10)
    assert.deepEqual(
      ribbon?.lanes.map(({ share, runs }) => [share.speaker?.key, runs]),
      [
        [
          'ada',
          [
            [0, 3],
            [7, 3],
          ],
        ],
        ['ben', [[3, 4]]],
      ],
    )
  })

  test('lanes stand in the order of the cast, whoever speaks first', () => {
    const ribbon = makeRibbon(digestOf(transcript([ada, 0], [ben, 50]), 100), 10, ['ben', 'ada'])
    assert.deepEqual(
      ribbon?.lanes.map(({ share }) => share.speaker?.key),
      ['ben', 'ada'],
    )
  })

  test('a transcript without times has no ribbon', () => {
    assert.equal(makeRibbon(digestOf(transcript([ada, undefined])), 10), undefined)
    assert.equal(makeRibbon(digestOf(transcript([ada, undefined]), 60), 10), undefined)
  })
})
