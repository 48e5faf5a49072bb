import { parse } from 'csv-parse/sync'
import { decodeHTML } from 'entities'
import type { Problem } from '../../model/problem.ts'
import { parseTime, type Seconds } from '../../model/time.ts'
import type { Piece } from '../draft.ts'
import type { Format, TranscriptSource } from '../format.ts'
import { bareLabel } from '../names.ts'
import * as problem from '../problems.ts'
import { type Prose, readProse } from '../prose.ts'
import { linesOf } from '../source.ts'
import { squareStamp } from '../stamp.ts'

const NAME = 'CSV'

const WORDS =
  /^(?:words|text|transcript|content|line|caption|subtitle|sentence|dialogue|utterance|body)$/i
const WHO = /^(?:speakers?(?: ?name)?|who|name|voice|person|label)$/i
const START =
  /^(?:timestamp|time|start(?: ?time)?|start_time|time ?code|begin|in|from|start \(?s\)?|start_ms)$/i
const END = /^(?:end(?: ?time)?|end_time|out|to|stop|end_ms)$/i

interface Columns {
  readonly words: number
  readonly who: number
  readonly start: number
  readonly end: number
}

/** Spreadsheets and Markdown tables with a row of headings: Descript, oral histories, Premiere, Whisper's own TSV. */
export const csv: Format = {
  name: NAME,
  sign: 'a first row like "speaker,words,tags,timestamp" or "| Time | Speaker | Text |"',
  detect: source => layoutOf(source) !== undefined,
  parse(source) {
    const layout = layoutOf(source)
    const pieces: Piece[] = []
    const problems: Problem[] = []
    if (layout)
      readRows(source, layout, { file: source.file, markup: 'markdown', pieces, problems })
    return { format: NAME, pieces, problems }
  },
}

interface Layout {
  readonly delimiter: string
  readonly columns: Columns
  /** Milliseconds: Whisper's TSV has whole numbers. */
  readonly perSecond: number
}

function layoutOf(source: TranscriptSource): Layout | undefined {
  const lines = linesOf(source)
  const first = lines.find(line => line.trim() !== '') ?? ''
  if (first.length > 1000) return undefined
  for (const delimiter of [',', '\t', ';', '|']) {
    const cells = delimiter === '|' ? cellsOf(first) : first.split(delimiter)
    const heads = cells.map(head => head.replace(/^"|"$/g, '').trim())
    const find = (pattern: RegExp) => heads.findIndex(head => pattern.test(head))
    const columns = { words: find(WORDS), who: find(WHO), start: find(START), end: find(END) }
    if (heads.length < 2 || columns.words < 0 || (columns.who < 0 && columns.start < 0)) continue
    const ms =
      /_ms$/i.test(heads[columns.start] ?? '') ||
      (delimiter !== '|' && inMilliseconds(lines, delimiter, columns))
    return { delimiter, columns, perSecond: ms ? 1000 : 1 }
  }
  return undefined
}

/** The cells of a line of a Markdown table. */
function cellsOf(line: string): string[] {
  const inner = line.trim().replace(/^\||\|$/g, '')
  return inner.split(/(?<!\\)\|/).map(cell => cell.replace(/\\\|/g, '|').trim())
}

/** Whisper writes whole numbers, of which a line of speech lasts thousands. */
function inMilliseconds(lines: readonly string[], delimiter: string, columns: Columns): boolean {
  if (columns.start !== 0 || columns.end !== 1) return false
  const rows = lines.slice(1, 21).filter(line => /^\d+[,;\t]\d/.test(line))
  const lengths = rows.map(line => {
    const [start, end] = line.split(delimiter, 2).map(Number)
    return Number.isInteger(start) && Number.isInteger(end) ? (end ?? 0) - (start ?? 0) : 0
  })
  return lengths.length > 0 && lengths.reduce((sum, one) => sum + one, 0) / lengths.length >= 200
}

function readRows(
  source: TranscriptSource,
  { delimiter, columns, perSecond }: Layout,
  into: Prose,
): void {
  const rows = rowsOf(source, delimiter, into.problems)
  for (const { record, line } of rows.slice(1)) {
    const said = record[columns.words] ?? ''
    const who = bareLabel(record[columns.who] ?? '')
    const start = timeOf(record[columns.start], perSecond, line, into)
    const end = timeOf(record[columns.end], perSecond, line, into)
    if (who !== '') into.pieces.push({ type: 'speaker', label: who, line })
    const words = decodeHTML(said).replace(/\s+/g, ' ').trim()
    if (words === '') continue
    if (end !== undefined && start !== undefined) {
      into.pieces.push({ type: 'text', text: words, line, start, end })
      continue
    }
    if (into.pieces.length > 0) into.pieces.push({ type: 'paragraph', line })
    if (start !== undefined) into.pieces.push({ type: 'mark', time: start, line })
    readProse(words, line, into)
  }
}

interface Row {
  readonly record: readonly string[]
  readonly line: number
}

function rowsOf(source: TranscriptSource, delimiter: string, problems: Problem[]): Row[] {
  if (delimiter === '|') {
    return linesOf(source)
      .map((text, i) => ({ text, record: cellsOf(text), line: i + 1 }))
      .filter(({ text }) => text.trim().startsWith('|') && !/^[\s|:-]+$/.test(text))
  }
  try {
    const rows: unknown = parse(source.text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      ...(delimiter === '\t' && { quote: null }),
    })
    return (rows as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      record,
      line: info.lines,
    }))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    problems.push(problem.brokenData(source.file, 1, NAME, why.replace(/\.$/, '')))
    return []
  }
}

function timeOf(
  value: string | undefined,
  perSecond: number,
  line: number,
  into: Prose,
): Seconds | undefined {
  const text = value?.trim() ?? ''
  if (text === '') return undefined
  const time = squareStamp(text, 0)?.time ?? parseTime(text.replace(/^[[(]|[\])]$/g, ''))
  if (time === undefined) into.problems.push(problem.badTime(into.file, line, text))
  return time === undefined ? undefined : time / perSecond
}
