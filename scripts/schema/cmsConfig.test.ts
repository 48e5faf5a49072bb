import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cmsBackend, cmsConfig } from './cmsConfig.ts'
import { PAGE_KINDS } from './jsonSchema.ts'

test('knows where the form writes from the repository’s address', () => {
  const admin = { branch: 'main' }
  assert.deepEqual(cmsBackend('https://github.com/me/show.git', admin), {
    name: 'github',
    repo: 'me/show',
    branch: 'main',
  })
  assert.deepEqual(cmsBackend('https://gitlab.com/us/radio/show/', admin), {
    name: 'gitlab',
    repo: 'us/radio/show',
    branch: 'main',
  })
  assert.equal(cmsBackend('https://codeberg.org/me/show', admin)?.['name'], 'gitea')
  assert.equal(
    cmsBackend('https://github.com/me/show', { branch: 'main', auth: 'https://sign.example' })?.[
      'base_url'
    ],
    'https://sign.example',
  )
  for (const other of [
    undefined,
    'https://example.org/me/show',
    'https://github.com/me',
    'nowhere',
  ]) {
    assert.equal(cmsBackend(other, admin), undefined, other)
  }
})

test('every field of every kind of page is in the form, in its order, and then the words', () => {
  const site = { origin: 'https://example.org', base: '/' }
  const { collections } = cmsConfig({ explicit: true, site }, { name: 'test-repo' }) as {
    collections: {
      name: string
      fields?: { name: string }[]
      files?: { fields: { name: string }[] }[]
    }[]
  }
  for (const [i, kind] of PAGE_KINDS.entries()) {
    const fields = collections[i]?.fields ?? collections[i]?.files?.[0]?.fields ?? []
    assert.deepEqual(
      fields.map(({ name }) => name),
      [...Object.keys(kind.fields), 'body'],
    )
  }
})
