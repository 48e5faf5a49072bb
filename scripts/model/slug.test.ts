import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isSlug, slugify } from './slug.ts'

test('an address is small, plain and in one’s own letters', () => {
  assert.equal(slugify('Gaëlle Sharma'), 'gaelle-sharma')
  assert.equal(slugify('Łukasz ℋ'), 'lukasz-h')
  assert.equal(slugify('中文'), '中文')
  assert.equal(slugify('CON'), 'con-')
  assert.equal(slugify('ℭon'), 'con-')
})

test('whatever the text, its address is an address, and fits into a folder’s name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), text => {
      const slug = slugify(text)
      assert.ok(slug === '' || isSlug(slug), `${slug} → ${slugify(slug)}`)
      assert.ok(Buffer.byteLength(slug) <= 250)
      assert.equal(encodeURIComponent(slug).includes('%EF%BF%BD'), false)
    }),
    { numRuns: 3000, seed: 7 },
  )
  assert.ok(Buffer.byteLength(slugify('𐌰'.repeat(100))) <= 250)
})
