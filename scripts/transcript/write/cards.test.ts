import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { secondsToSay } from '../estimate.ts'
import { cardsOf, type Size } from './cards.ts'

const NARROW: Size = { width: 10, lead: 0, again: 0 }

function linesOf(text: string, size: Size = NARROW): (string | undefined)[][] {
  return cardsOf(text, 0, 10, size).map(({ upper, lower }) =>
    lower === undefined ? [upper] : [upper, lower],
  )
}

describe('cards', () => {
  it('break lines as late as they fit, two a card, and leave long words whole', () => {
    assert.deepEqual(linesOf('fog and a horn at sea'), [['fog and a', 'horn at'], ['sea']])
    assert.deepEqual(linesOf('1234567890 ab'), [['1234567890', 'ab']])
    assert.deepEqual(linesOf('a lighthousekeeper sleeps'), [['a', 'lighthousekeeper'], ['sleeps']])
  })

  it('leave room for what stands before the words, and start below it when nothing fits', () => {
    assert.deepEqual(linesOf('fog and horns', { ...NARROW, lead: 4 }), [['fog', 'and horns']])
    assert.deepEqual(linesOf('foghorns so', { ...NARROW, lead: 4 }), [['', 'foghorns'], ['so']])
    const again = linesOf('one two four fives six', { ...NARROW, again: 5 })
    assert.deepEqual(again, [['one two', 'four fives'], ['six']])
  })

  it('keep a dash with the word before it', () => {
    assert.deepEqual(linesOf('the sea – so it was'), [['the sea –', 'so it was']])
    assert.deepEqual(linesOf('of the sea – so'), [['of the', 'sea – so']])
    assert.deepEqual(linesOf('of the sea -so'), [['of the sea', '-so']])
  })

  it('break Chinese and Japanese between letters, but not before what closes', () => {
    assert.deepEqual(linesOf('霧の中で灯台守が言う。そして'), [
      ['霧の中で灯台守が言', 'う。そして'],
    ])
    const cards = cardsOf('霧の中で灯台守が鐘を鳴らして船を待つ夜', 0, 10, { ...NARROW, width: 5 })
    assert.deepEqual(
      cards.map(({ tight }) => tight),
      [false, true],
    )
  })

  it('keep a space between letters that else have none', () => {
    assert.deepEqual(linesOf('霧の中で灯台守が言う 鐘'), [['霧の中で灯台守が言う ', '鐘']])
  })

  it('share the time of their segment by what their words take to say', () => {
    const cards = cardsOf('fog and a horn at sea', 1, 4, NARROW)
    const [first, second] = cards
    assert.equal(first?.start, 1)
    assert.equal(first?.end, second?.start)
    assert.equal(second?.end, 4)
    assert.ok((first?.end ?? 0) > 3)
  })

  it('take at least a millisecond each', () => {
    const times = cardsOf('fog and a horn at sea', 1, 1, NARROW).map(it => [it.start, it.end])
    assert.deepEqual(times, [
      [1, 1.001],
      [1.001, 1.002],
    ])
  })
})

it('a part of a text takes as long to say as if it stood alone', () => {
  const text = 'The BBC said: 1958, oh. AI 霧の中。 Über…'
  for (let from = 0; from < text.length; from++) {
    for (let to = from; to <= text.length; to++) {
      assert.equal(secondsToSay(text, from, to), secondsToSay(text.slice(from, to)))
    }
  }
})
