import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readTranscript } from './read.ts'

describe('a file of no known format', () => {
  it('is told what was looked for and what its first lines look like', () => {
    const { problems, pieces } = readTranscript({ file: 'x.txt', text: '{a: 1}\n%%%\n' })
    assert.deepEqual(pieces, [])
    assert.equal(problems[0]?.code, 'unknown-format')
    assert.match(problems[0]?.message ?? '', /it starts with "\{a: 1\}", "%%%"\.$/)
    assert.match(problems[0]?.fix ?? '', /WebVTT \(a first line WEBVTT\)/)
  })

  it('is told where its data breaks off', () => {
    const [first] = readTranscript({ file: 'x.json', text: '[{"start":0,"end":1.1' }).problems
    assert.equal(first?.code, 'broken-transcript')
    assert.match(first?.message ?? '', /^This looks like JSON, but it can't be read: /)
  })

  it('is told when it is known but holds no words', () => {
    const [first] = readTranscript({ file: 'x.vtt', text: 'WEBVTT\n\nNOTE nothing\n' }).problems
    assert.equal(first?.code, 'broken-transcript')
    assert.match(first?.message ?? '', /^This looks like WebVTT, .* there are no words in it\.$/)
  })

  it('is told that it is empty when it is', () => {
    assert.match(readTranscript({ file: 'x.txt', text: ' \n' }).problems[0]?.message ?? '', /empty/)
  })
})

describe('what does not belong into text is left out with its line', () => {
  it('control characters', () => {
    const { problems, pieces } = readTranscript({
      file: 'x.vtt',
      text: 'WEBVTT\n\n00:00.000 --> 00:01.000\na\u001db\n',
    })
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [['control-character', 4]],
    )
    assert.ok(pieces.some(piece => piece.type === 'text' && piece.text === 'ab'))
  })

  it('the marker lines of a merge, without ending their cue', () => {
    const { problems, pieces } = readTranscript({
      file: 'x.vtt',
      text: 'WEBVTT\n\n00:00.000 --> 00:01.000\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> b\n',
    })
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [
        ['conflict-marker', 4],
        ['conflict-marker', 6],
        ['conflict-marker', 8],
      ],
    )
    assert.deepEqual(
      pieces.map(piece => (piece.type === 'text' ? piece.text : piece.type)),
      ['one two'],
    )
  })

  it('a byte order mark and carriage returns are nothing', () => {
    const { pieces } = readTranscript({
      file: 'x',
      text: '\ufeffWEBVTT\r\n\r\n00:00.000 --> 00:01.000\r\nHi.\r\n',
    })
    assert.deepEqual(
      pieces.map(piece => (piece.type === 'text' ? piece.text : piece.type)),
      ['Hi.'],
    )
  })
})

it('a page of words where a name should be is cut, and said to be', () => {
  const speaker = 'word '.repeat(50_000)
  const segments = [{ speaker, startTime: 0, endTime: 4, body: 'Hello.' }]
  const text = JSON.stringify({ version: '1.0.0', segments })
  const { pieces, problems } = readTranscript({ file: 'x.json', text })
  const label = pieces.flatMap(piece => (piece.type === 'speaker' ? [piece.label ?? ''] : []))[0]
  assert.ok(label && label.length <= 201 && label.endsWith('word…'))
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['long-label'],
  )
})

it('what is no character reaches no page', () => {
  const escaped =
    '{"version":"1.0.0","segments":[{"startTime":0,"endTime":1,"body":"a\\uFFFEb\uffff"}]}'
  const { pieces } = readTranscript({ file: 'x.json', text: escaped })
  assert.ok(pieces.some(piece => piece.type === 'text' && piece.text === 'ab'))
})

it('a time beyond any recording is none', () => {
  const text =
    '{"version":"1.0.0","segments":[{"startTime":1e308,"endTime":1e309,"body":"Hello."}]}'
  const { pieces } = readTranscript({ file: 'x.json', text })
  assert.ok(pieces.some(piece => piece.type === 'text' && piece.start === undefined))
})
