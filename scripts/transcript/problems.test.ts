import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as problem from './problems.ts'

/** The sentences an editor reads, word for word. */
const SENTENCES: readonly (readonly [
  { code: string; message: string; fix: string },
  string,
  string,
  string,
])[] = [
  [
    problem.unknownFormat('x.txt', ['0101', '{'], ['WebVTT (a first line WEBVTT)', 'SRT (…)']),
    'unknown-format',
    'This file is in no transcript format that Verbatim reads; it starts with "0101", "{".',
    'Export it again as WebVTT, SRT or text with speaker names; looked for: WebVTT (a first line WEBVTT); SRT (…).',
  ],
  [
    problem.unknownFormat('x.txt', [], []),
    'unknown-format',
    'This transcript file is empty.',
    "Put the episode's transcript into it, or delete it: an episode needs no transcript.",
  ],
  [
    problem.brokenData('x.csv', 1, 'CSV', 'Quote not closed'),
    'broken-transcript',
    "This looks like CSV, but it can't be read: Quote not closed.",
    'Export the file again; it may have been cut off.',
  ],
  [
    problem.longLabel('x.json', 4),
    'long-label',
    'A text far too long for a name stands where the speaker is named, so it was cut.',
    'Check the columns or keys of the export; the names may have been mixed up with the words.',
  ],
  [
    problem.controlCharacter('x.txt', 4, 0x1d, 1),
    'control-character',
    'An invisible control character (U+001D) stood here and was left out.',
    'Delete it in the transcript file.',
  ],
  [
    problem.controlCharacter('x.txt', 4, 0x1d, 3),
    'control-character',
    '3 invisible control characters, the first U+001D, were left out.',
    'Delete them in the transcript file.',
  ],
  [
    problem.conflictMarker('x.vtt', 4, '<<<<<<< HEAD'),
    'conflict-marker',
    'A line of an unfinished merge, "<<<<<<< HEAD", was left out.',
    'Decide which of the two versions is right and delete the other one and the marker lines.',
  ],
  [
    problem.leftOut('x.txt', 1, 9, '← Previous'),
    'left-out',
    'Lines 1 to 9 are not speech and were left out: "← Previous".',
    'Delete them from the transcript file; if they are speech, put a speaker and a colon before them.',
  ],
  [
    problem.leftOut('x.txt', 3, 3, 'Title'),
    'left-out',
    'Line 3 is not speech and was left out: "Title".',
    'Delete it from the transcript file; if it is speech, put a speaker and a colon before it.',
  ],
  [
    problem.badTime('x.txt', 3, '[1:75]'),
    'bad-time',
    '"[1:75]" is no time that exists, so these words have no time of their own.',
    'Write times as m:ss or h:mm:ss, with minutes and seconds below 60.',
  ],
  [
    problem.backwardTime('x.txt', 3, 264, 2418, 1),
    'backward-time',
    'The time goes back from 40:18 to 4:24.',
    'The words stay in the order of the file; correct the time that is wrong.',
  ],
  [
    problem.backwardTime('x.txt', 3, 264, 2418, 7),
    'backward-time',
    'The time goes back from 40:18 to 4:24. The file has 7 such places.',
    'The words stay in the order of the file; correct the time that is wrong.',
  ],
  [
    problem.lateTime('x.txt', 3, 4000, 3464),
    'time-past-end',
    '1:06:40 is after the end of the episode, which lasts 57:44.',
    "Correct the time, the episode's duration, or set transcriptOffset if the file was made from other audio.",
  ],
  [
    problem.overlap('x.srt', 3, 12),
    'overlapping-times',
    '12 cues start before the one above them has ended; the first is here.',
    'Nothing to do if people talk at once; otherwise correct the times.',
  ],
  [
    problem.zeroLength('x.srt', 3, 1),
    'no-duration',
    'A cue here ends when it starts, or before.',
    'Their words are kept; correct the end times if you can.',
  ],
  [
    problem.negativeTime('x.txt', 3, -7020, 4),
    'negative-time',
    '4 times lie before the recording starts, the first by 7020 seconds; they are kept as unknown.',
    'If the file counts from another moment, add "transcriptOffset: 7020" to the episode\'s front matter.',
  ],
  [
    problem.unresolvedSpeaker('x.txt', 3, 'Tom', 2, 'Hi, Nate.'),
    'unresolved-speaker',
    'Nobody in this show is called "Tom", who speaks 2 times, first: "Hi, Nate.".',
    'Add "speakers: { Tom: their-slug }" to the episode\'s front matter, or "Tom" to the aliases of a guest.',
  ],
  [
    problem.ambiguousSpeaker('x.txt', undefined, 'Tom', ['tom', 'tom-hanks']),
    'ambiguous-speaker',
    '"Tom" could be tom or tom-hanks.',
    'Say who it is in the episode\'s front matter: "speakers: { Tom: tom }".',
  ],
  [
    problem.similarLabels('x.txt', 3, 'Bekah', 'Bekah Weigel'),
    'similar-labels',
    '"Bekah" and "Bekah Weigel" look like two spellings of one name.',
    'Correct one of them, or map both to one person under "speakers:" in the episode\'s front matter.',
  ],
  [
    problem.unknownGuest('x.txt', 'SPEAKER_00', 'ann-lee'),
    'unknown-speaker-slug',
    'The episode\'s speakers say that "SPEAKER_00" is "ann-lee", but no guest has that slug.',
    "Add content/guests/ann-lee.md, or write the person's name instead.",
  ],
]

describe('what an editor is told about a transcript', () => {
  for (const [actual, code, message, fix] of SENTENCES) {
    it(`${code}: ${message}`, () => {
      assert.deepEqual([actual.code, actual.message, actual.fix], [code, message, fix])
    })
  }

  it('has a sentence here for every problem', () => {
    const pinned = new Set(SENTENCES.map(([, code]) => code))
    assert.equal(pinned.size, Object.keys(problem).length)
  })
})
