import assert from 'node:assert/strict'
import { test } from 'node:test'
import { podcastGuid } from './podcastGuid.ts'

test('the guids of the namespace’s own two examples come out', () => {
  assert.equal(
    podcastGuid('https://mp3s.nashownotes.com/pc20rss.xml'),
    '917393e3-1b1e-5cef-ace4-edaa54e1f810',
  )
  assert.equal(podcastGuid('http://podnews.net/rss'), '9b024349-ccf0-5f69-a609-6b82873eab3c')
})

test('a trailing slash and the scheme make no difference', () => {
  assert.equal(podcastGuid('https://podnews.net/rss//'), podcastGuid('http://podnews.net/rss'))
})
