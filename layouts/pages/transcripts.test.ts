import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UNKEPT_DIGESTS } from '../../scripts/insight/digests.ts'
import { sampleShow } from '../../tests/fixtures/sampleShow.ts'
import { transcriptFiles } from '../parts/transcriptFiles.ts'
import { make } from '../press/ofTranscript.ts'
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
  const made = new Map(transcripts(sampleShow).map(file => [file.address, make(file.text)]))
  for (const { address } of sampleShow.episodes.flatMap(it =>
    transcriptFiles(it, UNKEPT_DIGESTS),
  )) {
    assert.match(made.get(address) ?? '', /What does a\s/, address)
  }
})
