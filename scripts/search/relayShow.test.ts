import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { layDocument, layPart, layShow } from './layPostings.ts'
import { relayShow } from './relayShow.ts'

const word = fc.constantFrom('fog', 'foghorn', 'foghorns', 'sea', 'seas', '霧', 'c++', 'quay', 'a')
const places = fc
  .uniqueArray(fc.nat(300), { minLength: 1, maxLength: 9 })
  .map(all => all.sort((a, b) => a - b))
const document = fc
  .array(fc.tuple(word, places), { maxLength: 6 })
  .map(all => layDocument(new Map(all)))
const part = fc.array(document, { maxLength: 4 }).map(layPart)

test('laying what changed gives the bytes of laying everything', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ before: part, after: part, changes: fc.boolean() }), { maxLength: 6 }),
      parts => {
        const show = layShow(parts.map(({ before }) => before))
        const changes = parts.flatMap(({ before, after, changes: does }, number) =>
          does ? [{ number, before, after }] : [],
        )
        const expected = layShow(
          parts.map(({ before, after, changes: does }) => (does ? after : before)),
        )
        assert.deepEqual(relayShow(show, changes), expected)
      },
    ),
  )
})
