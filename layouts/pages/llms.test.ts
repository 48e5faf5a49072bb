import assert from 'node:assert/strict'
import { test } from 'node:test'
import MarkdownIt from 'markdown-it'
import type { Show } from '../../scripts/model/show.ts'
import { foghorns, sampleShow } from '../../tests/fixtures/sampleShow.ts'
import { markdownText } from '../parts/markdownText.ts'
import { make } from '../press/ofTranscript.ts'
import { llms, markdownTwins } from './llms.ts'

const twinOf = (show: Show) => make(markdownTwins(show)[0]?.text ?? '')
const twin = twinOf(sampleShow)

test('a model is told what the show is and where each episode’s text lies', () => {
  const text = llms(sampleShow)[0]?.content() ?? ''
  assert.match(text, /^# Low Tide\n\n> Sounds that \\<nobody> keeps & why\.\n/)
  assert.match(
    text,
    /\n- \[Foghorns & the \\<\/script> of silence\]\(https:\/\/example\.org\/shows\/low\/episodes\/foghorns\/index\.md\): Ilya kept/,
  )
})

test('an episode’s twin holds its facts, notes, chapters and every word', () => {
  assert.deepEqual(
    markdownTwins(sampleShow).map(file => file.address),
    ['/episodes/foghorns/index.md', '/episodes/bells/index.md'],
  )
  assert.match(twin, /^# Foghorns & the \\<\/script> of silence\n\n- Show: Low Tide\n/)
  assert.match(twin, /\n- Hosts: Mara Quist\n- Guests: Ilya “Fog” Brandt & Sons\n/)
  assert.match(
    twin,
    /\n\nSee \[the answer\]\(https:\/\/example\.org\/shows\/low\/episodes\/foghorns\/#t=6\.2\)\.\n\n## Chapters\n\n/,
  )
  assert.ok(!twin.includes('Silent'), 'a silent chapter is not listed')
})

test('an estimated time says so, and each turn links to its moment', () => {
  assert.ok(
    twin.endsWith(
      '*[foghorn]*\n\n**Ilya “Fog” Brandt & Sons** ' +
        '[≈ 0:06](https://example.org/shows/low/episodes/foghorns/#t=6.2): ' +
        'It says \\<b>here I am\\</b>, and \\*you\\* are too close.\n\n[laughter]\n',
    ),
  )
})

test('an episode with nothing but a title still gets its twin', () => {
  const { transcript, duration, audio, notesMarkdown, number, ...bare } = foghorns
  const show = {
    ...sampleShow,
    episodes: [{ ...bare, summary: '', chapters: [], cast: [], topics: [] }],
  }
  assert.equal(
    twinOf(show),
    '# Foghorns & the \\</script> of silence\n\n- Show: Low Tide\n' +
      '- Page: https://example.org/shows/low/episodes/foghorns/\n- Published: 2026-03-03\n',
  )
})

test('any text comes out of Markdown as it went in', () => {
  const markdown = new MarkdownIt({ html: true })
  const texts = [
    '# no heading',
    '1. no list',
    '- no',
    '> no',
    'a*b*c_d_',
    '<i>x</i>',
    '[a](b)',
    '`c`',
    '\\*',
  ]
  for (const text of texts) {
    const html = markdown.render(markdownText(text))
    assert.equal(html, `<p>${markdown.utils.escapeHtml(text)}</p>\n`, text)
  }
})
