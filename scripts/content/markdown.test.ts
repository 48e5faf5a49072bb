import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderMarkdown } from './markdown.ts'

const render = (text: string, duration?: number) =>
  renderMarkdown(text, {
    file: 'a.md',
    line: 5,
    link: href => ({ href }),
    image: src => ({ src }),
    moments: duration === undefined ? {} : { duration },
  })

test('a time becomes a link to the moment', () => {
  assert.equal(
    render('At 1:02:03 the horn.').html,
    '<p>At <a href="#t=3723" class="moment-link">1:02:03</a> the horn.</p>\n',
  )
})

test('what only looks like a time stays as it is', () => {
  for (const text of [
    '`12:34`',
    'http://x.org/12:34',
    '2026-01-01T12:34:56',
    '1:75',
    'a ratio of 3:2',
  ]) {
    assert.equal(render(text).html.includes('moment-link'), false, text)
  }
  assert.equal(render('At 9:00 we start', 60).html.includes('moment-link'), false)
})

test('HTML and template syntax are shown as text, and said to be', () => {
  const { html, problems } = render('Hello\n<script>alert(1)</script> {{ x }}')
  assert.equal(html, '<p>Hello\n&lt;script&gt;alert(1)&lt;/script&gt; {{ x }}</p>\n')
  assert.deepEqual(
    problems.map(p => [p.code, p.line]),
    [
      ['html-as-text', 6],
      ['template-as-text', 6],
    ],
  )
})

test('code may show HTML and templates without a word', () => {
  assert.deepEqual(render('`<b>` and\n\n```\n{{ x }}\n```\n').problems, [])
})

test('links that run code are no links', () => {
  assert.equal(render('[x](javascript:alert(1))').html.includes('<a'), false)
})

test('an editor’s # is the second level, below the page’s own title', () => {
  assert.equal(render('# A').html, '<h2>A</h2>\n')
})

test('a picture without a description is said to have none', () => {
  assert.deepEqual(
    render('![](a.jpg)').problems.map(p => p.code),
    ['missing-alt'],
  )
})

test('the lead is the first paragraph in plain words', () => {
  assert.equal(render('# Title\n\nSome *bold* [words](x).\n\nMore.').lead, 'Some bold words.')
})
