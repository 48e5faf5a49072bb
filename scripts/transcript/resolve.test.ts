import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { CastMember, Guest } from '../model/show.ts'
import type { Turn } from '../model/transcript.ts'
import { readTranscript } from './read.ts'
import { type Context, type Resolved, resolveTranscript } from './resolve.ts'

function guest(slug: string, name: string, ...aliases: string[]): Guest {
  return { slug, name, aliases, links: [], bio: '' as Guest['bio'], host: false }
}

const TOM = guest('tom', 'Tom Gilbert')
const NATHAN = guest('nathan-lambert', 'Nathan Lambert', 'Nathan')
const OTHER_TOM = guest('tom-hanks', 'Tom Hanks')
const CAST: readonly CastMember[] = [
  { guest: TOM, role: 'host' },
  { guest: NATHAN, role: 'guest' },
]

function read(text: string, more: Partial<Context> = {}): Resolved {
  const context: Context = {
    file: 'x.txt',
    language: 'en',
    cast: CAST,
    guests: [TOM, NATHAN, OTHER_TOM],
    speakers: {},
    offset: 0,
    ...more,
  }
  return resolveTranscript(readTranscript({ file: 'x.txt', text }), context)
}

function turns({ transcript }: Resolved): Turn[] {
  return transcript.items.filter((item): item is Turn => item.kind === 'turn')
}

function keys(resolved: Resolved): (string | undefined)[] {
  return turns(resolved).map(turn => turn.speaker?.key)
}

function codes({ problems }: Resolved): string[] {
  return problems.map(({ code }) => code)
}

const SEED = join(
  process.env['VERBATIM_CORPUS'] ?? join(import.meta.dirname, '../../../shared/corpus'),
  'descript-inline/the-retort-episode-4.txt',
)

describe('the seed transcript', { skip: existsSync(SEED) ? false : `no file at ${SEED}` }, () => {
  if (!existsSync(SEED)) return
  const resolved = read(readFileSync(SEED, 'utf8'), { duration: 3464 })
  const all = turns(resolved)
  const segments = all.flatMap(turn => turn.paragraphs.flat())

  it('has 77 turns, by turns of the two people', () => {
    assert.equal(all.length, 77)
    assert.deepEqual(
      keys(resolved),
      all.map((_, i) => (i % 2 === 0 ? 'tom' : 'nathan-lambert')),
    )
  })

  it('has its 58 marks as exact whole minutes, and none in the words', () => {
    const marks = segments.filter(segment => segment.mark)
    assert.deepEqual(
      marks.map(({ start }) => start),
      Array.from({ length: 58 }, (_, i) => i * 60),
    )
    assert.ok(marks.every(({ estimated }) => !estimated))
    assert.ok(segments.every(({ text }) => !/\[\d/.test(text)))
  })

  it('starts at 0 and never goes back', () => {
    assert.equal(all[0]?.start, 0)
    const starts = segments.map(({ start }) => start ?? Number.NaN)
    assert.ok(starts.every((start, i) => i === 0 || start >= (starts[i - 1] ?? 0)))
    assert.ok((starts.at(-1) ?? 0) < 3464)
  })

  it('holds nothing of the page', () => {
    const words = segments.map(({ text }) => text).join(' ')
    assert.doesNotMatch(words, /Previous|Episode 4_transcript|Creators and Guests|Apple Podcasts/)
    assert.match(words, /^Hi, Nate\. Hey, Tom\./)
    assert.match(words, /Bye for now$/)
  })
})

describe('labels become people', () => {
  const rows = [
    ['Tom', 'tom'],
    ['TOM', 'tom'],
    ['Tom (host)', 'tom'],
    ['**Tom**', 'tom'],
    ['tom gilbert', 'tom'],
    ['Tom G.', 'tom'],
    ['Nathan', 'nathan-lambert'],
    ['Lambert', 'nathan-lambert'],
    ['Lambert, Nathan (Guest)', 'nathan-lambert'],
    ['nathan-lambert', 'nathan-lambert'],
    ['NL', 'nathan-lambert'],
    ['Tom Hanks', 'tom-hanks'],
    ['Ann', 'Ann'],
  ] as const
  for (const [label, key] of rows) {
    it(`${label} is ${key}`, () => {
      const json = JSON.stringify({
        version: '1.0.0',
        segments: [{ speaker: label, startTime: 0, body: 'Hi.' }],
      })
      assert.deepEqual(keys(read(json)), [key])
    })
  }

  it('takes the word of the episode for it, by slug or by name', () => {
    const json = JSON.stringify([
      { start: 0, end: 1, text: 'Hi.', speaker: 'SPEAKER_00' },
      { start: 1, end: 2, text: 'Ho.', speaker: 'SPEAKER_01' },
    ])
    const resolved = read(json, { speakers: { SPEAKER_00: 'tom', SPEAKER_01: 'Someone Else' } })
    assert.deepEqual(keys(resolved), ['tom', 'Someone Else'])
    assert.deepEqual(codes(resolved), [])
  })

  it('asks when two of the cast fit', () => {
    const cast: readonly CastMember[] = [
      { guest: guest('tom-gilbert', 'Tom Gilbert'), role: 'host' },
      { guest: OTHER_TOM, role: 'guest' },
    ]
    const resolved = read('Tom: Hi.\n\nNathan: Ho.\n', { cast })
    assert.ok(codes(resolved).includes('ambiguous-speaker'))
  })

  for (const label of ['Break', 'Intro', 'Outro', 'Jingle', 'Music']) {
    it(`${label} is no person`, () => {
      const resolved = read(`**Tom:** Hi.\n\n**${label}:** [01:00]\n\n**Nathan:** Ho.\n`)
      assert.deepEqual(keys(resolved), ['tom', 'nathan-lambert'])
      assert.deepEqual(
        resolved.transcript.items.filter(item => item.kind === 'break').map(({ start }) => start),
        [60],
      )
      assert.deepEqual(codes(resolved), [])
    })
  }

  it('a note or a title with a colon is no person', () => {
    const resolved = read(
      'Fog: a title\n\nTom: Hi.\nNote: fog is wet.\n\nNathan: Ho.\n\nTom: Bye.\n',
    )
    assert.deepEqual(keys(resolved), ['tom', 'nathan-lambert', 'tom'])
  })

  it('a word before a colon is a name only if the episode knows it', () => {
    const lines =
      'Tom: Hi.\nMore.\nMore of it.\nNathan: Ho.\nMore.\nAnd more.\nTom: So.\nMore.\nNathan: Yes.\nMore.\n'
    assert.deepEqual(keys(read(`${lines}Rule: be kind.\nMore.\nMore.\n`)), [
      'tom',
      'nathan-lambert',
      'tom',
      'nathan-lambert',
    ])
    assert.equal(keys(read(`${lines}Tom Hanks: Be kind.\nMore.\nMore.\n`)).at(-1), 'tom-hanks')
  })

  it('who is named and says nothing does not end the turn of another', () => {
    const resolved = read('**Tom:** One.\n\n**Nathan: **\n\n**Tom:** Two.\n\n**Nathan:** Three.\n')
    assert.deepEqual(keys(resolved), ['tom', 'nathan-lambert'])
    assert.equal(turns(resolved)[0]?.paragraphs.length, 2)
  })

  it('notices two spellings of one name', () => {
    const resolved = read(
      'Jelle Zijlstra: Hi.\n\nJelle Zıjlstre: Ho.\n\nJelle Zijlstra: Hi.\n\nJelle Zıjlstre: Ho.\n',
    )
    assert.ok(codes(resolved).includes('similar-labels'))
  })
})

describe('times are exact, estimated or unknown', () => {
  it('estimates between marks and says so', () => {
    const [first, second, third] = turns(
      read('Tom: [00:00:10] One two three.\nNathan: Four five six.\nTom: [00:00:20] Seven.\n'),
    )
    assert.deepEqual([first?.start, first?.estimated], [10, undefined])
    assert.equal(second?.estimated, true)
    assert.ok((second?.start ?? 0) > 10 && (second?.start ?? 0) < 20)
    assert.deepEqual([third?.start, third?.estimated], [20, undefined])
  })

  it('gives a mark at the end of a turn to the next one', () => {
    const [, second] = turns(
      read('Tom: [00:00:00] Is [00:01:00]\nNathan: that so?\nTom: [00:02:00] Yes.\n'),
    )
    assert.deepEqual([second?.start, second?.estimated], [60, undefined])
  })

  it('leaves what nobody knows unknown', () => {
    const resolved = read('Tom: Hi.\n\nNathan: Ho.\n', { duration: 100 })
    assert.deepEqual(
      turns(resolved).map(({ start }) => start),
      [undefined, undefined],
    )
  })

  it('keeps a time that goes back where it stands, and reports it once', () => {
    const resolved = read(
      '[00:10] **Tom:** a\n\n[40:00] **Nathan:** b\n\n[00:20] **Tom:** c\n\n[00:30] **Nathan:** d\n',
    )
    assert.deepEqual(
      turns(resolved).map(({ start }) => start),
      [10, 2400, 20, 30],
    )
    assert.deepEqual(codes(resolved), ['backward-time'])
  })

  it('adds the offset, and knows no time before the start', () => {
    const resolved = read('[00:10] **Tom:** a\n\n[00:20] **Nathan:** b\n\n[00:30] **Tom:** c\n', {
      offset: -15,
    })
    assert.deepEqual(
      turns(resolved).map(({ start }) => start),
      [0, 5, 15],
    )
    assert.deepEqual(
      turns(resolved).map(({ estimated }) => estimated),
      [true, undefined, undefined],
    )
    assert.deepEqual(codes(resolved), ['negative-time'])
  })

  it('makes chapters of headings', () => {
    const { chapters } = read(
      '[00:00] **Tom:** a\n\n## [00:10] Fog\n\n[00:10] **Nathan:** b\n\n## Horns\n\n[00:30] **Tom:** c\n',
    )
    assert.deepEqual(
      chapters.map(({ title }) => title),
      ['Fog', 'Horns'],
    )
    assert.equal(chapters[0]?.start, 10)
  })
})

describe('ids are made of time', () => {
  const id = (text: string) => turns(read(text)).map(turn => turn.id)
  it('in whole seconds', () => {
    assert.deepEqual(id('[01:02.9] **Tom:** a\n\n[01:05] **Nathan:** b\n'), ['t=62', 't=65'])
  })
  it('with decimals where two turns share one', () => {
    assert.deepEqual(
      id('[01:02.1] **Tom:** a\n\n[01:02.9] **Nathan:** b\n\n[01:02.94] **Tom:** c\n'),
      ['t=62', 't=62.9', 't=62.94'],
    )
  })
  it('with the smallest free decimal where the times are the same', () => {
    assert.deepEqual(id('[01:02] **Tom:** a\n\n[01:02] **Nathan:** b\n\n[01:02] **Tom:** c\n'), [
      't=62',
      't=62.1',
      't=62.2',
    ])
  })
  it('or of words where the time is unknown', () => {
    assert.deepEqual(id('Tom: Hi there, Nate!\n\nNathan: Hi there, Nate!\n'), [
      'w=hi-there-nate',
      'w=hi-there-nate-2',
    ])
  })
})

describe('turns', () => {
  it('hold what one speaker says before another speaks', () => {
    const resolved = read('Tom: One.\n\nTom: Two.\n\nNathan: Three.\n')
    assert.deepEqual(
      turns(resolved).map(turn => turn.paragraphs.length),
      [2, 1],
    )
  })

  it('of nobody are one paragraph each, with an id each', () => {
    const text = Array.from(
      { length: 60 },
      (_, i) =>
        `${i + 1}\n00:00:${String(i).padStart(2, '0')},000 --> 00:00:${String(i).padStart(2, '0')},900\nSome words of a sentence here.\n`,
    ).join('\n')
    const all = turns(read(text))
    assert.ok(all.length > 2)
    assert.ok(all.every(turn => turn.paragraphs.length === 1 && turn.speaker === undefined))
    assert.equal(new Set(all.map(turn => turn.id)).size, all.length)
  })

  it('keep sounds apart from words', () => {
    const [turn] = turns(
      read(
        'Tom: So [laughter] yes (laughs). See [unintelligible 00:15:02.10] there.\n\nNathan: Ho.\n',
      ),
    )
    assert.deepEqual(
      turn?.paragraphs[0]?.map(({ text, sound }) => [text, sound]),
      [
        ['So', undefined],
        ['[laughter]', true],
        ['yes', undefined],
        ['[laughs]', true],
        ['. See', undefined],
        ['[unintelligible 00:15:02.10]', true],
        ['there.', undefined],
      ],
    )
  })
})
