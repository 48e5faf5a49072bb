import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Lexicon, mix, SEED } from './lexicon.ts'

function hashOf(word: string): number {
  return [...word].reduce((hash, letter) => mix(hash, letter.charCodeAt(0)), SEED)
}

describe('the lexicon', () => {
  test('keeps apart two words of one hash', () => {
    assert.equal(hashOf('costarring'), hashOf('liquid'))
    const lexicon = new Lexicon()
    const numbers = lexicon.numbersOf('costarring\nliquid\ncostarring\nliquid')
    assert.deepEqual([...numbers], [0, 1, 0, 1])
    assert.equal(lexicon.word(0), 'costarring')
    assert.equal(lexicon.word(1), 'liquid')
  })

  test('keeps apart as many words as an archive has', () => {
    const words = Array.from({ length: 40_000 }, (_, at) => `w${at.toString(36)}x`)
    const lexicon = new Lexicon()
    const numbers = lexicon.numbersOf(words.join('\n'))
    assert.equal(new Set(numbers).size, 40_000)
    assert.equal(lexicon.size, 40_000)
    assert.ok(words.every((word, at) => lexicon.word(numbers[at] ?? -1) === word))
  })

  test('knows its words again after it was kept, and numbers new ones behind them', () => {
    const first = new Lexicon()
    first.numbersOf('bell\nmaяк\n東京')
    const second = new Lexicon(structuredClone(first.save()))
    assert.deepEqual([...second.numbersOf('東京\nfog\nbell')], [2, 3, 0])
    assert.equal(second.word(1), 'maяк')
    assert.equal(second.size, 4)
  })

  test('an empty list has no words', () => {
    assert.equal(new Lexicon().numbersOf('').length, 0)
  })
})
