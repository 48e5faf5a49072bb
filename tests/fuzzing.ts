import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { splitPage } from '../scripts/content/frontMatter.ts'
import { readShow } from '../scripts/content/readShow.ts'
import type { Problem } from '../scripts/model/problem.ts'
import { turnsOf } from '../scripts/model/transcript.ts'
import { readTranscript } from '../scripts/transcript/read.ts'
import { resolveTranscript } from '../scripts/transcript/resolve.ts'
import { writeJson } from '../scripts/transcript/write/json.ts'
import { writeMarkdown } from '../scripts/transcript/write/markdown.ts'
import { writeSrt } from '../scripts/transcript/write/srt.ts'
import { writeText } from '../scripts/transcript/write/text.ts'
import { writeVtt } from '../scripts/transcript/write/vtt.ts'
import { filesIn, ROOT } from './site.ts'

/** What breaks readers: signs of every format in places where they do not belong. */
const SIGNS = [
  ...[
    '-->',
    '00:00:01.000 --> 00:00:00.000',
    '99:99:99,999',
    '[1:02:03]',
    '(00:00)',
    '-1',
    '1e999',
  ],
  ...[
    'WEBVTT',
    'NOTE',
    'STYLE',
    '<v Ann>',
    '</v>',
    '<c.x>',
    '<00:00:05.000>',
    '&#0;',
    '&amp',
    '{\\an8}',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    '":',
    ',',
    'null',
    'true',
    '{"segments":',
    '__proto__',
    'constructor',
  ],
  ...[
    '---',
    '---\n',
    '\n---\n',
    '*a',
    '&a',
    '!!js/function',
    '? ',
    '- ',
    ': ',
    '|',
    '>',
    '%YAML 9',
    '...',
  ],
  ...[
    '**',
    '**Ann:**',
    '\\[',
    '#',
    '# ',
    '> ',
    '| a | b |',
    '```',
    '<script>',
    '<table><tr><td>',
    '<!--',
  ],
  ...[
    'Ann: ',
    'Ann (00:01):',
    'SPEAKER_00',
    '\t',
    ' ',
    '\n',
    '\n\n',
    '\r',
    '\r\n',
    '\0',
    '\x1d',
    '\ufeff',
  ],
  ...[
    '\u2028',
    '\u202e',
    '\ud800',
    '\udfff',
    '😀',
    '番組',
    'ﷺ',
    '"\n"',
    ';',
    "'",
    '9'.repeat(400),
    'a'.repeat(3000),
  ],
]

/** The same numbers every time, so that what is found can be found again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Some changes to a text: signs put in, parts taken out, doubled, moved or cut off. */
export function mutate(text: string, random: () => number): string {
  let changed = text
  const place = () => Math.floor(random() * (changed.length + 1))
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  for (let left = 1 + Math.floor(random() * 6); left > 0; left--) {
    const [from = 0, to = 0] = [place(), place()].sort((a, b) => a - b)
    const part = changed.slice(from, Math.min(to, from + 400))
    changed = pick([
      () => changed.slice(0, from) + pick(SIGNS) + changed.slice(from),
      () => changed.slice(0, from) + pick(SIGNS) + changed.slice(from + 1),
      () => changed.slice(0, from) + changed.slice(from + part.length),
      () =>
        changed.slice(0, from) + part.repeat(2 + Math.floor(random() * 20)) + changed.slice(from),
      () => changed.slice(0, to) + part + changed.slice(to),
      () => changed.slice(0, from),
      () => changed.split('\n').toReversed().join('\n'),
      () => changed.replace(/\d+/g, digits => (random() < 0.05 ? pick(SIGNS) : digits)),
      () =>
        changed.slice(0, from) +
        String.fromCharCode(Math.floor(random() * 0x3000)) +
        changed.slice(from + 1),
    ])()
    if (changed.length > 300_000) changed = changed.slice(0, 300_000)
  }
  return changed
}

/** Every file of a folder of fixtures, by its name. */
export function fixturesOf(folder: string): { readonly file: string; readonly text: string }[] {
  return readdirSync(path.join(ROOT, folder))
    .sort()
    .map(file => ({ file, text: readFileSync(path.join(ROOT, folder, file), 'utf8') }))
}

/** What must hold of every transcript there could ever be; throws when it doesn't. */
export function holdTranscript(file: string, text: string): void {
  const draft = readTranscript({ file, text })
  const lines = text.split(/\r\n?|\n/).length
  holdProblems(draft.problems, file, lines)
  for (const { line } of draft.pieces) {
    if (!(line >= 1 && line <= lines)) throw new Error(`A piece on line ${line} of ${lines}`)
  }
  const { transcript, problems, chapters } = resolveTranscript(draft, {
    file,
    language: 'en',
    cast: [],
    guests: [],
    speakers: { Ann: 'Ann Lee' },
    offset: 0,
    duration: 3600,
  })
  holdProblems(problems, file, lines)
  const times = [...transcript.items, ...chapters].map(({ start }) => start)
  for (const turn of turnsOf(transcript)) {
    if (turn.paragraphs.flat().length === 0) throw new Error('A turn of no words')
    times.push(...turn.paragraphs.flat().flatMap(({ start, end }) => [start, end]))
  }
  for (const time of times) {
    if (time !== undefined && !(Number.isFinite(time) && time >= 0)) throw new Error(`Time ${time}`)
  }
  const ids = turnsOf(transcript).map(({ id }) => id)
  if (new Set(ids).size !== ids.length) throw new Error('Two turns of one id')
  for (const write of [writeVtt, writeSrt, writeText, writeMarkdown])
    write(transcript, { title: file })
  JSON.parse(writeJson(transcript, { title: file }))
}

function holdProblems(problems: readonly Problem[], file: string, lines: number): void {
  for (const { code, line, message, fix } of problems) {
    if (line !== undefined && !(line >= 1 && line <= lines + 1)) {
      throw new Error(`${code} on line ${line} of ${lines} in ${file}`)
    }
    if (message === '' || fix === '') throw new Error(`${code} says nothing`)
  }
}

/** What must hold of every Markdown file. */
export function holdPage(file: string, text: string): void {
  const page = splitPage({ file, text, problems: [] })
  const lines = text.split('\n').length
  holdProblems(page.problems, file, lines)
  if (typeof page.fields !== 'object' || Array.isArray(page.fields)) throw new Error('No fields')
  if (page.bodyLine > lines + 1) throw new Error(`A body on line ${page.bodyLine} of ${lines}`)
  page.placeOf(['title'])
  page.placeOf(['chapters', 0, 'time'])
  if ('polluted' in {}) throw new Error('Object.prototype was changed')
}

/** A show with some of its files changed; must be read or refused, and never break. */
export async function holdShow(source: string, work: string, random: () => number): Promise<void> {
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  cpSync(source, work, { recursive: true })
  const files = filesIn(work).filter(file => !/\.(wav|jpg)$/.test(file))
  for (let left = 3; left > 0; left--) {
    const file = path.join(work, files[Math.floor(random() * files.length)] ?? 'show.md')
    writeFileSync(file, mutate(readFileSync(file, 'utf8'), random))
  }
  const { problems } = await readShow({ root: work, drafts: true, now: new Date('2026-01-01') })
  holdProblems(problems, 'show.md', Number.MAX_SAFE_INTEGER)
}
