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
      if (child.type === 'text')
        return `| ${indent}"${String(child.value).replaceAll('\n', '\\n')}"\n`
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
  return new Date(seconds * 1000).toISOString().slice(11, 23)
}

/** Where we read more than the specification does, and why. */
const LENIENT: Readonly<Record<string, string>> = {}

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
  const actual = pieces.flatMap(piece =>
    piece.type === 'text' || piece.type === 'sound' || piece.type === 'break'
      ? [{ text: piece.text, start: piece.start }]
      : [],
  )
  const expected = cues
    .map(cue => ({ text: wordsOf(cue.text), start: cue.startTime }))
    .filter(cue => cue.text !== '')
  assert.deepEqual(actual, expected)
}

function wordsOf(text: string): string {
  return readCueText(text)
    .map(run => run.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}
