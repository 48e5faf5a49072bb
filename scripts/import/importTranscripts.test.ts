import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { importTranscripts } from './importTranscripts.ts'
import { Ledger } from './ledger.ts'
import { Report } from './report.ts'

const SRT = '1\n00:00:00,000 --> 00:00:01,000\nHello.\n'
let root = ''
let content = ''
let source = ''

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'verbatim-transcripts-'))
  content = path.join(root, 'content')
  source = path.join(root, 'source')
  mkdirSync(source)
})
afterEach(() => rmSync(root, { recursive: true }))

function give(files: Readonly<Record<string, string>>, folder = source) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
    utimesSync(path.join(folder, name), 1_772_000_000, 1_772_000_000)
  }
}

function bringIn() {
  const ledger = new Ledger(content, { dry: false })
  const report = new Report({ dry: false })
  const lines: string[] = []
  importTranscripts(source, { content, ledger, report, progress: line => lines.push(line) })
  ledger.save()
  return { report, lines }
}

const read = (name: string) => readFileSync(path.join(content, name), 'utf8')

test('each file becomes an episode, named and dated by its name', () => {
  give({
    '2026-03-03-the-last-foghorn.srt': SRT,
    '12 - Bells & whistles.srt': SRT,
    'README.md': 'x',
    '.hidden.srt': SRT,
    'cover.jpg': 'x',
  })
  const { report } = bringIn()
  assert.deepEqual(report.failures, [])
  assert.equal(
    read('episodes/the-last-foghorn.md'),
    '---\ntitle: The last foghorn\ndate: 2026-03-03\n---\n',
  )
  assert.equal(
    read('episodes/012-bells-whistles.md'),
    '---\ntitle: Bells & whistles\ndate: 2026-02-25  # guessed from the file; please check\nnumber: 12\n---\n',
  )
  assert.equal(read('episodes/012-bells-whistles.srt'), SRT)
  assert.match(report.text(), /012-bells-whistles\.md: the date is only that of the file/)
  assert.match(read('show.md'), /title: Untitled show/)
})

test('a file goes to the episode that has its name or its number', () => {
  give(
    {
      'show.md': '---\ntitle: Mine\n---\n',
      'episodes/004-fog.md': '---\ntitle: Fog\ndate: 2026-01-01\n---\n',
      'episodes/bells.md': '---\ntitle: Bells\ndate: 2026-01-01\nnumber: 5\n---\n',
      'episodes/kept.md': '---\ntitle: Kept\ndate: 2026-01-01\n---\n',
      'episodes/kept.srt': 'mine',
    },
    content,
  )
  give({ 'fog.srt': SRT, 'Episode 5.vtt': `WEBVTT\n\n${SRT}`, 'kept.srt': SRT })
  const { report, lines } = bringIn()
  assert.deepEqual(lines, [
    'Episode 5.vtt  for episodes/bells.md',
    'fog.srt  for episodes/004-fog.md',
    'kept.srt  kept the transcript of episodes/kept.md',
  ])
  assert.equal(read('episodes/004-fog.srt'), SRT)
  assert.match(read('episodes/bells.vtt'), /^WEBVTT/)
  assert.equal(read('episodes/kept.srt'), 'mine')
  assert.deepEqual(report.files('kept'), ['episodes/kept.srt'])
})

test('what a file says of itself at its top comes first', () => {
  give({
    'x.md': '---\ntitle: Own title\ndate: 2025-05-05\nnumber: 3\n---\n\nAda: Hello.\n\nBo: Hi.\n',
  })
  bringIn()
  assert.equal(
    read('episodes/003-own-title.md'),
    '---\ntitle: Own title\ndate: 2025-05-05\nnumber: 3\n---\n',
  )
  assert.match(read('episodes/003-own-title.transcript.md'), /^---\ntitle: Own title/)
})

test('a saved page brings its title, number, length and people', () => {
  give({
    'page.txt':
      '← Previous\nFog and horns Episode 7\n\nFog and horns\n\n· 12:34\n\nAda: [00:00:00] What?\nBo: Fog.\nAda: Oh.\n\nCreators and Guests\n\nBo Ek\nBo Ek\nKeeps a lighthouse.\n',
  })
  bringIn()
  assert.equal(
    read('episodes/007-fog-and-horns.md'),
    '---\ntitle: Fog and horns\ndate: 2026-02-25  # guessed from the file; please check\nnumber: 7\nduration: 12:34\nguests: [bo-ek]\n---\n',
  )
  assert.equal(
    read('guests/bo-ek.md'),
    '---\nname: Bo Ek\ntitle: Keeps a lighthouse\n---\n\nKeeps a lighthouse.\n',
  )
})

test('a second time changes nothing', () => {
  give({ 'fog.srt': SRT })
  bringIn()
  const { report } = bringIn()
  assert.match(report.text(), /^Already there: 1 transcript\.$/m)
})

test('what is empty, and a folder without transcripts, is said', () => {
  give({ 'empty.vtt': '' })
  assert.match(bringIn().report.failures[0] ?? '', /empty\.vtt: it is empty/)
  rmSync(path.join(source, 'empty.vtt'))
  assert.match(bringIn().report.failures[0] ?? '', /there is no transcript in it/)
})
