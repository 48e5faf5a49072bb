import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold, wordsOf } from './words.ts'

const keys = (text: string) => wordsOf(text).map(({ key }) => key)

test('case, accents and apostrophes make no difference', () => {
  assert.deepEqual(keys("Don’t panic, café! DON'T"), ['dont', 'panic', 'cafe', 'dont'])
  assert.deepEqual(keys('Łukasz straße İstanbul naïve'), ['lukasz', 'strasse', 'istanbul', 'naive'])
})

test('quotation marks are no apostrophes', () => {
  assert.deepEqual(keys("'quoted' the dogs' bowl"), ['quoted', 'the', 'dogs', 'bowl'])
})

test('names with signs in them are words', () => {
  assert.deepEqual(keys('C++, C# and node.js on .NET 3.5.'), [
    'c++',
    'c#',
    'and',
    'node.js',
    'on',
    '.net',
    '3.5',
  ])
})

test('a forgotten space after a full stop makes no word of two', () => {
  assert.deepEqual(keys('the end.Next week'), ['the', 'end', 'next', 'week'])
})

test('the parts of a hyphenated word are words, and so is the whole', () => {
  assert.deepEqual(
    wordsOf('e-mail from the U.S.A.').map(({ key, joined }) => joined ?? key),
    ['e', 'email', 'from', 'the', 'usa'],
  )
})

test('letters of scripts without spaces stand alone', () => {
  assert.deepEqual(keys('日本語 und ไทย'), ['日', '本', '語', 'und', 'ไ', 'ท', 'ย'])
})

test('words know where they stand', () => {
  const text = 'No — “silver” bullet'
  assert.deepEqual(
    wordsOf(text).map(({ start, end }) => text.slice(start, end)),
    ['No', 'silver', 'bullet'],
  )
})

test('folding a folded word changes nothing', () => {
  for (const word of ['Gaëlle', 'ŒUVRE', 'øre', 'Þór', 'don’t', 'ΆΛΦΑ', 'йод']) {
    assert.equal(fold(fold(word)), fold(word))
  }
})
