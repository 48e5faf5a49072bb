import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, it } from 'node:test'
import { parseCueText, readCueText } from './cue-text.ts'
import { readTranscript } from './read.ts'

const PEERS = join(import.meta.dirname, '../../../shared/peer-tests')
const WPT = join(PEERS, 'wpt-webvtt')
const VTT_JS = join(PEERS, 'vtt.js')
const skip = existsSync(WPT) ? false : `no peers' tests at ${PEERS}`

interface Node {
  readonly type?: string
  readonly name?: string
  readonly value?: string | number
  readonly classes?: readonly string[]
  readonly children?: readonly Node[]
}

describe("the Web Platform Tests' cue texts become the same trees", { skip }, () => {
  if (skip) return
  const folder = join(WPT, 'cue-text-parsing')
  for (const name of readdirSync(folder).filter(file => file.endsWith('.json'))) {
    const cases = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      text: string
      expectedTree: string
    }[]
    for (const { text, expectedTree } of cases) {
      it(`${basename(name, '.json')}: ${JSON.stringify(text)}`, () => {
        assert.equal(treeOf(parseCueText(text.replace(/\n$/, '')) as Node, ''), expectedTree)
      })
    }
  }
})

/** The form in which the Web Platform Tests write a tree. */
function treeOf(node: Node, indent: string): string {
  return (node.children ?? [])
    .map(child => {
      if (child.type === 'text') return `| ${indent}"${String(child.value)}"\n`
      if (child.type === 'timestamp')
        return `| ${indent}<?timestamp ${clock(Number(child.value))}>\n`
      const tag = { c: 'span', v: 'span', lang: 'span' }[child.name ?? ''] ?? child.name
      const attributes = [
        ...(child.classes?.length ? [`| ${indent}  class="${child.classes.join(' ')}"\n`] : []),
        ...(child.name === 'v' ? [`| ${indent}  title="${child.value ?? ''}"\n`] : []),
        ...(child.name === 'lang' ? [`| ${indent}  lang="${child.value ?? ''}"\n`] : []),
      ]
      return `| ${indent}<${tag}>\n${attributes.join('')}${treeOf(child, `${indent}  `)}`
    })
    .join('')
}

function clock(seconds: number): string {
  const hours = String(Math.floor(seconds / 3600)).padStart(2, '0')
  return `${hours}:${new Date((seconds % 3600) * 1000).toISOString().slice(14, 23)}`
}

/** Where we read more than the specification does, and why. */
const LENIENT: Readonly<Record<string, string>> = {
  'timings-60.vtt': 'a cue whose time is no time loses its time here, not its words',
  'timings-garbage.vtt': 'a cue whose time is no time loses its time here, not its words',
  'timings-too-long.vtt': 'odd numbers of digits are read, because tools write them',
  'timings-too-short.vtt': 'odd numbers of digits are read, because tools write them',
  'whitespace-chars.vtt': 'control characters are taken out before a line is read',
  'cue-times/fraction-digits.vtt': 'two digits of a fraction are read, because tools write them',
  'cue-times/incorrect-delimiter.vtt':
    'a cue whose time is no time loses its time here, not its words',
  'cue-times/min-mid-digits.vtt': 'three digits of seconds are read as they stand',
  'cue-times/minimum-spots-over-sixty.vtt': '120:00 is two hours here, as people mean it, not 120',
  'cuetext/format/double-line-break.vtt': 'words after an empty line inside a cue are kept',
}

interface Expected {
  readonly text: string
  readonly startTime: number
  readonly endTime: number
}

describe("the Web Platform Tests' files have the same cues", { skip }, () => {
  if (skip) return
  const expected = JSON.parse(readFileSync(join(WPT, 'expected-cues.json'), 'utf8')) as Record<
    string,
    Expected[]
  >
  for (const [name, cues] of Object.entries(expected)) {
    it(name, { skip: LENIENT[name] ?? false }, () => {
      assertCues(readFileSync(join(WPT, 'file-parsing', name), 'utf8'), cues)
    })
  }
})

describe('the cue times and layouts of vtt.js have the same cues', { skip }, () => {
  if (skip) return
  for (const folder of ['cue-times', 'file-layout', 'cuetext']) {
    const root = join(VTT_JS, folder)
    const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('.vtt'),
    )
    for (const name of names.sort()) {
      const file = join(root, name)
      const json = file.replace(/\.vtt$/, '.json')
      if (!existsSync(json)) continue
      it(`${folder}/${name}`, { skip: LENIENT[`${folder}/${name}`] ?? false }, () => {
        const { cues } = JSON.parse(readFileSync(json, 'utf8')) as { cues: Expected[] }
        assertCues(readFileSync(file, 'utf8'), cues)
      })
    }
  }
})

/** Our pieces hold words and times; a cue without words is nothing to us. */
function assertCues(text: string, cues: readonly Expected[]): void {
  const { pieces } = readTranscript({ file: 'peer.vtt', text: text.replace(/\0/g, '\ufffd') })
  // One cue may be several pieces: voices, sounds. Only its first has the cue's start.
  const actual: { text: string; start: number | undefined }[] = []
  for (const piece of pieces) {
    if (piece.type !== 'text' && piece.type !== 'sound' && piece.type !== 'break') continue
    const last = actual.at(-1)
    if (piece.start === undefined && last) last.text += ` ${piece.text}`
    else actual.push({ text: piece.text, start: piece.start })
  }
  const expected = cues
    .map(cue => ({ text: wordsOf(cue.text), start: cue.startTime }))
    .filter(cue => cue.text !== '')
  assert.deepEqual(actual, expected)
}

/** `- ` marks another voice, and is no word. */
function wordsOf(text: string): string {
  const words = readCueText(text).map(run => run.text)
  return words.join('').replace(/^- /gm, '').replace(/\s+/g, ' ').trim()
}
