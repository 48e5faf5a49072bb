import { canBeLabel, canBeName, isMachineLabel, isSurnameFirst } from './names.ts'
import { bareStamp, roundStamp, type Stamp, squareStamp } from './stamp.ts'

/** What stands before the words of a line: a time, a label, both, in either order. */
export interface LineHead {
  readonly stamp?: Stamp
  readonly stampForm?: 'square' | 'round' | 'bare'
  readonly label?: string
  readonly labelForm?: 'bold' | 'italic' | 'voice' | 'plain' | 'line'
  /** A colon follows the label. */
  readonly colon: boolean
  /** Where the words start. */
  readonly after: number
  /** Nothing follows: the words are on the next lines. */
  readonly alone: boolean
}

// Markdown quotes, list bullets and invisible characters before the head.
const LEAD = /[\s\u200b\u200e\u200f\ufeff]*(?:>(?!>)[ \t]?)?(?:[-*•] (?=\*\*|\[|\\\[))?\s*/y
const BOLD = /\*\*\s?([^*\n]{1,80}?)(\s?:)?\s?\*\*\s?(:)?/y
const ITALIC = /(?:\*([^*\n]{1,60}?)(\s?:)?\s?\*|_([^_\n]{1,60}?)(\s?:)?\s?_)(:)?/y
const VOICE = /<v(?:\.[^\s>]{1,100})?[ \t]+([^<>\n]{1,100})>/y
const PLAIN = /([^:：\n*[\]<>]{1,70}?)\s?(?::(?=\s|$|\\?\[|\(\d)|：)/y
// Deepgram's `[Speaker:0] text`.
const MACHINE_BRACKET = /\[([^[\]\n]{1,40})\]:?\s+(?=\S)/y
const BRACKETED = /\[([^[\]\n:]{1,60})\]:?\s+/y
// `Speaker 1 (00:12): text`, and the inside of `**Speaker 1 (00:00-00:12)**`.
const TIMED =
  /([^:：\n*[\]<>()]{1,60}?)\s?[([]((?:≈ ?)?\d{1,3}(?::\d{1,2}){1,3}(?:[.,]\d{1,3})?)(?:\s?[-–—]\s?\d{1,3}(?::\d{1,2}){1,3}(?:[.,]\d{1,3})?)?[)\]]/y
// `**[00:12] Ann:** text`
const STAMPED_BOLD = /\*\*\[[\d:.,≈ ]{4,16}\]\s*([^*:\n]{1,60}?)\s?(?::\s?\*\*|\*\*\s?:)/y
// A name and a time with nothing else on the line: `Joe Patti (00:02)`, `Kelly  0:00`.
const NAME_TIME =
  /^([^\n]{1,90}?)(?:\s*[:|,–—-]\s+|\s+|\s*(?=[([]))[([]?((?:≈ ?)?\d{1,3}(?::\d{1,2}){1,3}(?:[.,]\d{1,3})?)(?:\s?[-–—]\s?\d{1,3}(?::\d{1,2}){1,3}(?:[.,]\d{1,3})?)?[)\]]?:?[*_]{0,3}\s*$/

/** Reads a line's head; undefined when the line is words only. */
export function readLineHead(line: string): LineHead | undefined {
  let at = startsPlainly(line) ? 0 : leadOf(line)
  if (at >= line.length) return undefined
  const first = stampAt(line, at)
  if (first) at = skip(line, first.after, first.form)
  const timed = first ? undefined : timedLabel(line, at)
  if (timed) return timed
  const label = labelAt(line, at, first !== undefined)
  if (!label) return first ? head(line, first, undefined, at) : nameAndTime(line, at)
  at = skip(line, label.after, 'label')
  if (first) return head(line, first, label, at)
  const second = stampAt(line, at)
  if (second && (second.form !== 'bare' || atEnd(line, second.after) || label.form !== 'plain')) {
    return head(line, second, label, skip(line, afterColon(line, second.after), 'label'))
  }
  return head(line, undefined, label, at)
}

function hasBracket(line: string, from: number): boolean {
  for (let i = from; i < Math.min(line.length, from + 66); i++) {
    const c = line.charCodeAt(i)
    if (c === 40 || c === 91) return true
    // No name has a colon inside, but for the one in the bracket.
    if (c === 58) return false
  }
  return false
}

function afterColon(line: string, at: number): number {
  return line[at] === ':' ? at + 1 : at
}

/** `Ann Lee (00:12): text`, `**Ann Lee (00:12):** text`: the time stands between name and colon. */
function timedLabel(line: string, from: number): LineHead | undefined {
  // Most lines have no bracket near their start, and nothing to look for.
  if (!hasBracket(line, from)) return undefined
  const bold = line.startsWith('**', from)
  if (bold && line[from + 2] === '[') {
    STAMPED_BOLD.lastIndex = from
    const both = STAMPED_BOLD.exec(line)
    const stamp = both ? squareStamp(line, from + 2) : undefined
    if (both?.[1] && stamp && canBeName(both[1])) {
      const after = skip(line, STAMPED_BOLD.lastIndex, 'label')
      const label = { text: both[1], form: 'bold', colon: true, after } as const
      return head(line, { stamp, form: 'square', after }, label, after)
    }
  }
  TIMED.lastIndex = bold ? from + 2 : from
  const found = TIMED.exec(line)
  if (!found?.[1] || !found[2] || !canBeName(found[1])) return undefined
  const stamp = bareStamp(found[2], 0)
  if (!stamp) return undefined
  const closed = /^\s?(?::\s?)?\*\*\s?:?/.exec(bold ? line.slice(TIMED.lastIndex) : '')?.[0]
  const end = bold ? closed : /^\s?:(?=\s|$)/.exec(line.slice(TIMED.lastIndex))?.[0]
  if (end === undefined) return undefined
  const after = skip(line, TIMED.lastIndex + end.length, 'label')
  const label = { text: found[1], form: bold ? 'bold' : 'plain', colon: true, after } as const
  const alone = atEnd(line, after)
  const form = alone ? ({ ...label, form: 'line' } as const) : label
  return head(line, { stamp, form: 'round', after }, form, after)
}

function leadOf(line: string): number {
  LEAD.lastIndex = 0
  return LEAD.exec(line)?.[0].length ?? 0
}

/** A letter or `**`, as most lines start: nothing to look for in front of the head. */
function startsPlainly(line: string): boolean {
  const c = line.charCodeAt(0)
  if (c === 42) return line.charCodeAt(1) === 42
  return (c >= 65 && c <= 90) || (c >= 97 && c <= 122)
}

interface FoundStamp {
  readonly stamp: Stamp
  readonly form: 'square' | 'round' | 'bare'
  readonly after: number
}

interface FoundLabel {
  readonly text: string
  readonly form: 'bold' | 'italic' | 'voice' | 'plain' | 'line'
  readonly colon: boolean
  readonly after: number
}

function head(
  line: string,
  stamp: FoundStamp | undefined,
  label: FoundLabel | undefined,
  after: number,
): LineHead {
  const alone = atEnd(line, after)
  // Written out: there is one for almost every line, and spreading takes longer than reading it.
  if (!label) {
    if (!stamp) return { colon: false, after, alone }
    return { stamp: stamp.stamp, stampForm: stamp.form, colon: false, after, alone }
  }
  const { text, form, colon } = label
  if (!stamp) return { label: text, labelForm: form, colon, after, alone }
  return {
    stamp: stamp.stamp,
    stampForm: stamp.form,
    label: text,
    labelForm: form,
    colon,
    after,
    alone,
  }
}

function stampAt(line: string, from: number): FoundStamp | undefined {
  let at = from
  const c = line[at]
  if (c === undefined) return undefined
  const bold = line.startsWith('**', at) && /[\\[(\d]/.test(line[at + 2] ?? '') ? 2 : 0
  at += bold
  const square = squareStamp(line, at)
  const round = square ? undefined : roundStamp(line, at)
  const bare = square || round ? undefined : bareStamp(line, at)
  const stamp = square ?? round ?? bare
  if (!stamp) return undefined
  // `7:00 AM` is a time of day.
  if (bare && /^\s*[ap]\.?m\b/i.test(line.slice(stamp.after, stamp.after + 6))) return undefined
  const closed = bold && line.startsWith('**', stamp.after) ? 2 : 0
  if (bold && !closed) return undefined
  return {
    stamp,
    form: square ? 'square' : round ? 'round' : 'bare',
    after: stamp.after + closed,
  }
}

function labelAt(line: string, at: number, afterTime: boolean): FoundLabel | undefined {
  const c = line[at]
  if (c === undefined) return undefined
  if (c === '*' && line[at + 1] === '*') {
    BOLD.lastIndex = at
    const found = BOLD.exec(line)
    const colon = found?.[2] !== undefined || found?.[3] !== undefined
    if (!found?.[1] || !(colon ? canBeLabel : canBeName)(found[1])) return undefined
    return slipped(line, at, found[0], found[1], colon)
  }
  if (c === '*' || c === '_') {
    ITALIC.lastIndex = at
    const found = ITALIC.exec(line)
    const text = found?.[1] ?? found?.[3]
    const colon = (found?.[2] ?? found?.[4] ?? found?.[5]) !== undefined
    if (!found || !text || !colon || !canBeName(text)) return undefined
    return { text, form: 'italic', colon: true, after: at + found[0].length }
  }
  if (c === '<') {
    VOICE.lastIndex = at
    const found = VOICE.exec(line)
    if (!found?.[1]) return undefined
    return { text: found[1], form: 'voice', colon: true, after: at + found[0].length }
  }
  if (c === '[' && !afterTime) {
    MACHINE_BRACKET.lastIndex = at
    const machine = MACHINE_BRACKET.exec(line)
    if (machine?.[1] && isMachineLabel(machine[1])) {
      const text = machine[1].replace(':', ' ')
      return { text, form: 'line', colon: true, after: at + machine[0].length }
    }
    BRACKETED.lastIndex = at
    const found = BRACKETED.exec(line)
    if (!found?.[1] || !bareStamp(line, at + found[0].length) || !canBeName(found[1]))
      return undefined
    return { text: found[1], form: 'line', colon: true, after: at + found[0].length }
  }
  PLAIN.lastIndex = at
  const found = PLAIN.exec(line)
  if (!found?.[1] || !canBeName(found[1])) return undefined
  return { text: found[1], form: 'plain', colon: true, after: at + found[0].length }
}

/** Bold that ends too late, `**Ann: I**ndeed`, or says the name twice, `**Ann: Ann:**`. */
function slipped(
  line: string,
  at: number,
  whole: string,
  text: string,
  colon: boolean,
): FoundLabel {
  const end = at + whole.length
  const [, name, rest] = /^([^:]+):\s+(\S.*)$/.exec(text) ?? []
  if (name !== undefined && rest === name && colon)
    return { text: name, form: 'bold', colon, after: end }
  if (name !== undefined && canBeName(name) && !colon && /\p{L}/u.test(line[end] ?? '')) {
    return { text: name, form: 'bold', colon: true, after: line.indexOf(':', at) + 1 }
  }
  return { text, form: 'bold', colon, after: end }
}

function nameAndTime(line: string, at: number): LineHead | undefined {
  if (line.length - at > 140) return undefined
  const found = NAME_TIME.exec(line.slice(at))
  if (!found?.[1] || !found[2]) return undefined
  const name = found[1]
    .replace(/^[*_]{1,3}|[*_]{1,3}$/g, '')
    .replace(/[*_]{1,3}$/, '')
    .trim()
  // Two blanks before the time: a tool wrote it, as Teams does `Ode, Ben (Guest)   0:12`.
  if (!canBeName(name) && !(isSurnameFirst(name) && / {2,}\S+$/.test(line))) return undefined
  const stamp = bareStamp(found[2], 0)
  if (!stamp) return undefined
  return {
    stamp,
    stampForm: 'round',
    label: name,
    labelForm: 'line',
    colon: false,
    after: line.length,
    alone: true,
  }
}

function skip(line: string, from: number, after: 'square' | 'round' | 'bare' | 'label'): number {
  let at = from
  while (line[at] === ' ' || line[at] === '\t' || line[at] === '\u00a0') at++
  // `00:12 | Tom`, `00:12 - Tom`, `[00:12]: text`
  if (
    after !== 'label' &&
    (line[at] === '|' ||
      line[at] === ':' ||
      ((line[at] === '-' || line[at] === '–' || line[at] === '—') && line[at + 1] === ' '))
  ) {
    at++
    while (line[at] === ' ') at++
  }
  return at
}

function atEnd(line: string, at: number): boolean {
  for (let i = at; i < line.length; i++) {
    const c = line[i]
    if (c !== ' ' && c !== '\t' && c !== '\\' && c !== '\u00a0' && c !== '*') return false
  }
  return true
}
