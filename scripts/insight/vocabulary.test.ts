import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Vocabulary } from './vocabulary.ts'

function wordsOf(text: string): string[] {
  const vocabulary = new Vocabulary()
  const found: number[] = []
  vocabulary.read(text, word => found.push(word))
  return found.map(word => vocabulary.spell(word))
}

describe('the vocabulary', () => {
  test('reads words in any letters, with their apostrophes and hyphens', () => {
    assert.deepEqual(wordsOf("the crew's well-known naïve маяк, don't"), [
      'the',
      "crew's",
      'well-known',
      'naïve',
      'маяк',
      "don't",
    ])
  })

  test('leaves out bare numbers and short words, but not abbreviations', () => {
    assert.deepEqual(wordsOf('so an AI in 1962 is ok'), ['AI'])
  })

  test('spells a name with its capitals and a word that only begins sentences without', () => {
    const vocabulary = new Vocabulary()
    const found = new Set<number>()
    vocabulary.read('Fog rolls in. Fog is what GraphQL looks like, and GraphQL is fog.', word =>
      found.add(word),
    )
    const spelled = [...found].map(word => vocabulary.spell(word))
    assert.ok(spelled.includes('GraphQL') && spelled.includes('fog'), spelled.join(' '))
  })

  test('counts one word whatever its case', () => {
    const vocabulary = new Vocabulary()
    const found = new Set<number>()
    vocabulary.read('Bell BELL bell', word => found.add(word))
    assert.equal(found.size, 1)
  })

  test('takes pairs of characters where words are not spaced', () => {
    assert.deepEqual(wordsOf('東京塔'), ['東京', '京塔'])
  })

  test('keeps apart as many words as an archive has', () => {
    const vocabulary = new Vocabulary()
    const found = new Set<number>()
    const text = Array.from({ length: 40_000 }, (_, at) => `w${at.toString(36)}x`).join(' ')
    vocabulary.read(text, word => found.add(word))
    assert.equal(found.size, 40_000)
  })
})
