import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleShow } from '../../tests/fixtures/sampleShow.ts'
import { transcriptFiles } from '../parts/transcriptFiles.ts'
import { transcripts } from './transcripts.ts'

test('each transcript is there in five formats, a translation under its language', () => {
  assert.deepEqual(
    transcripts(sampleShow).map(file => file.address.replace('/episodes/foghorns/', '')),
    [
      'transcript.vtt',
      'transcript.srt',
      'transcript.json',
      'transcript.txt',
      'transcript.md',
      'transcript.de.vtt',
      'transcript.de.srt',
      'transcript.de.json',
      'transcript.de.txt',
      'transcript.de.md',
    ],
  )
})

test('every transcript that the feed names is there, with words in it', () => {
  const made = new Map(transcripts(sampleShow).map(file => [file.address, file.content()]))
  for (const { address } of sampleShow.episodes.flatMap(transcriptFiles)) {
    assert.match(made.get(address) ?? '', /What does a\s/, address)
  }
})
