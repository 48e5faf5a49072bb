import { round, type Seconds } from '../../model/time.ts'
import type { Break, Heading, Segment, Transcript, Turn } from '../../model/transcript.ts'
import { textOf } from '../../model/transcript.ts'
import { NOBODY } from './srt.ts'
import type { About } from './stretches.ts'

/** Under the title: what the reader should know, and how Verbatim knows its own files. */
export const TEXT_NOTE = 'A time with ≈ is estimated.'
export const TEXT_NOTE_NAMELESS = `${TEXT_NOTE} Nobody is named.`
/** A name in front of words, or words that begin as if they had one. */
export const TEXT_LABEL = /^(.{1,120}?):(?: |$)/

/** How text and Markdown differ. */
export interface Style {
  readonly title: (title: string) => string
  readonly name: (name: string) => string
  readonly words: (text: string) => string
}

const PLAIN: Style = {
  title: title => `${title}\n${'='.repeat(Math.max(3, Math.min(title.length, 60)))}`,
  name: name => `${name}:`,
  words: text => text,
}

/** Plain text: `[12:34] Tom: words`, an empty line between paragraphs; `[≈12:34]` is estimated. */
export function writeText(transcript: Transcript, about: About): string {
  return writeLines(transcript, about, PLAIN)
}

/** Title, then a paragraph a block; a turn's first one says when and who. */
export function writeLines(transcript: Transcript, { title }: About, style: Style): string {
  const named = transcript.speakers.length > 0
  const blocks = [
    style.title(title.replace(/\s+/g, ' ').trim()),
    named ? TEXT_NOTE : TEXT_NOTE_NAMELESS,
  ]
  for (const item of transcript.items) {
    if (item.kind === 'turn') addTurn(blocks, item, style, named)
    else blocks.push(betweenBlock(item, style))
  }
  return `${blocks.join('\n\n')}\n`
}

/** Where others are named, so is nobody: else the words would be those of the turn above. */
function addTurn(
  blocks: string[],
  { speaker, paragraphs }: Turn,
  style: Style,
  named: boolean,
): void {
  const who = speaker?.name ?? (named ? NOBODY : undefined)
  const name = who === undefined ? '' : `${style.name(who)} `
  for (const [i, paragraph] of paragraphs.entries()) {
    const first = paragraph[0]
    const stamp =
      first?.start !== undefined && (i === 0 || first.mark || !first.estimated)
        ? `${stampOf(first.start, first.estimated)} `
        : ''
    // A paragraph that starts like a label keeps its speaker's in front.
    const lead = i === 0 || looksLabelled(paragraph) ? name : ''
    blocks.push(`${stamp}${lead}${wordsOf(paragraph, style)}`)
  }
}

function looksLabelled(paragraph: Turn['paragraphs'][number]): boolean {
  const text = textOf(paragraph)
  return text.startsWith('## ') || TEXT_LABEL.test(text)
}

function wordsOf(paragraph: readonly Segment[], style: Style): string {
  let text = ''
  for (const [i, segment] of paragraph.entries()) {
    if (i > 0 && !segment.tight) text += ' '
    if (i > 0 && segment.mark && segment.start !== undefined)
      text += `${stampOf(segment.start, undefined)} `
    text += segment.sound ? segment.text : style.words(segment.text)
  }
  return text
}

function betweenBlock(item: Break | Heading, style: Style): string {
  const stamp = item.start === undefined ? '' : `${stampOf(item.start, item.estimated)} `
  if (item.kind === 'heading') return `## ${stamp}${style.words(item.text)}`
  return `${stamp}[${/\bbreak\b/i.test(item.text) ? item.text : `Break: ${item.text}`}]`
}

/** `[12:34]`, `[1:02:03.45]`, `[≈12:34]`: to the millisecond, so that nothing is lost. */
function stampOf(start: Seconds, estimated: true | undefined): string {
  const ms = Math.round(round(start) * 1000)
  const whole = Math.floor(ms / 1000)
  const hours = Math.floor(whole / 3600)
  const hour = hours > 0 ? `${hours}:` : ''
  const clock = `${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`
  const fraction = String((ms % 1000) / 1000).slice(1)
  return `[${estimated ? '≈' : ''}${hour}${clock}${fraction}]`
}

function pad(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}
