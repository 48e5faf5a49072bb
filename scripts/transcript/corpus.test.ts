import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { decodeHTML } from 'entities'
import type { Transcript } from '../model/transcript.ts'
import { isBreakLabel } from './names.ts'
import { readTranscript } from './read.ts'
import { type Context, resolveTranscript } from './resolve.ts'

const CORPUS = process.env['VERBATIM_CORPUS'] ?? join(import.meta.dirname, '../../../shared/corpus')
const skip = existsSync(CORPUS) ? false : `no corpus at ${CORPUS}`

/** What is no word of speech in the files of a folder, taken out the plain way. */
const NOISE: Readonly<Record<string, (text: string) => string>> = {
  'bracket-markdown': markdown,
  'changelog-md': markdown,
  csv: oralHistory,
  'descript-inline': inline,
  'hyperaudio-html': hyperaudio,
  'labelled-text': labelled,
  'orbit-json': text => values(text, /^ *"text": (".*"),?$/gm),
  'podcast-html': text => html(text.replace(/<(cite|time)>.*?<\/\1>/g, ' ')),
  'podcast-json': text => values(text, /"body": ?("(?:[^"\\]|\\.)*")/g),
  'podlove-json': text => values(text, /"text": ?("(?:[^"\\]|\\.)*")/g),
  'podwhisperer-json': text => values(text, /"text": ?("(?:[^"\\]|\\.)*")/g),
  spacelog: mission,
  srt: cues,
  'vtt-plain': cues,
  'vtt-voice': cues,
}

/** Files whose words differ from what the plain way finds, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {}

describe('every word of the corpus is in the turns, once, in order', { skip }, () => {
  if (skip) return
  for (const [folder, noise] of Object.entries(NOISE)) {
    for (const name of readdirSync(join(CORPUS, folder)).sort()) {
      const file = `${folder}/${name}`
      it(file, { skip: EXCEPTIONS[file] ?? false }, () => {
        const text = readFileSync(join(CORPUS, file), 'utf8')
          .replace(/^\ufeff/, '')
          .replace(/\r\n?/g, '\n')
        const context: Context = {
          file,
          language: 'en',
          cast: [],
          guests: [],
          speakers: {},
          offset: 0,
        }
        const { transcript } = resolveTranscript(readTranscript({ file, text }), context)
        assertSameWords(wordsOf(said(transcript)), wordsOf(noise(text)))
      })
    }
  }
})

function said(transcript: Transcript): string {
  return transcript.items
    .map(item =>
      item.kind === 'turn'
        ? item.paragraphs
            .map(paragraph =>
              paragraph.map(({ text, tight }) => (tight ? text : ` ${text}`)).join(''),
            )
            .join(' ')
        : item.kind === 'break' && isBreakLabel(item.text)
          ? ''
          : item.text,
    )
    .join(' ')
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function assertSameWords(actual: readonly string[], expected: readonly string[]): void {
  const at = actual.findIndex((word, i) => word !== expected[i])
  const differ = at >= 0 ? at : actual.length === expected.length ? -1 : actual.length
  if (differ < 0) return
  const around = (words: readonly string[]) =>
    words.slice(Math.max(0, differ - 6), differ + 8).join(' ')
  assert.fail(
    `word ${differ} of ${expected.length}: read "${around(actual)}", the file has "${around(expected)}"`,
  )
}

const STAMP = /\\?\[\d+(?::\d+){1,3}(?:\.\d+)?\\?\](?: (?:to|-) (?=\\?\[\d))?/g

function withoutFrontMatter(text: string): string {
  return text.replace(/^---\n[\s\S]*?\n---\n/, '')
}

function plainMarkdown(text: string): string {
  return html(text.replace(/\]\((?:[^()\s]|\([^()]*\))*\)/g, ']').replace(/\\(?=[^\w\s])|`/g, ''))
}

function html(text: string): string {
  return decodeHTML(
    text
      .replace(/<!--[\s\S]*?-->/g, ' ')
      .replace(/<\/?su[bp]>/g, '')
      .replace(/<\/?[a-z][^<>]*>/gi, ' '),
  )
}

function markdown(text: string): string {
  return plainMarkdown(
    withoutFrontMatter(text)
      .replace(/^# (?=\*\*Break)/gm, '')
      .replace(/^### Guest\n[\s\S]*?(?=^\[\d)/m, '')
      .replace(/^((?:\[?[\d:]+\]? )?)\*\*([^*\n]+?)(?::? ?\*\*:?)/gm, '$1 ')
      .replace(/^\d\d:\d\d /gm, ' ')
      .replace(/^(?:Break|Outro|Robbie Wager|Guest: .*): ?/gm, ' ')
      .replace(/^Guest: .*/gm, ' ')
      .replace(STAMP, ' '),
  )
}

function inline(text: string): string {
  const body = text.includes('Episode 4_transcript')
    ? text.slice(text.indexOf('Tom: [00'), text.indexOf('View episode details'))
    : text
  return markdown(body).replace(/^ *(?:Tom|Nathan|Robbie|Chuck|Chris|Scott|Tracy|Wes):/gm, ' ')
}

function labelled(text: string): string {
  return plainMarkdown(
    withoutFrontMatter(text)
      .replace(/^> ?/gm, '')
      .replace(/^\*[^*\n]+:\*/gm, ' ')
      .replace(/^\*\*[^*\n]+\*\* +\d+:[\d:]+ *$/gm, ' ')
      .replace(/^[\w ]+? +\d+:[\d:]+ *$/gm, ' ')
      .replace(/^(?:\*\*)?[\w .]+:(?:\*\*)? \d\d:\d\d:\d\d$/gm, ' ')
      .replace(/^(?:\d:)?\d+:\d\d:\d\d(?:\.\d)?/gm, ' ')
      .replace(/^ *\*\*[^*\n]+\*\*/gm, ' ')
      .replace(STAMP, ' '),
  )
}

function values(text: string, pattern: RegExp): string {
  return [...text.matchAll(pattern)]
    .map(([, value = '""']) => JSON.parse(value) as string)
    .join(' ')
}

function oralHistory(text: string): string {
  const rows = text.split('\n').slice(1).join('\n')
  return html(
    rows.replace(/^(?:[^",\n]*),("(?:[^"]|"")*"|[^,\n]*),("(?:[^"]|"")*"|[^,\n]*),.*$/gm, '$1'),
  )
}

function hyperaudio(text: string): string {
  const spans = [...text.matchAll(/<(?:span|h5) data-m="\d+"(?: data-d="\d+")?>([^<]*)<\//g)]
  return html(spans.map(([, word]) => word).join(' '))
}

function mission(text: string): string {
  return html(text)
    .replace(/^\[[-\d:]+\]$/gm, ' ')
    .replace(/^_.*$/gm, ' ')
    .replace(/^([\p{Lu}\d][^\s:[\]]*(?: [^\s:[\]]+){0,3}): ?/gmu, ' ')
    .replace(/\[(?:glossary|time):([^\]|]*)(?:\|([^\]]*))?\]/g, (_, term, shown) => shown ?? term)
}

function cues(text: string): string {
  return html(
    text
      .replace(/^WEBVTT.*\n(?:.+\n)*/, '')
      .replace(/^(?:\d+\n)?[\d:.,]+ --> .*$/gm, ' ')
      .replace(
        /^(?:Bekah Hawrot Weigel|Bekah|Dan Ott|Dan|Alban|Kevin|Travis|Tom|Dave|Sarah|Gilon|[A-Z][\p{L}]+ ?[A-Z]?[\p{L}]*): /gmu,
        ' ',
      ),
  )
}
