import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { Problem } from '../../model/problem.ts'
import { parseTime } from '../../model/time.ts'
import type { Draft, Piece } from '../draft.ts'
import type { Format, TranscriptSource } from '../format.ts'
import { bareLabel } from '../names.ts'
import * as problem from '../problems.ts'
import { type Prose, readProse } from '../prose.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** An element of the page, entered and left, in the order of the file. */
export type Step =
  | { readonly kind: 'open' | 'close'; readonly element: Element; readonly line: number }
  | { readonly kind: 'text'; readonly text: string; readonly line: number }

export function tagSoup({ file }: TranscriptSource, format: string): Draft {
  const why = 'it has more tags than words'
  return { format, pieces: [], problems: [problem.brokenData(file, 1, format, why)] }
}

const LARGE = 200_000

/** More tags than words: no page that somebody wrote, and slow to make a tree of. */
export function isTagSoup({ text }: TranscriptSource): boolean {
  if (text.length < LARGE) return false
  let tags = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) tags++
  return tags * 8 > text.length
}

/** parse5 counts a line twice where an `&` ends one; its offsets are right. */
function lineFinder(text: string): (offset: number) => number {
  const ends: number[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at)
  return offset => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}

/** Walks a page without recursion, so that no depth of nesting is too much. */
export function* walkHtml(source: TranscriptSource): Generator<Step> {
  const root = parse(source.text, { sourceCodeLocationInfo: true })
  const lineAt = lineFinder(source.text)
  const stack: { node: Node; left: boolean }[] = [{ node: root, left: false }]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, left } = top
    const line = lineAt(node.sourceCodeLocation?.startOffset ?? 0)
    if (node.nodeName === '#text' && 'value' in node) {
      yield { kind: 'text', text: node.value, line }
      continue
    }
    if ('tagName' in node) {
      if (left) {
        yield { kind: 'close', element: node, line }
        continue
      }
      if (/^(?:script|style|head|template|noscript)$/.test(node.tagName)) continue
      yield { kind: 'open', element: node, line }
      stack.push({ node, left: true })
    }
    if ('childNodes' in node) {
      for (let i = node.childNodes.length - 1; i >= 0; i--) {
        const child = node.childNodes[i]
        if (child) stack.push({ node: child, left: false })
      }
    }
  }
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find(attr => attr.name === name)?.value
}

/** `<cite>Kevin:</cite><time>0:00</time><p>…</p>`, as the Podcasting 2.0 documents have it. */
export const podcastHtml: Format = {
  name: 'Podcasting 2.0 HTML',
  sign: '<cite>Name:</cite> <time>0:00</time> <p>text</p>',
  detect: ({ text }) =>
    /^\s*</.test(text) && /<(?:cite|time)[\s>]/i.test(text) && /<p[\s>]/i.test(text),
  parse: readPage,
}

const BLOCK = /^(?:p|div|li|blockquote|section|article|td|tr|dd|dt)$/

function readPage(source: TranscriptSource): Draft {
  if (isTagSoup(source)) return tagSoup(source, podcastHtml.name)
  const pieces: Piece[] = []
  const problems: Problem[] = []
  const into: Prose = { file: source.file, markup: 'none', pieces, problems }
  let text = ''
  let started = 1
  let holder: 'cite' | 'time' | 'heading' | undefined
  let inside = 0
  const flush = (line: number) => {
    const said = text.replace(/\s+/g, ' ').trim()
    text = ''
    if (said === '') return
    if (holder === 'cite') pieces.push({ type: 'speaker', label: bareLabel(said), line })
    else if (holder === 'time') pushTime(said, line, into)
    else if (holder === 'heading') pieces.push({ type: 'heading', text: said, line })
    else readProse(said, started, into)
  }
  for (const step of walkHtml(source)) {
    if (step.kind === 'text') {
      if (text.trim() === '') started = step.line
      text += step.text
      continue
    }
    const { tagName } = step.element
    const kind =
      tagName === 'cite'
        ? 'cite'
        : tagName === 'time'
          ? 'time'
          : /^h[1-6]$/.test(tagName)
            ? 'heading'
            : undefined
    if (kind) {
      flush(step.line)
      inside += step.kind === 'open' ? 1 : -1
      holder = inside > 0 ? kind : undefined
    } else if (BLOCK.test(tagName)) {
      flush(step.line)
      if (step.kind === 'open' && tagName === 'p')
        pieces.push({ type: 'paragraph', line: step.line })
    } else if (tagName === 'br') text += ' '
  }
  flush(started)
  return { format: podcastHtml.name, pieces, problems }
}

function pushTime(text: string, line: number, into: Prose): void {
  const time = parseTime(text.replace(/^[[(]|[\])]$/g, ''))
  if (time === undefined) into.problems.push(problem.badTime(into.file, line, text))
  else into.pieces.push({ type: 'mark', time, line })
}
