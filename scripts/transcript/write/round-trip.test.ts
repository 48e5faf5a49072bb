import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Transcript, Turn } from '../../model/transcript.ts'
import { textOf } from '../../model/transcript.ts'
import type { Draft, Piece } from '../draft.ts'
import { readTranscript } from '../read.ts'
import { type Context, resolveTranscript } from '../resolve.ts'
import { writeJson } from './json.ts'
import { writeMarkdown } from './markdown.ts'
import { writeSrt } from './srt.ts'
import { writeText } from './text.ts'
import { writeVtt } from './vtt.ts'

const { WebVTTParser } = createRequire(import.meta.url)(
  'webvtt-parser',
) as typeof import('webvtt-parser')

const CONTEXT: Context = {
  file: 'x',
  language: 'en',
  cast: [],
  guests: [],
  speakers: {},
  offset: 0,
}
const ABOUT = { title: 'Fog: a title' }

const EXPORTS = { vtt: writeVtt, srt: writeSrt, json: writeJson, txt: writeText, md: writeMarkdown }

/** What every export gives back: who, when, whether that is sure, and the words. */
function turnsOf(transcript: Transcript): object[] {
  return transcript.items
    .filter((item): item is Turn => item.kind === 'turn')
    .map(turn => ({
      speaker: turn.speaker?.name,
      start: turn.start,
      estimated: turn.estimated,
      words: turn.paragraphs.map(textOf).join(' '),
    }))
}

function again(text: string, extension: string): Transcript {
  return resolveTranscript(readTranscript({ file: `x.${extension}`, text }), CONTEXT).transcript
}

const word = fc.constantFrom(
  'fog',
  'Horn',
  'sea,',
  'We',
  'über',
  'the',
  '1958',
  "it's",
  'light',
  'why?',
  'end.',
)
const words = fc.array(word, { minLength: 1, maxLength: 45 }).map(list => `${list.join(' ')}.`)
const hard = fc
  .string({
    unit: fc.constantFrom(
      'a',
      'B',
      ' ',
      '&',
      '<',
      '>',
      '*',
      '_',
      '`',
      '\\',
      '#',
      '~',
      'é',
      '中',
      '"',
      "'",
    ),
    minLength: 1,
    maxLength: 60,
  })
  .map(text => `${text} end.`.replace(/\s+/g, ' ').trim())

interface Said {
  readonly who: number
  readonly gap: number
  readonly timed: boolean
  readonly sound: boolean
  readonly more: string | undefined
  readonly text: string
}

function said(text: fc.Arbitrary<string>): fc.Arbitrary<Said> {
  return fc.record({
    who: fc.integer({ min: 1, max: 3 }),
    gap: fc.integer({ min: 1000, max: 90_000 }),
    timed: fc.boolean(),
    sound: fc.boolean(),
    more: fc.option(text, { nil: undefined }),
    text,
  })
}

const NAMES = ['Ann Lee', 'Ben Ode', 'Łukasz Cy', 'Dé Du']
/** Written small, surname first, as numbers or longer than a line: what no reader would take for names. */
const ODD_NAMES = ['timpritlove', 'Ode, Ben', '1', 'Hubertus von und zu Lee, who sits at the back']

/** Words that look like names, times, sounds, breaks and headings. */
const misleading = fc
  .array(
    fc.constantFrom(
      'Interesting: you',
      'Cities: Skylines',
      'says:',
      'Ann Lee: yes',
      'at 12:30 or 1:02:03',
      '- and',
      'f***',
      '_token',
      '## two',
      '≈ ten',
      '>> so',
      '[laughs]',
      '(laughs)',
      'list[item]',
      '<p>',
      'a --> b',
      '{x}',
      '1.',
      'Unknown: who?',
      'supercalifragilisticexpialidocious:',
    ),
    { minLength: 1, maxLength: 20 },
  )
  .map(list => `${list.join(' ')} end.`)

/** Turns of different people, some with exact times, some estimated between them. */
function transcriptOf(list: readonly Said[], names: readonly string[] = NAMES): Transcript {
  const pieces: Piece[] = []
  let time = 0
  let who = 0
  const next = (by: number): Piece => {
    who = (who + by) % Math.max(1, names.length)
    return { type: 'speaker', label: names[who], line: 1 }
  }
  for (const [i, one] of list.entries()) {
    pieces.push({ type: 'paragraph', line: 1 }, next(one.who))
    if (one.timed || i === 0) pieces.push({ type: 'mark', time: time / 1000, line: 1 })
    pieces.push({ type: 'text', text: one.text, line: 1 })
    if (one.sound) pieces.push({ type: 'sound', text: '[laughter]', line: 1 })
    if (one.more !== undefined)
      pieces.push({ type: 'paragraph', line: 1 }, { type: 'text', text: one.more, line: 1 })
    time += one.gap
  }
  pieces.push({ type: 'paragraph', line: 1 }, next(1))
  pieces.push(
    { type: 'mark', time: time / 1000, line: 1 },
    { type: 'text', text: 'Good bye.', line: 1 },
  )
  const draft: Draft = { format: 'test', pieces, problems: [] }
  return resolveTranscript(draft, CONTEXT).transcript
}

describe('reading our own export gives back the same turns, words and times', () => {
  for (const [extension, write] of Object.entries(EXPORTS)) {
    it(`for any words, as ${extension}`, () => {
      fc.assert(
        fc.property(fc.array(said(words), { minLength: 4, maxLength: 12 }), list => {
          const transcript = transcriptOf(list)
          assert.deepEqual(turnsOf(again(write(transcript, ABOUT), extension)), turnsOf(transcript))
        }),
        { numRuns: 60, seed: 1 },
      )
    })
  }

  for (const [extension, write] of Object.entries(EXPORTS)) {
    it(`for words full of markup, as ${extension}`, () => {
      fc.assert(
        fc.property(fc.array(said(hard), { minLength: 4, maxLength: 8 }), list => {
          const transcript = transcriptOf(list)
          assert.deepEqual(turnsOf(again(write(transcript, ABOUT), extension)), turnsOf(transcript))
        }),
        { numRuns: 60, seed: 2 },
      )
    })

    it(`for words that look like names, and names that don’t, as ${extension}`, () => {
      fc.assert(
        fc.property(
          fc.array(said(misleading), { minLength: 1, maxLength: 8 }),
          fc.constantFrom(NAMES, ODD_NAMES, []),
          (list, names) => {
            const transcript = transcriptOf(list, names)
            const back = again(write(transcript, ABOUT), extension)
            assert.deepEqual(turnsOf(back), turnsOf(transcript))
          },
        ),
        { numRuns: 150, seed: 5 },
      )
    })
  }

  const FIXTURES = join(import.meta.dirname, '../fixtures')
  for (const file of readdirSync(FIXTURES)) {
    const { transcript } = resolveTranscript(
      readTranscript({ file, text: readFileSync(join(FIXTURES, file), 'utf8') }),
      CONTEXT,
    )
    for (const [extension, write] of Object.entries(EXPORTS)) {
      it(`for ${file}, as ${extension}`, () => {
        const back = again(write(transcript, ABOUT), extension)
        assert.deepEqual(turnsOf(back), turnsOf(transcript))
      })
    }

    it(`for ${file}, as WebVTT and SRT that players take`, () => {
      const { cues, errors } = new WebVTTParser().parse(writeVtt(transcript, ABOUT))
      assert.deepEqual(errors, [])
      for (const { text } of cues) assertFits(text.replace(/^<v [^>]*>/, ''), 65)
      for (const card of writeSrt(transcript, ABOUT).trim().split('\n\n'))
        assertFits(card.split('\n').slice(2).join('\n'), 32)
    })
  }
})

function assertFits(text: string, width: number): void {
  const lines = text.replace(/&[a-z]+;/g, '&').split('\n')
  // A name may be longer than a line, and so may a word; nothing stands beside them then.
  const fits = (line: string) => line.length <= width || /^(?:≈\?? )?[^:]+:$|^\S+$/.test(line)
  assert.ok(lines.length <= 2 && lines.every(fits), text)
}

describe('exports keep to their forms', () => {
  it('WebVTT is read by another parser without an error, in lines of 65 at most two a cue', () => {
    fc.assert(
      fc.property(fc.array(said(hard), { minLength: 1, maxLength: 8 }), list => {
        const text = writeVtt(transcriptOf(list), ABOUT)
        const { cues, errors } = new WebVTTParser().parse(text, 'metadata')
        assert.deepEqual(errors, [])
        for (const cue of cues) {
          assert.ok(cue.endTime > cue.startTime)
          const lines = cue.text.replace(/<v [^>]*>/, '').split('\n')
          assert.ok(lines.length <= 2)
        }
      }),
      { numRuns: 60, seed: 3 },
    )
  })

  it('SRT has at most two lines of 32 letters a card and counts from one', () => {
    fc.assert(
      fc.property(fc.array(said(words), { minLength: 1, maxLength: 8 }), list => {
        const cards = writeSrt(transcriptOf(list), ABOUT).trim().split('\n\n')
        for (const [i, card] of cards.entries()) {
          const [number, time, ...lines] = card.split('\n')
          assert.equal(number, String(i + 1))
          assert.match(time ?? '', /^\d\d:\d\d:\d\d,\d{3} --> \d\d:\d\d:\d\d,\d{3}$/)
          assert.ok(lines.length <= 2 && lines.every(line => line.length <= 32), card)
        }
      }),
      { numRuns: 60, seed: 4 },
    )
  })

  it('says in every export that a time is estimated', () => {
    const said = { who: 1, gap: 9000, sound: false, more: undefined, text: 'Some words.' }
    const transcript = transcriptOf([
      { ...said, timed: true },
      { ...said, timed: false },
    ])
    assert.match(writeVtt(transcript, ABOUT), /^2\.1\.1~\n/m)
    assert.match(writeSrt(transcript, ABOUT), /^≈ Łukasz Cy: Some words\.$/m)
    assert.match(writeJson(transcript, ABOUT), /"estimated":true/)
    assert.match(writeText(transcript, ABOUT), /^\[≈\d\d:\d\d\.?\d*\] Łukasz Cy: Some words\.$/m)
    assert.match(
      writeMarkdown(transcript, ABOUT),
      /^\[≈\d\d:\d\d\.?\d*\] \*\*Łukasz Cy:\*\* Some words\.$/m,
    )
  })

  it('text and Markdown say under their title what the sign means', () => {
    const transcript = transcriptOf([
      { who: 1, gap: 9000, timed: true, sound: false, more: undefined, text: 'Words.' },
    ])
    const note = 'A time with ≈ is estimated.'
    assert.match(writeText(transcript, ABOUT), new RegExp(`^Fog: a title\n=+\n\n${note}\n\n\\[`))
    assert.match(writeMarkdown(transcript, ABOUT), new RegExp(`^# Fog: a title\n\n${note}\n\n\\[`))
  })

  it('SRT has words with a colon stand so that other players take no name from them either', () => {
    const text = 'Interesting: you hear.'
    const [first] = transcriptOf([
      { who: 1, gap: 9000, timed: true, sound: true, more: text, text: 'Words.' },
    ]).items
    const srt = writeSrt({ ...transcriptOf([]), items: first ? [first] : [] }, ABOUT)
    assert.match(srt, /^1\n.+\nBen Ode: Words\.\u00a0\n/)
    assert.match(srt, /\n≈ Interesting:\u00a0you hear\.\n/)
  })

  it('writes the same bytes twice', () => {
    const transcript = transcriptOf([
      { who: 1, gap: 9000, timed: true, sound: true, more: 'More.', text: 'Words.' },
    ])
    for (const write of Object.values(EXPORTS))
      assert.equal(write(transcript, ABOUT), write(transcript, ABOUT))
  })
})
