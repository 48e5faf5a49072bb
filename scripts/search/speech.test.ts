import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Segment, Transcript, Turn } from '../model/transcript.ts'
import { speechOf } from './speech.ts'

const ada = { key: 'ada', name: 'Ada Moor' }

function transcript(...turns: Turn[]): Transcript {
  return { language: 'en', format: 'test', file: 'a.vtt', items: turns, speakers: [ada] }
}

function turn(id: string, segments: readonly Segment[], start?: number): Turn {
  return {
    kind: 'turn',
    id,
    speaker: ada,
    paragraphs: [segments],
    ...(start === undefined ? {} : { start }),
  }
}

const WORDS = 'the quick brown fox jumps over the lazy dog '.repeat(8).trim()

test('a turn is addressed by its own id, its later segments by their times', () => {
  const pieces = speechOf(
    transcript(
      turn(
        't=4',
        [
          { text: 'One.', start: 4.2 },
          { text: 'Two.', start: 6.5 },
        ],
        4.2,
      ),
    ),
  )
  assert.deepEqual(
    pieces.map(({ at }) => at),
    ['t=4', 't=6.5'],
  )
})

test('speech of unknown time is addressed by its words', () => {
  const pieces = speechOf(transcript(turn('w=hello-there', [{ text: 'Hello there.' }])))
  assert.deepEqual(
    pieces.map(({ at, start }) => [at, start]),
    [['w=hello-there', undefined]],
  )
})

test('a long segment is cut, and the times of its parts are said to be estimated', () => {
  const pieces = speechOf(
    transcript(
      turn('t=0', [{ text: WORDS, start: 0 }], 0),
      turn('t=60', [{ text: 'End.', start: 60 }], 60),
    ),
  )
  assert.ok(pieces.length > 3)
  assert.equal(pieces[0]?.estimated, undefined)
  for (const { estimated, start, at } of pieces.slice(1, -1)) {
    assert.equal(estimated, true)
    assert.equal(at, `t=${start}`)
  }
  assert.equal(
    pieces
      .slice(0, -1)
      .map(({ text }) => text)
      .join(''),
    WORDS,
  )
})

test('words with their own times are cut at them', () => {
  const offsets = [...WORDS.matchAll(/\S+/g)].map(({ index }) => index)
  const starts = offsets.map((_, at) => at * 0.5)
  const pieces = speechOf(
    transcript(turn('t=0', [{ text: WORDS, start: 0, words: { offsets, starts } }], 0)),
  )
  assert.ok(pieces.length > 2)
  let from = 0
  for (const { text, start, estimated } of pieces) {
    assert.equal(start, starts[offsets.indexOf(from)])
    assert.equal(estimated, undefined)
    from += text.length
  }
})
