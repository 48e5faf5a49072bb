import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleShow } from '../../tests/fixtures/sampleShow.ts'
import { chapters } from './chapters.ts'

test('each episode that has chapters gets its file, with silent chapters and whole addresses', () => {
  const files = chapters(sampleShow)
  assert.deepEqual(
    files.map(file => file.address),
    ['/episodes/foghorns/chapters.json'],
  )
  assert.deepEqual(JSON.parse(files[0]?.content() ?? ''), {
    version: '1.2.0',
    title: 'Foghorns & the </script> of silence',
    podcastName: 'Low Tide',
    chapters: [
      { startTime: 0, title: 'The question' },
      {
        startTime: 6.2,
        title: 'The answer',
        url: 'https://example.org/horn',
        img: 'https://example.org/shows/low/media/horn.jpg',
      },
      { startTime: 9, title: 'Silent', toc: false },
    ],
  })
})
