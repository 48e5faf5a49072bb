import type { Format, TranscriptSource } from '../format.ts'
import { grammarOf } from '../grammar.ts'
import { canBeName } from '../names.ts'
import { readTurnLines } from '../turn-lines.ts'
import { isTagSoup, walkHtml } from './html.ts'

const NAME = 'HTML paragraphs'

const BLOCK = /^(?:p|div|li|ul|ol|blockquote|section|article|main|table|tr|dd|dt|dl|h[1-6])$/
const BOLD = /^(?:strong|b)$/
// What a page has around its article.
const AROUND = /^(?:nav|header|footer|aside|form|button|select|svg|figure)$/

/** `<p><strong>Tom:</strong> text</p>`: a transcript as a blog's editor writes it. */
export const htmlParagraphs: Format = {
  name: NAME,
  sign: '<p><strong>Name:</strong> text</p>',
  detect(source) {
    if (!/^\s*</.test(source.text) || !/<p[\s>]/i.test(source.text)) return false
    if (isTagSoup(source)) return false
    const grammar = grammarOf(markdownOf(source).source)
    return grammar.labelled > 1 || grammar.stamped > 1
  },
  parse(source) {
    const { source: markdown, origins } = markdownOf(source)
    const draft = readTurnLines(markdown, NAME)
    const lineOf = (line: number) => origins[line - 1] ?? origins.at(-1) ?? 1
    return {
      ...draft,
      pieces: draft.pieces.map(piece => ({ ...piece, line: lineOf(piece.line) })),
      problems: draft.problems.map(problem =>
        problem.line === undefined ? problem : { ...problem, line: lineOf(problem.line) },
      ),
    }
  },
}

/** A page as Markdown, with the line of the file that each line of it comes from. */
interface Markdown {
  readonly source: TranscriptSource
  readonly origins: readonly number[]
}

const written = new WeakMap<TranscriptSource, Markdown>()

function markdownOf(source: TranscriptSource): Markdown {
  let found = written.get(source)
  if (!found) {
    found = writeMarkdown(source)
    written.set(source, found)
  }
  return found
}

function writeMarkdown(source: TranscriptSource): Markdown {
  const lines: string[] = []
  const origins: number[] = []
  let text = ''
  let line = 1
  let around = 0
  let bold = -1
  const flush = (prefix = '') => {
    const said = text
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim()
    text = ''
    bold = -1
    if (said === '') return
    for (const part of [...`${prefix}${said}`.split('\n'), '']) {
      lines.push(part)
      origins.push(line)
    }
  }
  for (const step of walkHtml(source)) {
    if (step.kind === 'text') {
      if (around > 0) continue
      if (text.trim() === '') line = step.line
      text += step.text.replace(/\s+/g, ' ').replace(/[\\*_`~]/g, '\\$&')
      continue
    }
    const { tagName } = step.element
    if (AROUND.test(tagName)) around += step.kind === 'open' ? 1 : -1
    else if (BLOCK.test(tagName))
      flush(step.kind === 'close' && tagName.startsWith('h') ? '## ' : '')
    else if (step.kind === 'open' && tagName === 'br') {
      if (bold >= 0) text = asLabel(text, bold)
      text += '\n'
    } else if (BOLD.test(tagName)) {
      if (step.kind === 'open') bold = text.length
      const space = step.kind === 'close' ? (/\s*$/.exec(text)?.[0] ?? '') : ''
      text = `${text.slice(0, text.length - space.length)}**${space}`
    }
  }
  flush()
  return { source: { file: source.file, text: lines.join('\n') }, origins }
}

/** `<strong>Kelly</strong><br>text`: the end of the line stands for the colon. */
function asLabel(text: string, from: number): string {
  if (text.slice(0, from).trim() !== '') return text
  const name = /^\*\*([^*:]{1,60})\*\*\s*$/.exec(text.slice(from).trim())?.[1]
  return name !== undefined && canBeName(name) ? `**${name.trim()}:**` : text
}
