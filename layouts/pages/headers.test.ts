import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { sampleShow } from '../../tests/fixtures/sampleShow.ts'
import { CONTENT_SECURITY } from '../parts/contentSecurity.tsx'
import { headers } from './headers.ts'

const text = headers(sampleShow)[0]?.content() ?? ''

test('the policy lets only the site’s own scripts run, and no inline one', () => {
  const [, policy = ''] = /Content-Security-Policy: (default-src .*)/.exec(text) ?? []
  assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self';/)
  assert.ok(!policy.includes('unsafe-inline'))
  assert.ok(!policy.includes('unsafe-eval'))
})

test('a page that may not be framed has its whole policy in one rule, after the common one', () => {
  const common = text.indexOf('/shows/low/*\n')
  const page = text.indexOf('/shows/low/episodes/:slug/\n')
  assert.ok(common >= 0 && common < page)
  assert.match(
    text.slice(page).split('\n\n')[0] ?? '',
    /Content-Security-Policy: default-src 'none'; .*; frame-ancestors 'self'$/,
  )
})

test('files whose names change with their content are kept for a year', () => {
  assert.ok(
    text.includes('/shows/low/assets/*\n  Cache-Control: public, max-age=31536000, immutable'),
  )
})

test('chapters and subtitles say what they are', () => {
  assert.ok(
    text.includes(
      '/shows/low/episodes/:slug/chapters.json\n  Content-Type: application/json+chapters',
    ),
  )
  assert.ok(
    text.includes('/shows/low/episodes/:slug/transcript.srt\n  Content-Type: application/x-subrip'),
  )
})

test('hosts accept the file: few rules, short lines', () => {
  // Cloudflare Pages takes 100 rules of 2,000 letters a line.
  assert.ok(text.split('\n\n').length < 100)
  for (const line of text.split('\n')) assert.ok(line.length < 2000)
})

test('the examples for nginx and Caddy send the policy that the pages carry', () => {
  const guide = readFileSync(new URL('../../docs/deploy.md', import.meta.url), 'utf8')
  assert.equal(guide.split(`"${CONTENT_SECURITY}`).length, 3)
})
