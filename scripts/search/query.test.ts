import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readQuery, withoutFilter, withoutQuotes, writeFilter } from './query.ts'

const wanted = (text: string) =>
  readQuery(text).wanted.map(({ words, exact }) =>
    exact ? `"${words.join(' ')}"` : words.join(' '),
  )

test('words and phrases may be mixed', () => {
  assert.deepEqual(wanted('kubernetes "open source" state'), [
    'kubernetes',
    '"open source"',
    'state',
  ])
})

test('curly quotes are quotes, and an open one ends with the line', () => {
  assert.deepEqual(wanted('“Open Source” “still typ'), ['"open source"', '"still typ"'])
})

test('a minus excludes a word or a phrase, but not inside a word', () => {
  const { wanted: kept, unwanted } = readQuery('well-known -rust -"open source"')
  assert.deepEqual(
    kept.map(({ words }) => words),
    [['well', 'known']],
  )
  assert.deepEqual(
    unwanted.map(({ words }) => words.join(' ')),
    ['rust', 'open source'],
  )
})

test('operators are filters, with quotes where a name has spaces', () => {
  assert.deepEqual(readQuery('bell speaker:"Tom Wilkie" Year:2024 before:2024-06').filters, [
    { field: 'speaker', value: 'Tom Wilkie' },
    { field: 'year', value: '2024' },
    { field: 'before', value: '2024-06' },
  ])
})

test('what looks like an operator and is none is words', () => {
  assert.deepEqual(wanted('note:this 12:30'), ['note this', '12 30'])
})

test('a word asked for twice is one', () => {
  assert.deepEqual(wanted('open OPEN open'), ['open'])
})

test('a filter is written as it is read, and can be taken off again', () => {
  const filter = { field: 'speaker', value: 'Tom Wilkie' } as const
  const text = `bell ${writeFilter(filter)} -tide`
  assert.deepEqual(readQuery(text).filters, [filter])
  assert.equal(withoutFilter(text, filter), 'bell -tide')
})

test('a phrase without its quotes is its words', () => {
  assert.equal(withoutQuotes('"open source" “now”'), 'open source now')
})
