import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Show } from '../../scripts/model/show.ts'
import { sampleShow } from '../../tests/fixtures/sampleShow.ts'
import { adminPage } from './admin.ts'
import { headers } from './headers.ts'

const withForm: Show = {
  ...sampleShow,
  repository: 'https://github.com/me/show',
  admin: { branch: 'main', auth: 'https://sign-in.example.org' },
}
const page = (show: Show) => adminPage(show)[0]?.content() ?? ''

test('a show has no form unless it turns it on, with a repository that it can write to', () => {
  const { repository: _, ...nowhere } = withForm
  const { admin: __, ...off } = withForm
  assert.deepEqual(adminPage(nowhere), [])
  assert.deepEqual(adminPage(off), [])
  assert.equal(adminPage(withForm).length, 2)
})

test('the form runs no script from elsewhere, and talks only to where it writes and signs in', () => {
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page(withForm))?.[1] ?? ''
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval';/)
  assert.match(
    policy,
    /connect-src [^;]*https:\/\/api\.github\.com[^;]* https:\/\/sign-in\.example\.org;/,
  )
  assert.doesNotMatch(page(withForm), /<script(?! type="module" src="cms\.js"><\/script>)/)
})

test('a title is text in the form’s page too', () => {
  assert.match(
    page({ ...withForm, title: '</title><script>' }),
    /<title>&lt;\/title&gt;&lt;script&gt;<\/title>/,
  )
})

test('the pages’ policy isn’t sent for every path when one of them is the form', () => {
  const text = (show: Show) => headers(show)[0]?.content() ?? ''
  const everywhere = (show: Show) => /^[^\n]*\*\n(?: {2}[^\n]+\n)*/.exec(text(show))?.[0] ?? ''
  assert.match(everywhere(sampleShow), /Content-Security-Policy: default-src 'none'/)
  assert.doesNotMatch(everywhere(withForm), /Content-Security-Policy/)
  assert.match(everywhere(withForm), /X-Content-Type-Options: nosniff/)
})
