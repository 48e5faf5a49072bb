import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Lexicon } from './lexicon.ts'
import { WordReader } from './wordReader.ts'

const lexicon = new Lexicon()
const reader = new WordReader(lexicon)

function wordsOf(text: string): string[] {
  reader.read(text)
  return [...reader.numbers.subarray(0, reader.found)].map(number => lexicon.word(number))
}

/** Words with capitals in the middle of a sentence, as they stand there. */
function namesIn(text: string): string[] {
  reader.read(text)
  return Array.from({ length: reader.found }, (_, at) =>
    text.slice(reader.begins[at], reader.named[at] || reader.begins[at]),
  ).filter(name => name !== '')
}

describe('the word reader', () => {
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
    assert.deepEqual(wordsOf('so an AI in 1962 is ok'), ['ai'])
  })

  test('takes one word for one, whatever its case and its apostrophe', () => {
    assert.equal(new Set(wordsOf('Bell BELL bell')).size, 1)
    assert.equal(new Set(wordsOf("don't don’t Don’t")).size, 1)
  })

  test('tells a name in the middle of a sentence from a word that begins one', () => {
    const text = 'Fog rolls in. Fog is what GraphQL looks like! Or O’Hara? Or GraphQL'
    assert.deepEqual(namesIn(text), ['GraphQL', 'O’Hara', 'GraphQL'])
  })

  test('takes pairs of characters where words are not spaced', () => {
    assert.deepEqual(wordsOf('東京塔 and 東京'), ['東京', '京塔', 'and', '東京'])
  })

  test('reads a text of any length, and takes nothing endless for a word', () => {
    const text = `${'lens '.repeat(5000)}${'x'.repeat(5000)} lens`
    assert.equal(wordsOf(text).filter(word => word === 'lens').length, 5001)
    assert.equal(new Set(wordsOf(text)).size, 1)
    assert.deepEqual(wordsOf(''), [])
  })
})
