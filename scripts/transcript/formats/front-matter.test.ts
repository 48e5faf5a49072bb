import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Context, resolveTranscript } from '../resolve.ts'
import { draftFromLines } from './front-matter.ts'

const CONTEXT: Context = {
  file: 'e.md',
  language: 'en',
  cast: [],
  guests: [],
  speakers: {},
  offset: 0,
}

describe('a transcript in the front matter', () => {
  it('becomes turns and chapters', () => {
    const draft = draftFromLines(
      [
        { header: 'Introduction' },
        { line: 'Hi. [laughs]', sec: 172, time: '2:52', who: 'Marcello' },
        { line: 'And more.', sec: 180, time: 180, who: 'Marcello' },
        { line: 'Hello.', time: '3:10', who: 'Ann' },
        { line: 'No time.', who: 'Ann' },
        { line: 'Only words.' },
      ],
      { file: 'e.md', line: 12 },
    )
    const { transcript, chapters, problems } = resolveTranscript(draft, CONTEXT)
    assert.deepEqual(
      transcript.items.map(item => [
        item.kind,
        item.start,
        item.kind === 'turn'
          ? item.paragraphs.map(p => p.map(({ text }) => text).join(' '))
          : item.text,
      ]),
      [
        ['heading', 0, 'Introduction'],
        ['turn', 172, ['Hi. [laughs]', 'And more.']],
        ['turn', 190, ['Hello.', 'No time.', 'Only words.']],
      ],
    )
    assert.deepEqual(chapters, [{ start: 0, title: 'Introduction' }])
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [
        ['unresolved-speaker', 12],
        ['unresolved-speaker', 12],
      ],
    )
  })

  it('keeps the words of a line whose time is none, and says so', () => {
    const draft = draftFromLines([{ line: 'Hi.', time: '37:567', who: 'Ann' }], { file: 'e.md' })
    assert.deepEqual(
      draft.problems.map(({ code }) => code),
      ['bad-time'],
    )
    assert.ok(draft.pieces.some(piece => piece.type === 'text' && piece.text === 'Hi.'))
  })

  it('takes anything without a complaint of ours', () => {
    for (const lines of [undefined, null, 'x', 3, [], [null, 3, ['a'], { line: { a: 1 } }]]) {
      assert.deepEqual(draftFromLines(lines, { file: 'e.md' }).pieces, [])
    }
  })
})
