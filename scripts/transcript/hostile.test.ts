import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readTranscript } from './read.ts'
import { type Context, resolveTranscript } from './resolve.ts'

const CONTEXT: Context = {
  file: 'x',
  language: 'en',
  cast: [],
  guests: [],
  speakers: {},
  offset: 0,
}
const SIZE = 1_000_000

/** A megabyte of something; the hours a bad pattern would take are this test's alarm. */
const HOSTILE: Readonly<Record<string, string>> = {
  'one line without an end': 'word '.repeat(SIZE / 5),
  'a million opening brackets': '['.repeat(SIZE),
  'a million round brackets': '('.repeat(SIZE),
  'nested marks': '[00:01'.repeat(SIZE / 6),
  'marks only': '[00:01] '.repeat(SIZE / 8),
  'names only': 'Tom: '.repeat(SIZE / 5),
  'a name a line': 'Tom: a\n'.repeat(SIZE / 7),
  'another name a line': Array.from({ length: SIZE / 12 }, (_, i) => `Person${i}: a`).join('\n'),
  stars: '*'.repeat(SIZE),
  'bold names': '**a'.repeat(SIZE / 3),
  underscores: '_a'.repeat(SIZE / 2),
  backticks: '`'.repeat(SIZE),
  backslashes: '\\'.repeat(SIZE),
  links: '[a]('.repeat(SIZE / 4),
  tildes: '~'.repeat(SIZE),
  'line ends': '\n'.repeat(SIZE),
  spaces: ' '.repeat(SIZE),
  'spaces after a word': `a${' '.repeat(SIZE)}b`,
  colons: ':'.repeat(SIZE),
  digits: '1'.repeat(SIZE),
  'open tags': '<'.repeat(SIZE),
  'nested tags': '<b>'.repeat(SIZE / 3),
  'nested blocks': '<div>'.repeat(SIZE / 5),
  'html of times': `<time>${'<cite>'.repeat(SIZE / 6)}<p>`,
  'data spans': '<span data-m="1">'.repeat(SIZE / 17),
  comments: '<!--'.repeat(SIZE / 4),
  'front matter': `---\n${'a: b\n'.repeat(SIZE / 5)}`,
  headings: '# a\n'.repeat(SIZE / 4),
  'vtt in one cue': `WEBVTT\n\n00:00.000 --> 00:01.000\n${'<v a>b'.repeat(SIZE / 6)}`,
  'vtt of entities': `WEBVTT\n\n00:00.000 --> 00:01.000\n${'&bogus;'.repeat(SIZE / 7)}`,
  'vtt of arrows': `WEBVTT\n\n${'-->'.repeat(SIZE / 3)}`,
  'vtt of timings': `WEBVTT\n\n${'00:00.000 --> 00:01.000\n'.repeat(SIZE / 24)}`,
  'vtt of ids': `WEBVTT\n\n${'a\n\n'.repeat(SIZE / 3)}`,
  'srt of one cue': `1\n00:00:00,000 --> 00:00:01,000\n${'{\\an8'.repeat(SIZE / 5)}`,
  'srt of cues in one second': '1\n00:00:00,000 --> 00:00:00,000\na\n\n'.repeat(SIZE / 35),
  'nested json': `${'['.repeat(SIZE / 2)}${']'.repeat(SIZE / 2)}`,
  'json of words': `[${'{"text":"a","start":1},'.repeat(SIZE / 23)}{"text":"b","start":2}]`,
  'nested json objects': `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
  'csv of quotes': `speaker,text\n${'"'.repeat(SIZE)}`,
  'csv of commas': `speaker,text\n${','.repeat(SIZE)}`,
  'nested ttml': `<tt>${'<p begin="1s">'.repeat(SIZE / 14)}`,
  'ttml of closed tags': `<tt><body>${'<p>a</p>'.repeat(SIZE / 8)}</body></tt>`,
  'spacelog stamps': '[00:00:00:00]\nA: b\n'.repeat(SIZE / 19),
  'control characters': '\u0001'.repeat(SIZE),
  'control characters on lines': 'a\u0001\n'.repeat(SIZE / 3),
  'conflict markers': '<<<<<<< a\n'.repeat(SIZE / 10),
  'lone surrogates': '\ud800 '.repeat(SIZE / 2),
  'right to left': '\u202e[00:01] a '.repeat(SIZE / 11),
}

describe('no file makes the reader throw or hang', () => {
  for (const [name, text] of Object.entries(HOSTILE)) {
    it(name, () => {
      const draft = readTranscript({ file: 'x', text })
      const { transcript } = resolveTranscript(draft, CONTEXT)
      const ids = transcript.items.flatMap(item => (item.kind === 'turn' ? [item.id] : []))
      assert.equal(new Set(ids).size, ids.length)
    })
  }

  const bit = fc.constantFrom(
    'WEBVTT\n\n',
    '00:00.000 --> 00:01.000',
    '-->',
    '\n',
    '\n\n',
    '[00:01:02]',
    '\\[',
    '\\]',
    '[',
    ']',
    '(0:05)',
    'Tom: ',
    '**Ann:** ',
    '<v Bo>',
    '</v>',
    '<',
    '>',
    '{"segments":[',
    '{"text":"a"}',
    ']}',
    '---\n',
    '# ',
    '> ',
    '1\n',
    'speaker,text\n',
    ',',
    '"',
    '<tt>',
    '<p begin="1s">',
    '</p></tt>',
    '<cite>',
    '<time>0:01</time>',
    'word ',
    '\u0000',
    '\u202e',
    'é',
    '[laughter]',
  )
  it('whatever its pieces', () => {
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 40 }), bits => {
        const { problems } = resolveTranscript(
          readTranscript({ file: 'x', text: bits.join('') }),
          CONTEXT,
        )
        for (const { message, fix } of problems) assert.ok(message !== '' && fix !== '')
      }),
      { numRuns: 1500, seed: 5 },
    )
  })

  it('whatever its letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        readTranscript({ file: 'x', text })
      }),
      { numRuns: 500, seed: 6 },
    )
  })
})
