import assert from 'node:assert/strict'
import { test } from 'node:test'
import { htmlToMarkdown } from './htmlToMarkdown.ts'

test('keeps paragraphs, lists, emphasis and links', () => {
  assert.equal(
    htmlToMarkdown(
      '<p>Hello <b>you</b> &amp; <a href="https://x.example/a_(b)">me</a></p><ul><li>One</li><li>Two</li></ul>',
    ),
    'Hello **you** & [me](https://x.example/a_%28b%29)\n\n- One\n- Two',
  )
})

test('plain text keeps its lines, and means what it says', () => {
  assert.equal(
    htmlToMarkdown('One & two\nnext line\n\n# 1 < 2 and *stars*'),
    'One & two\\\nnext line\n\n\\# 1 < 2 and \\*stars\\*',
  )
})

test('a bare address stays whole', () => {
  assert.equal(htmlToMarkdown('See https://x.example/a_b_c now'), 'See https://x.example/a_b_c now')
  assert.equal(
    htmlToMarkdown('<a href="https://x.example/a_b">https://x.example/a_b</a>'),
    '<https://x.example/a_b>',
  )
})

test('what runs or counts readers goes, and a frame becomes a link', () => {
  assert.equal(
    htmlToMarkdown(
      '<p>A<script>x()</script><style>p{}</style><img src="https://t.example/p.gif" width="1" height="1"></p><iframe src="https://v.example/1"></iframe>',
    ),
    'A\n\n<https://v.example/1>',
  )
})

test('only web addresses are linked', () => {
  assert.equal(
    htmlToMarkdown('<p><a href="javascript:alert(1)">click</a> <img src="data:x"></p>'),
    'click',
  )
})

test('HTML that nobody wrote by hand neither breaks nor stops it', () => {
  for (const [html, markdown] of [
    [`${'<div>'.repeat(20_000)}words`, 'words'],
    [`${'<b>'.repeat(5000)}words`, 'words'],
    [`${'<ul><li>'.repeat(2000)}words`, 'words'],
    [`a${' '.repeat(100_000)}b`, 'a b'],
    [`a${'<br>'.repeat(50_000)}b`, 'a\n\nb'],
    ['<'.repeat(200_000), '<'.repeat(200_000)],
  ] as const) {
    assert.equal(htmlToMarkdown(html), markdown)
  }
})

test('line breaks are breaks, and two of them a new paragraph', () => {
  assert.equal(htmlToMarkdown('<p>a<br>b<br><br>c<br></p>'), 'a\\\nb\n\nc')
})
