import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rssDate } from './rssDate.ts'

test('a date is written as RFC 2822 has it', () => {
  assert.equal(rssDate('2026-03-03T06:00:00.000Z'), 'Tue, 03 Mar 2026 06:00:00 +0000')
  assert.equal(rssDate('1999-12-31T23:59:59.999Z'), 'Fri, 31 Dec 1999 23:59:59 +0000')
})
