import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Speaker, Transcript, Turn } from '../model/transcript.ts'
import { digestOf } from './digest.ts'
import { countWords, stretchesOf } from './speaking.ts'

const ada: Speaker = { key: 'ada', name: 'Ada' }
const ben: Speaker = { key: 'ben', name: 'Ben' }

function turn(
  speaker: Speaker | undefined,
  start: number | undefined,
  text: string,
  more: object = {},
): Turn {
  return {
    kind: 'turn',
    id: `t=${start}`,
    paragraphs: [[{ text }]],
    ...(speaker ? { speaker } : {}),
    ...(start === undefined ? {} : { start }),
    ...more,
  }
}

function transcript(...items: Transcript['items']): Transcript {
  return { language: 'en', format: 'test', file: 'a.txt', items, speakers: [ada, ben] }
}

describe('speaking time', () => {
  test('a turn lasts until the next thing begins, the last one until the recording ends', () => {
    const made = stretchesOf(transcript(turn(ada, 0, 'a'), turn(ben, 10, 'b')), 60)
    assert.deepEqual(
      made.map(({ start, end }) => [start, end]),
      [
        [0, 10],
        [10, 60],
      ],
    )
  })

  test('a pause after a turn with an end of its own, and a break, belong to nobody', () => {
    const pause = transcript(
      turn(ada, 0, 'a', { end: 4 }),
      turn(ben, 10, 'b'),
      { kind: 'break', text: 'Break', start: 20 },
      turn(ada, 50, 'c'),
    )
    assert.deepEqual(
      stretchesOf(pause, 60).map(({ start, end }) => end - start),
      [4, 10, 10],
    )
  })

  test('shares are of the time that is spoken, and add up to one', () => {
    const shares = digestOf(transcript(turn(ada, 0, 'a'), turn(ben, 45, 'b')), 60).shares
    assert.deepEqual(
      shares.map(({ speaker, seconds, share, estimated }) => [
        speaker?.key,
        seconds,
        share,
        estimated,
      ]),
      [
        ['ada', 45, 0.75, false],
        ['ben', 15, 0.25, false],
      ],
    )
  })

  test('where a turn has no time, shares are of words, and called estimated', () => {
    const [first] = digestOf(
      transcript(turn(ada, undefined, 'one two three'), turn(ben, 10, 'four')),
    ).shares
    assert.deepEqual([first?.share, first?.seconds, first?.estimated], [0.75, undefined, true])
  })

  test('an estimated turn makes its speaker’s share estimated, and only theirs', () => {
    const { shares } = digestOf(
      transcript(turn(ada, 0, 'a'), turn(ben, 9, 'b', { estimated: true })),
      20,
    )
    assert.deepEqual(
      shares.map(({ estimated }) => estimated),
      [false, true],
    )
  })

  test('words of nobody count as one more speaker', () => {
    const { shares } = digestOf(transcript(turn(undefined, 0, 'a'), turn(ada, 5, 'b')), 10)
    assert.deepEqual(
      shares.map(({ speaker, share }) => [speaker?.key, share]),
      [
        [undefined, 0.5],
        ['ada', 0.5],
      ],
    )
  })

  test('sounds are no words, and writing without spaces counts two characters as one', () => {
    const sounds = {
      ...turn(ada, 0, ''),
      paragraphs: [[{ text: 'Well, then.' }, { text: '[laughs]', sound: true }]],
    } as Turn
    assert.equal(countWords(sounds), 2)
    assert.equal(countWords(turn(ada, 0, '私は東京に住む')), 4)
  })
})
