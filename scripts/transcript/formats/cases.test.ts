import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { Transcript } from '../../model/transcript.ts'
import { FORMATS, readTranscript } from '../read.ts'
import { resolveTranscript } from '../resolve.ts'

/**
 * One table for all formats: a file of `fixtures/`, the format it is recognised as, and what it
 * says, an item a line: who, when (`~` estimated, `?` unknown), the words. `|` parts segments,
 * `¶` paragraphs.
 */
const CASES: readonly (readonly [file: string, format: string, ...items: string[]])[] = [
  [
    'aegisub.ass',
    'SubStation Alpha',
    'Ann 1: Hello, and welcome to the show.',
    'Ben 3: Thanks & I <3 fog.',
  ],
  ['apple.ttml', 'TTML', 'SPEAKER_1 0.4: Welcome back.', 'Ann Lee 62.5: Thanks.'],
  [
    'array-speakers.json',
    'JSON list of segments',
    'SPEAKER_00 0.4: Welcome back.',
    'SPEAKER_01 2.5: Thanks.',
  ],
  [
    'assemblyai.json',
    'AssemblyAI JSON',
    'Speaker A 0.4: Welcome back to the show.',
    'Speaker B 2.5: Thanks, it is good to be here.',
  ],
  [
    'aws-transcribe.json',
    'AWS Transcribe JSON',
    'spk_0 0.4: Welcome back.',
    "spk_1 2.5: Thanks, it's good.",
  ],
  [
    'azure-batch.json',
    'Azure Speech JSON',
    'Speaker 1 0.4: Welcome back.',
    'Speaker 2 2.5: Thanks, it is good to be here.',
  ],
  [
    'azure-fast.json',
    'Azure Speech JSON',
    'Speaker 1 0.4: Welcome back.',
    'Speaker 2 2.5: Thanks.',
  ],
  ['azure.ttml', 'TTML', '- 0.4: Welcome back & hello. | Thanks.'],
  [
    'backward.vtt',
    'WebVTT',
    'Ann Lee 5: Welcome back.',
    'Ben Ode & Dé <Du 2: Thanks.',
    'Ann Lee 9: Bye.',
  ],
  [
    'bracketed.srt',
    'SRT',
    'Speaker 1 0: Welcome back.',
    'Speaker 2 3.3: Thanks. | [Laughter] | It is good to be here.',
    'Speaker 1 5: So: what is new?',
  ],
  ['breaks.vtt', 'WebVTT', '- 1.981: Fog is the oddest weather of all. | It has no sound.'],
  [
    'carried.vtt',
    'WebVTT',
    'Ann Lee 0.4: Welcome back. | Here is fog.',
    'Ben Ode 2.5: Thanks. I <3 fog & AT&T. | [laughter]',
  ],
  [
    'changelog.md',
    'Changelog Markdown',
    'Ann Lee 0: Welcome back. | [laughs] ¶ And so on.',
    'break 60: Break',
    'Ben Ode 120: Thanks for the horn.',
  ],
  [
    'davinci.txt',
    'Text with inline marks',
    'Ann Lee 0.12: Welcome back.',
    'Ben Ode 2.12: Thanks.',
    'Ann Lee 9: Bye.',
  ],
  [
    'deepgram.json',
    'Deepgram JSON',
    'Speaker 0 0.4: Welcome back to the show.',
    'Speaker 1 2.5: Thanks, it is good to be here.',
  ],
  [
    'elevenlabs.json',
    'JSON list of segments',
    'speaker_0 0.4: Welcome back.',
    'speaker_1 2.5: Thanks.',
  ],
  [
    'deepgram.txt',
    'Text with names',
    'Speaker 0 ?: Welcome back.',
    'Speaker 1 ?: Thanks.',
    'Speaker 0 ?: Bye.',
  ],
  [
    'emphasis.md',
    'Changelog Markdown',
    'Ann Lee ?: Welcome back. There are three signs of fog: ¶ - Cold: The air cools. - Calm: The wind drops. ¶ Grain of salt: this is true of sea fog only.',
    'Ben Ode ?: Thanks.',
    'Ann Lee ?: Bye.',
  ],
  ['escaped.json', 'JSON list of segments', "- 0.4: welcome & hello | it's fog"],
  ['gecko.json', 'JSON list of segments', 'Ann Lee 0.5: Hello, world', 'Ben Ode 3: Hi'],
  [
    'google-meet.txt',
    'Text with names',
    'Ann Lee 0: Good morning.',
    'Ben Ode 300: And that is the last point.',
    'Ann Lee 360: Great.',
  ],
  [
    'google-speech.json',
    'Google Speech-to-Text JSON',
    'Speaker 1 0.4: Welcome back.',
    'Speaker 2 2.5: Thanks.',
  ],
  [
    'happy-scribe.txt',
    'Text with a name and a time above each turn',
    'Ann Lee 1.22: Welcome back to the show.',
    'Ben Ode 5.1: Thanks.',
    "Ann Lee 9: Let's start.",
  ],
  [
    'headed.md',
    'Text with a name and a time above each turn',
    'heading 0~: The fog',
    'Speaker 1 0: Welcome back.',
    'Speaker 2 12: Thanks.',
    'heading 18~: The horn',
    'Speaker 1 18: Is it loud?',
  ],
  ['hyperaudio.html', 'Hyperaudio HTML', 'Ann 0.4: Welcome back.', 'Ben 2.5: Thanks.'],
  [
    'japanese.vtt',
    'WebVTT',
    '灯台守 1: みなさん、こんにちは。霧笛の時間です。 | 今回は国際霧笛の日ということでですね、スペシャル版をお届けすることになりましたけれども、その前に少しだけ昔の話をしましょう。百年前の灯台では、霧が出るたびに人が鐘を鳴らしていました。 その音は Fog Signal と呼ばれました。',
    '客 9: なるほど。',
  ],
  [
    'labelled.txt',
    'Text with names',
    'Ann ?: Welcome back. | [laughs]',
    'Ben ?: Thanks. ¶ Note that fog is wet.',
    'Ann ?: Bye.',
  ],
  [
    'mark-above.txt',
    'Text with inline marks',
    'ann 0: Welcome back.',
    'Ben 2: Thanks.',
    'ann 9: Bye.',
  ],
  [
    'music-first.txt',
    'Markdown with names and times',
    'break 0~: Intro music: a horn',
    'Ann Lee 13.8: Welcome back.',
    'Ben Ode 21.9: Thanks.',
    'Ann Lee & Ben Ode & Cyrus Poe-Harris 24.1: [laughing]',
  ],
  [
    'name-above.txt',
    'Text with names',
    'Announcer ?: This is a show about fog.',
    'Ann Lee ?: Welcome back. ¶ And so on.',
    'Ben Ode ?: Thanks.',
  ],
  [
    'name-and-time.md',
    'Markdown with names and times',
    'Ann Lee 0: Welcome back.',
    'Ben Ode 2: Thanks.',
    'Ann Lee 9: Good night.',
    'Ben Ode 11: Bye.',
    'Ann Lee 12: Bye.',
  ],
  [
    'name-and-time.txt',
    'Text with names',
    'Ann Lee 0: Welcome back.',
    'Ben Ode 2: Thanks.',
    'Ann Lee 3763: Bye.',
  ],
  [
    'oral-history.csv',
    'CSV',
    'Ann Lee 0: Welcome back. ¶ And so on.',
    'Ben Ode 2: Thanks, it is "good".',
  ],
  [
    'otter.txt',
    'Text with a name and a time above each turn',
    'Ann Lee 0: Welcome back.',
    'Unknown Speaker 2: Thanks.',
    'Ann Lee 3763: Bye.',
  ],
  [
    'paragraphs.html',
    'HTML paragraphs',
    'Ann Lee ?: Welcome back & hello_world.',
    'Ben Ode ?: Thanks. It is good. ¶ And a second paragraph.',
    'heading ?: The horn',
    'Ann Lee ?: So it is.',
  ],
  [
    'plain.txt',
    'Plain paragraphs',
    '- ?: Welcome back to the show about fog.',
    '- ?: Today we talk about horns, and about the sea.',
    'break ?: music',
    '- ?: Good bye, and see you next week.',
  ],
  [
    'play.txt',
    'Text with names',
    'ANN ?: Welcome back.',
    'BEN ?: Thanks.',
    'ANN ?: What is fog?',
    'BEN ?: A cloud that sits on the ground.',
  ],
  ['podcast.html', 'Podcasting 2.0 HTML', 'Ann 0: Welcome & hello.', 'Ben 2: Thanks.'],
  [
    'podcast.json',
    'Podcasting 2.0 JSON',
    'Ann 0.4: Welcome back | .',
    'break 1.1~: Jingles',
    '- 1.5: Fog show!',
    'Ben 2.5: Thanks a lot.',
  ],
  ['podlove.json', 'Podlove JSON', 'Ann 0.4: Welcome back.', 'Ben 2.5: Thanks.'],
  [
    'podwhisperer.json',
    'Podwhisperer JSON',
    'Ann 0.4: Welcome back.',
    'Ben 2.5: Thanks.',
    'spk_7 3: Who?',
  ],
  [
    'premiere.json',
    'JSON list of segments',
    'Ann Lee 0.2: Welcome back.',
    'Speaker 2 5.1: Thanks.',
  ],
  [
    'question-answer.txt',
    'Text with names',
    '问 ?: 你们的雾号有多响？',
    '答 ?: 很响。十公里以外都听得见。',
    '问 ?: 谢谢。',
    '答 ?: 不客气。',
  ],
  [
    'radio.txt',
    'Text with names',
    "ANN LEE ?: Heads up. Today's show is about fog. So anyway, here we go.",
    'break ?: FOG INTRO',
    "BEN ODE ?: Okay. I don't think you can hear it.",
    "ANN ?: That's fine.",
    'BEN ?: Hoo!',
    'ANN ?: Is that it?',
    'BEN ?: It is.',
    'ANN ?: Loud.',
  ],
  [
    'rev.json',
    'Rev JSON',
    'Speaker 0 0.4: Welcome back to the show.',
    'Speaker 1 2.5: Thanks, it is good to be here.',
  ],
  [
    'rev.txt',
    'Text with a name and a time above each turn',
    'Speaker 1 0: Welcome back.',
    'Speaker 2 2: Thanks.',
    'Speaker 1 9: Bye.',
  ],
  [
    'riverside.txt',
    'Text with a name and a time above each turn',
    'Ann Lee 0: Welcome back.',
    'Ben Ode 2: Thanks. It is ¶ good to be here.',
    'Ann Lee 3763: Bye.',
  ],
  [
    'sample.srt',
    'SRT',
    'Ann 0.4: Welcome back. | And so on.',
    'Ben 2.5: Thanks. | [Whispers] | Bye.',
  ],
  [
    'small-names.md',
    'Text with names',
    'Ann ?: Thank you for coming on the show.',
    'foghorn ?: It is good to be here.',
    'Ann ?: How are things?',
    'foghorn ?: Not bad. There is one rule: never sleep.',
    'Ann ?: And the noise?',
    'foghorn ?: What noise?',
  ],
  [
    'sonix.txt',
    'Text with inline marks',
    'Speaker1 0: Welcome back.',
    'Speaker2 2: Thanks.',
    'Speaker1 9: Bye.',
  ],
  [
    'spacelog.txt',
    'Spacelog',
    'CDR 4: Roger. Clock. ¶ We got a roll of LM.',
    'CC 25.7~: Roll. ¶ Bye.',
  ],
  ['table.md', 'CSV', 'Ann 5: Welcome to the show.', 'Ben 9: Thanks | hello.'],
  [
    'teams.txt',
    'Text with a name and a time above each turn',
    'Ann Lee 5: Welcome everybody.',
    'Ode, Ben 12: Thanks. Can you hear me?',
    'Ann Lee 15: Yes.',
  ],
  ['teams.vtt', 'WebVTT', 'Ann Lee 0.4: Welcome back.', 'Ben Ode 2.5: Thanks & hello.'],
  [
    'turboscribe.txt',
    'Text with a time a line',
    '- 0: Welcome to the show. | Today we talk about fog and about the horns that were built because of it.',
    '- 12: I am Ann Lee, | and with me is Ben.',
  ],
  [
    'unsaid.md',
    'Changelog Markdown',
    'Ann Lee 1: Should we play the song?',
    'break 76: Fog Song',
    'Ann Lee 90: It is loud.',
    'Ben Ode 120: It is.',
  ],
  ['webex.vtt', 'WebVTT', 'Ann Lee 1: Welcome back.', 'Ben Ode 3: Thanks.', 'Ann Lee 5: Bye.'],
  ['whisper-cpp.json', 'Whisper JSON', '- 0.4: Welcome back. | Thanks.'],
  ['whisper.csv', 'CSV', '- 0: And so we begin, | with a "horn".'],
  ['whisper.json', 'Whisper JSON', '- 0.4: Welcome back. | Thanks.'],
  ['whisper.tsv', 'CSV', '- 0.4: Welcome back. | Thanks.'],
  [
    'whisperx.json',
    'Whisper JSON',
    'SPEAKER_00 0.4: Welcome back.',
    'SPEAKER_01 2.5: Thanks, 2024.',
  ],
  [
    'youtube-panel.txt',
    'Text with a time a line',
    '- 0: welcome back to the show about | fog and horns and | the sea and the people who | live by it',
  ],
  ['youtube-rolling.vtt', 'WebVTT', '- 0.16: hello everyone | welcome to the show | about fog'],
  ['youtube.sbv', 'SBV', '- 0.4: Welcome back. | Thanks.'],
  [
    'zoom.vtt',
    'WebVTT',
    'Ann Lee 0.4: Welcome back. | Here is a thing: fog.',
    'Ben Ode 2.5: Thanks.',
  ],
  [
    'speechmatics.json',
    'Speechmatics JSON',
    'Speaker 1 0.4: Welcome back.',
    'Speaker 2 2.5: Thanks',
  ],
  [
    'video-indexer.json',
    'JSON list of segments',
    'Speaker 1 0.4: Welcome back.',
    'Speaker 2 2.5: Thanks.',
  ],
  [
    'deepgram-channels.json',
    'Deepgram JSON',
    'Channel 0 0.4: Welcome back.',
    'Channel 1 2.5: Thanks.',
    'Channel 0 9: Bye.',
  ],
  [
    'assemblyai-words.json',
    'AssemblyAI JSON',
    'Speaker A 0.4: Welcome back.',
    'Speaker B 2.5: Thanks.',
  ],
  ['aws-items.json', 'AWS Transcribe JSON', 'spk_0 0.4: Welcome back.', 'spk_1 2.5: Thanks.'],
  ['openai-verbose.json', 'Whisper JSON', '- 0.4: Welcome back. | Thanks.'],
  [
    'google-v2.json',
    'Google Speech-to-Text JSON',
    'Speaker 1 0.4: Welcome back.',
    'Speaker 2 2.5: Thanks.',
  ],
  [
    'teams-document.txt',
    'SRT',
    'Ann Lee 0: Welcome back.',
    'Ben Ode 2.5: Thanks.',
    'Ann Lee 4.5: Bye.',
  ],
  [
    'captions-changes.srt',
    'SRT',
    'ANN 0: Welcome back.',
    '- 2: Thanks a lot.',
    'break 4: music',
    'ANN 6: Bye.',
  ],
]

const FIXTURES = join(import.meta.dirname, '../fixtures')

describe('every format says who spoke when', () => {
  for (const [file, format, ...items] of CASES) {
    it(`${file} is ${format}`, () => {
      const draft = readTranscript({ file, text: readFileSync(join(FIXTURES, file), 'utf8') })
      assert.equal(draft.format, format)
      const context = { file, language: 'en', cast: [], guests: [], speakers: {}, offset: 0 }
      assert.deepEqual(summary(resolveTranscript(draft, context).transcript), items)
    })
  }

  it('has a case for every fixture', () => {
    assert.deepEqual(CASES.map(([file]) => file).sort(), readdirSync(FIXTURES).sort())
  })

  it('has a name and a sign for every format', () => {
    for (const { name, sign } of FORMATS) assert.ok(name !== '' && sign !== '')
  })
})

describe('words with their own times keep them', () => {
  const rows = [
    ['whisper.json', [0, 8], [0.4, 0.8]],
    ['whisperx.json', [0, 8], [0.4, 0.8]],
    ['apple.ttml', [0, 8], [0.4, 0.8]],
    ['aws-transcribe.json', [0, 8], [0.4, 0.8]],
    ['youtube-rolling.vtt', [0, 6], [0.16, 0.48]],
    ['hyperaudio.html', [0, 8], [0.4, 0.8]],
  ] as const
  for (const [file, offsets, starts] of rows) {
    it(file, () => {
      const { pieces } = readTranscript({ file, text: readFileSync(join(FIXTURES, file), 'utf8') })
      const first = pieces.find(piece => piece.type === 'text')
      assert.deepEqual(first?.words, { offsets, starts })
    })
  }
})

function summary(transcript: Transcript): string[] {
  return transcript.items.map(item => {
    const time = item.start === undefined ? '?' : `${item.start}${item.estimated ? '~' : ''}`
    if (item.kind !== 'turn') return `${item.kind} ${time}: ${item.text}`
    const words = item.paragraphs.map(paragraph => paragraph.map(({ text }) => text).join(' | '))
    return `${item.speaker?.name ?? '-'} ${time}: ${words.join(' ¶ ')}`
  })
}
