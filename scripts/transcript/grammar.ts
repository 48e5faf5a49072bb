import { decideLabels, doubtTitles, note, type Seen } from './decide-labels.ts'
import type { TranscriptSource } from './format.ts'
import { labelsBelow } from './labels-below.ts'
import { type LineHead, readLineHead } from './line-head.ts'
import { bareLabel, isBreakLabel, isMachineLabel } from './names.ts'
import { namesAlone } from './names-alone.ts'
import { smallLabels } from './small-labels.ts'
import { linesOf } from './source.ts'
import { squareStamp } from './stamp.ts'

/** Which line heads count as such in one file: decided once, over all its lines. */
export interface Grammar {
  /** By line index; undefined for a line of words. */
  readonly heads: readonly (LineHead | undefined)[]
  /** Index of the first line after front matter. */
  readonly from: number
  /** Labels that the file leaves no doubt about, and those that stand only once. */
  readonly labels: ReadonlyMap<string, 'sure' | 'tentative'>
  readonly labelled: number
  readonly stamped: number
  /** Lines that are not empty. */
  readonly filled: number
  /** How often each way of writing a head occurs, for telling formats apart. */
  readonly shapes: ReadonlyMap<string, number>
}

const grammars = new WeakMap<TranscriptSource, Grammar>()

export function grammarOf(source: TranscriptSource): Grammar {
  let found = grammars.get(source)
  if (!found) {
    found = readGrammar(linesOf(source))
    grammars.set(source, found)
  }
  return found
}

function readGrammar(lines: readonly string[]): Grammar {
  const from = frontMatterEnd(lines)
  const heads: (LineHead | undefined)[] = new Array(lines.length)
  const seen = new Map<string, Seen>()
  let filled = 0
  let bare = 0
  let bracketed = 0
  let otherColons = 0
  for (let i = from; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (line.trim() === '') continue
    filled++
    if (isUnderlined(lines[i + 1])) continue
    const head = line.charCodeAt(0) === 35 ? headingHead(line) : readLineHead(line)
    if (!head) {
      if (/^\p{Ll}[\p{L} ]{0,30}:\s/u.test(line)) otherColons++
      continue
    }
    heads[i] = head
    if (head.stampForm === 'bare') bare++
    else if (head.stampForm) bracketed++
  }
  for (const [i, head] of namesAlone(lines, from, heads)) heads[i] = head
  for (const [i, head] of smallLabels(lines, from, heads)) {
    heads[i] = head
    otherColons--
  }
  withoutStrays(heads, lines)
  for (const [i, head] of heads.entries()) {
    if (head?.label === undefined) continue
    note(seen, head, head.label, lines[i] ?? '', head.alone ? wordsBelow(lines, i) : undefined)
  }
  for (const [i, head] of labelsBelow(lines, from, heads)) {
    heads[i] = head
    if (head.label !== undefined)
      seen.set(bareLabel(head.label), { count: 2, strong: true, small: false, italic: false })
  }
  const bareCounts = bare >= 2 && bare >= bracketed / 4 && bare / filled >= 0.1
  const labels = decideLabels(seen, heads, filled, otherColons)
  doubtTitles(labels, seen, heads, lines)
  const shapes = new Map<string, number>()
  let labelled = 0
  let stamped = 0
  for (let i = from; i < lines.length; i++) {
    const head = accepted(heads[i], labels, bareCounts)
    heads[i] = head
    if (!head) continue
    if (head.label !== undefined) labelled++
    if (head.stamp) stamped++
    const shape = shapeOf(head, lines[i] ?? '')
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1)
  }
  return { heads, from, labels, labelled, stamped, filled, shapes }
}

function wordsBelow(lines: readonly string[], index: number): string | undefined {
  for (let i = index + 1; i <= index + 3; i++) if (lines[i]?.trim()) return lines[i]
  return undefined
}

function accepted(
  head: LineHead | undefined,
  labels: ReadonlyMap<string, 'sure' | 'tentative'>,
  bareCounts: boolean,
): LineHead | undefined {
  if (!head) return undefined
  const known = head.label !== undefined && labels.has(bareLabel(head.label))
  const boldWords = head.labelForm === 'bold' && !head.colon && !head.stamp && !known
  if (head.label !== undefined && (!known || boldWords)) return undefined
  if (head.stampForm === 'bare' && !bareCounts && head.label === undefined) return undefined
  return head
}

function shapeOf(head: LineHead, line: string): string {
  const form = head.labelForm ?? 'none'
  const time = head.stampForm ?? 'none'
  const escaped = line.slice(0, head.after).includes('\\[') ? 'escaped ' : ''
  return `${escaped}${form}/${time}${head.alone ? '/alone' : ''}`
}

/** A heading's words may hold a colon; only a bold name or a break is a label there. */
function headingHead(line: string): LineHead | undefined {
  const text = headingText(line)
  const head = readLineHead(text)
  if (!head || head.label === undefined || head.labelForm === 'bold') return head
  if (head.labelForm === 'line' && isMachineLabel(bareLabel(head.label))) return head
  if (isBreakLabel(bareLabel(head.label))) return head
  const stamp = squareStamp(text, 0)
  return stamp && { stamp, stampForm: 'square', colon: false, after: stamp.after, alone: false }
}

/** A heading's text without its number signs, so that `# **Break:**` is read like `**Break:**`. */
export function headingText(line: string): string {
  if (line.charCodeAt(0) !== 35) return line
  const text = line.replace(/^#{1,6}\s+/, '').trimEnd()
  return /^\*\*[^*]+\*\*$/.test(text) ? text.slice(2, -2) : text
}

/**
 * Takes out heads that are written unlike the rest: an entry of a list, `- **Monday**: …`, where
 * turns are none, and bold words without a colon, where names have one.
 */
function withoutStrays(heads: (LineHead | undefined)[], lines: readonly string[]): void {
  let labelled = 0
  let listed = 0
  let colons = 0
  const bare: number[] = []
  for (const [i, head] of heads.entries()) {
    if (head?.label === undefined) continue
    labelled++
    if (BULLET.test(lines[i] ?? '')) listed++
    if (head.labelForm !== 'bold') continue
    if (head.colon) colons++
    else bare.push(i)
  }
  if (listed > 0 && listed * 2 <= labelled) {
    for (const [i, line] of lines.entries()) if (heads[i] && BULLET.test(line)) heads[i] = undefined
  }
  if (bare.length * 10 < colons) {
    const known = new Set<string>()
    for (const head of heads) if (head?.colon && head.label) known.add(bareLabel(head.label))
    for (const i of bare) {
      const { stamp, stampForm, label } = heads[i] ?? {}
      if (known.has(bareLabel(label ?? ''))) continue
      const after = boldStart(lines[i] ?? '')
      heads[i] = stamp && stampForm && { stamp, stampForm, colon: false, after, alone: false }
    }
  }
}

const BULLET = /^\s*[-*•] /

function boldStart(line: string): number {
  return Math.max(0, line.indexOf('**'))
}

/** A title has a line of `===` under it. */
function isUnderlined(next: string | undefined): boolean {
  return next !== undefined && next.charCodeAt(0) === 61 && /^={3,}\s*$/.test(next)
}

/** Skips a block of `---` … `---` at the top; it is about the transcript, not in it. */
function frontMatterEnd(lines: readonly string[]): number {
  let first = 0
  while (first < lines.length && (lines[first] ?? '').trim() === '') first++
  if (lines[first]?.trimEnd() !== '---') return first
  for (let i = first + 1; i < Math.min(lines.length, first + 2000); i++) {
    const line = lines[i]?.trimEnd()
    if (line === '---' || line === '...') return i + 1
  }
  return first
}

/** How many lines have a head of such a shape. */
export function countShapes(grammar: Grammar, fits: (shape: string) => boolean): number {
  let count = 0
  for (const [shape, lines] of grammar.shapes) if (fits(shape)) count += lines
  return count
}
