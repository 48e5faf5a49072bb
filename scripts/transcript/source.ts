import type { Problem } from '../model/problem.ts'
import type { TranscriptSource } from './format.ts'
import * as problem from './problems.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]+/g
/** What stands in the place of a line that was taken out. */
export const LEFT_OUT = '\u200b'

const CONFLICT = /^(?:<{7}|>{7}|\|{7}) .*$|^={7}$/gm

/**
 * The text that formats read: without a byte order mark, control characters and the marker lines
 * of an unfinished merge, each of which becomes a problem. Line numbers stay as they are.
 */
export function cleanSource(source: TranscriptSource): {
  readonly source: TranscriptSource
  readonly problems: readonly Problem[]
} {
  const problems: Problem[] = []
  let text = source.text
  if (text.charCodeAt(0) === 0xfeff) text = text.slice(1)
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n')
  if (CONTROL.test(text)) text = withoutControls(source.file, text, problems)
  if (text.includes('<<<<<<< ') || text.includes('\n>>>>>>> ')) {
    text = withoutConflicts(source.file, text, problems)
  }
  return { source: text === source.text ? source : { file: source.file, text }, problems }
}

function withoutControls(file: string, text: string, problems: Problem[]): string {
  const counts = new Map<number, { code: number; count: number }>()
  let line = 1
  let at = 0
  for (const found of text.matchAll(CONTROLS)) {
    for (; at < found.index; at++) if (text.charCodeAt(at) === 10) line++
    const seen = counts.get(line)
    if (seen) seen.count += found[0].length
    else counts.set(line, { code: found[0].charCodeAt(0), count: found[0].length })
  }
  for (const [where, { code, count }] of counts) {
    if (problems.length === 20) break
    problems.push(problem.controlCharacter(file, where, code, count))
  }
  return text.replace(CONTROLS, '')
}

function withoutConflicts(file: string, text: string, problems: Problem[]): string {
  let line = 1
  let at = 0
  return text.replace(CONFLICT, (marker: string, index: number) => {
    for (; at < index; at++) if (text.charCodeAt(at) === 10) line++
    problems.push(problem.conflictMarker(file, line, marker))
    // Not an empty line: that would end the cue it stands in.
    return LEFT_OUT
  })
}

const lines = new WeakMap<TranscriptSource, readonly string[]>()
const data = new WeakMap<TranscriptSource, { readonly value: unknown; readonly error?: string }>()

/** The lines of a source, split once however many formats look at them. */
export function linesOf(source: TranscriptSource): readonly string[] {
  let found = lines.get(source)
  if (!found) {
    found = source.text.split('\n')
    lines.set(source, found)
  }
  return found
}

/** The source as JSON, parsed once; `value` is undefined when it is none. */
export function jsonOf(source: TranscriptSource): {
  readonly value: unknown
  readonly error?: string
} {
  let found = data.get(source)
  if (!found) {
    found = parseJson(source.text)
    data.set(source, found)
  }
  return found
}

function parseJson(text: string): { readonly value: unknown; readonly error?: string } {
  if (!/^\s*(?:\{\s*["}]|\[\s*[[{\]])/.test(text.slice(0, 2000))) return { value: undefined }
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { value: undefined, error: error instanceof Error ? error.message : String(error) }
  }
}
