import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { render } from 'preact-render-to-string'
import type { Chapter } from '../../scripts/model/show.ts'
import type { Segment, Transcript, Turn } from '../../scripts/model/transcript.ts'
import { TranscriptText } from './transcript.tsx'

const ada = { key: 'ada-moor', name: 'Ada Moor', guest: 'ada-moor' }

function turn(
  start: number | undefined,
  segments: readonly Segment[],
  more: Partial<Turn> = {},
): Turn {
  return {
    kind: 'turn',
    id: start === undefined ? 'w=some-words' : `t=${Math.floor(start)}`,
    speaker: ada,
    paragraphs: [segments],
    ...(start === undefined ? {} : { start }),
    ...more,
  }
}

function htmlOf(
  items: Transcript['items'],
  chapters: readonly Chapter[] = [],
  language = 'en',
): string {
  const transcript: Transcript = { language, format: 'test', file: 'a.txt', items, speakers: [ada] }
  const voices = new Map([['ada-moor', 'v0']])
  const props = { transcript, chapters, voices, words: false }
  return render(<TranscriptText {...props} />)
}

const LONG = 'We walked along the pier and counted gulls until noon.'

describe('a transcript on the page', () => {
  test('a turn carries its id and its speaker, and its time is a link to it', () => {
    const html = htmlOf([turn(754, [{ text: LONG, start: 754 }])])
    assert.match(html, /<div class="turn" id="t=754" data-speaker="ada-moor">/)
    assert.match(html, /<a href="#t=754" aria-label="12:34, 12 minutes 34 seconds">12:34<\/a>/)
    assert.match(html, /<b class="v0">Ada Moor<\/b><p data-t="754">We walked/)
  })

  test('an estimated time looks and sounds estimated', () => {
    const html = htmlOf([turn(62.4, [{ text: LONG, start: 62.4 }], { estimated: true })])
    assert.match(
      html,
      /class="est" href="#t=62" aria-label="≈ 1:02, about 1 minute 2 seconds">≈ 1:02</,
    )
  })

  test('a mark is a quiet linked time where it stood, and a target of its own', () => {
    const html = htmlOf([
      turn(90, [
        { text: LONG, start: 90 },
        { text: 'Then it rained.', start: 120, mark: true },
      ]),
    ])
    assert.match(
      html,
      /<i data-t="120" id="t=120"><a class="mark" href="#t=120"[^>]*>2:00<\/a> Then/,
    )
  })

  test('a mark leaves an id to the turn that has it', () => {
    const html = htmlOf([
      turn(90, [
        { text: LONG, start: 90 },
        { text: 'and', start: 120, mark: true },
      ]),
      turn(120, [{ text: LONG, start: 120 }]),
    ])
    assert.equal(html.split('id="t=120"').length, 2)
  })

  test('a turn whose time nobody knows has a link and no time', () => {
    const html = htmlOf([turn(undefined, [{ text: LONG }])])
    assert.match(html, /id="w=some-words"/)
    assert.match(html, /href="#w=some-words"/)
    assert.doesNotMatch(html, /data-t|0:00/)
  })

  test('words of nobody have no name, and an empty speaker', () => {
    const { speaker: _, ...nobody } = turn(5, [{ text: LONG, start: 5 }])
    const html = htmlOf([nobody])
    assert.match(html, /data-speaker>/)
    assert.doesNotMatch(html, /<b/)
  })

  test('segments are joined by a space, and tight ones by nothing', () => {
    const html = htmlOf([
      turn(0, [
        { text: '今日は', start: 0 },
        { text: '雨です', start: 2, tight: true },
        { text: 'ね', start: 3 },
      ]),
    ])
    assert.match(html, />今日は<\/i><i data-t="2">雨です<\/i> <i data-t="3">ね</)
  })

  test('markup in words is words', () => {
    assert.match(
      htmlOf([turn(0, [{ text: '<script>x</script> & so on' }])]),
      /&lt;script>x&lt;\/script> &amp; so on/,
    )
  })

  test('a chapter stands before the turn that begins nearest to it', () => {
    const html = htmlOf(
      [turn(0, [{ text: LONG, start: 0 }]), turn(58, [{ text: LONG, start: 58 }])],
      [
        { start: 0, title: 'Hello' },
        { start: 60, title: 'The rain' },
        { start: 61, title: 'Unlisted', hidden: true },
      ],
    )
    const order = [...html.matchAll(/<h3|class="turn"/g)].map(([found]) => found)
    assert.deepEqual(order, ['<h3', 'class="turn"', '<h3', 'class="turn"'])
    assert.doesNotMatch(html, /Unlisted/)
  })

  test('a transcript is set in its own language and direction', () => {
    assert.match(htmlOf([turn(0, [{ text: 'שלום' }])], [], 'he'), /lang="he" dir="rtl"/)
    assert.match(htmlOf([turn(0, [{ text: 'Hello' }])]), /lang="en" dir="ltr">/)
  })
})
