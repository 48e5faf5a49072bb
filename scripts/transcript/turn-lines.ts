import type { Problem } from '../model/problem.ts'
import type { Seconds } from '../model/time.ts'
import type { Draft, Piece } from './draft.ts'
import type { TranscriptSource } from './format.ts'
import { speechLines } from './furniture.ts'
import { type Grammar, grammarOf, headingText } from './grammar.ts'
import type { LineHead } from './line-head.ts'
import { bareLabel, isBreakLabel } from './names.ts'
import { plainText } from './plain-text.ts'
import * as problem from './problems.ts'
import { blanksIn, type Prose, readProse } from './prose.ts'
import { linesOf } from './source.ts'
import { NOBODY } from './write/srt.ts'

/**
 * Reads text in which lines start with a name, a time or both. One reader for all the shapes,
 * because real files mix them; which heads count is decided by the file's grammar.
 */
export function readTurnLines(source: TranscriptSource, format: string): Draft {
  const lines = linesOf(source)
  const grammar = grammarOf(source)
  const pieces: Piece[] = []
  const problems: Problem[] = []
  const speech = speechLines(source, grammar)
  problems.push(...speech.problems)
  const reader = new TurnLines(
    grammar,
    {
      file: source.file,
      markup: 'markdown',
      pieces,
      problems,
      roundMarks: hasRound(grammar),
      blanks: blanksIn(source.text),
    },
    lines,
  )
  for (let i = speech.from; i < speech.to; i++) reader.line(i, lines[i] ?? '')
  reader.flush()
  return { format, pieces, problems }
}

/** Text lines are joined up to the end of their paragraph before they are read. */
class TurnLines {
  private readonly grammar: Grammar
  private readonly into: Prose
  private readonly wrapped: boolean
  private readonly dense: boolean
  private text = ''
  private textLine = 0
  private ended = false
  /** In a dense file: when the next words are said. */
  private cueStart: Seconds | undefined

  constructor(grammar: Grammar, into: Prose, lines: readonly string[]) {
    this.grammar = grammar
    this.into = into
    this.wrapped = isWrapped(lines, grammar)
    this.dense = isDense(lines, grammar)
  }

  line(index: number, line: string): void {
    const number = index + 1
    const trimmed = line.trim()
    if (trimmed === '' || trimmed === '>' || /^(?:={3,}|-{3,}|\*{3,}|_{3,})$/.test(trimmed)) {
      this.flush()
      this.ended = true
      return
    }
    const head = this.grammar.heads[index]
    const titled = line.charCodeAt(0) === 35 && /^#{1,6}\s/.test(line)
    if (titled && head?.label === undefined) this.heading(number, line, head)
    else if (head) this.head(number, headingText(line), head)
    else this.words(number, line.replace(/^\s*(?:>(?!>)\s?)+/, ''))
  }

  flush(): void {
    const { text, cueStart } = this
    this.text = ''
    if (text === '') return
    const { pieces } = this.into
    const from = pieces.length
    readProse(text, this.textLine, this.into)
    const first = pieces[from]
    if (cueStart === undefined || !first) return
    this.cueStart = undefined
    if (first.type === 'text' || first.type === 'sound')
      pieces[from] = { ...first, start: cueStart }
  }

  private words(number: number, text: string): void {
    if (this.dense && this.cueStart !== undefined) this.ended = false
    else if (this.ended || !this.wrapped) {
      this.flush()
      // A line of words after a head that stood alone belongs to that head.
      const last = this.into.pieces.at(-1)?.type
      if (last === 'text' || last === 'sound') this.paragraph(number)
    }
    // `[INTRO]` on a line of its own is no part of the words above it, nor below.
    const apart = !this.dense && /^\s*(?:\[[^[\]]+\]|\([^()]+\))\s*$/.test(text)
    if (apart) {
      this.flush()
      this.paragraph(number)
    }
    this.append(number, text)
    this.ended = apart
  }

  private append(number: number, text: string): void {
    if (this.text === '') {
      this.text = text
      this.textLine = number
    } else this.text += `\n${text}`
  }

  private head(number: number, line: string, head: LineHead): void {
    this.flush()
    this.ended = false
    const { pieces, problems, file } = this.into
    const { stamp } = head
    if (head.label !== undefined) this.speaker(number, head.label)
    else if (!this.dense) this.paragraph(number)
    if (stamp && stamp.time === undefined) problems.push(problem.badTime(file, number, stamp.text))
    else if (stamp?.time !== undefined && this.dense) this.cueStart = stamp.time
    else if (stamp?.time !== undefined) {
      pieces.push({
        type: 'mark',
        time: stamp.time,
        line: number,
        ...(stamp.estimated && { estimated: true }),
      })
    }
    // `**Break:** [29:18] to [29:22]`: what follows starts at the second time.
    if (
      stamp?.end !== undefined &&
      head.label !== undefined &&
      isBreakLabel(bareLabel(head.label))
    ) {
      pieces.push({ type: 'mark', time: stamp.end, line: number })
    }
    if (!head.alone) this.append(number, line.slice(head.after))
  }

  private speaker(number: number, label: string): void {
    const name = bareLabel(label)
    const tentative = this.grammar.labels.get(name) === 'tentative'
    this.paragraph(number)
    this.into.pieces.push({
      type: 'speaker',
      label: name === NOBODY ? undefined : name,
      line: number,
      ...(tentative && { tentative }),
    })
  }

  private paragraph(number: number): void {
    const { pieces } = this.into
    if (pieces.length > 0 && pieces.at(-1)?.type !== 'paragraph') {
      pieces.push({ type: 'paragraph', line: number })
    }
  }

  private heading(number: number, line: string, head: LineHead | undefined): void {
    this.flush()
    const whole = headingText(line)
    const text = plainText(head ? whole.slice(head.after) : whole)
      .replace(/[#\s]+$/, '')
      .trim()
    const start = head?.stamp?.time
    this.ended = true
    if (text === '') return
    if (isBreakLabel(text)) {
      this.into.pieces.push({
        type: 'break',
        text,
        line: number,
        ...(start !== undefined && { start }),
      })
      return
    }
    this.into.pieces.push({
      type: 'heading',
      text,
      line: number,
      ...(start !== undefined && { start }),
    })
  }
}

/** Lines broken at a fixed width: a paragraph lasts until a blank line. */
function isWrapped(lines: readonly string[], grammar: Grammar): boolean {
  let words = 0
  let long = 0
  for (let i = grammar.from; i < lines.length; i++) {
    const length = lines[i]?.length ?? 0
    if (length === 0) continue
    words++
    if (length > 110) long++
  }
  return long <= words * 0.02
}

/** `(0:12) text`, as TurboScribe writes, and then again inside of the words. */
function hasRound({ heads }: Grammar): boolean {
  let round = 0
  for (const head of heads) {
    if (head?.stampForm === 'square' || head?.stampForm === 'bare') return false
    if (head?.stampForm === 'round' && head.label === undefined) round++
  }
  return round > 1
}

/** A time every few words, as captions have them: not marks in a paragraph but lines of one. */
function isDense(lines: readonly string[], grammar: Grammar): boolean {
  if (grammar.stamped < 4 || grammar.labelled * 4 > grammar.stamped) return false
  let letters = 0
  for (let i = grammar.from; i < lines.length; i++) letters += lines[i]?.length ?? 0
  return letters / grammar.stamped < 180
}
