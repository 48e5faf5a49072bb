import { parseTime } from '../../model/time.ts'
import type { Draft, Piece } from '../draft.ts'
import type { Format, TranscriptSource } from '../format.ts'
import { isSquareSound } from '../sounds.ts'
import { linesOf } from '../source.ts'
import { NOBODY } from '../write/srt.ts'
import { TEXT_LABEL, TEXT_NOTE, TEXT_NOTE_NAMELESS } from '../write/text.ts'

/** How the two are read, as `Style` in `write/text.ts` is how they are written. */
interface Reading {
  readonly format: string
  readonly label: RegExp
  readonly words: (text: string) => string
}

const PLAIN: Reading = {
  format: 'Text',
  label: TEXT_LABEL,
  words: text => text,
}

const MARKDOWN: Reading = {
  format: 'Markdown',
  label: /^\*\*(.{1,120}?):\*\*(?: |$)/,
  words: text => text.replace(/\\([\\*_`[\]<~&#>+=.)-])/g, '$1'),
}

/** Our own text: a block a paragraph, read without Markdown, so that `f***` keeps its stars. */
export const verbatimText: Format = {
  name: 'Text made by Verbatim',
  sign: `a title underlined with "===" and the line "${TEXT_NOTE}"`,
  detect: ({ text }) => isOurs(text) && /^[^\n]*\n={3,}\n/.test(text),
  parse: source => readBlocks(source, PLAIN),
}

/** Our own Markdown: the same blocks, names in bold and Markdown's own signs escaped. */
export const verbatimMarkdown: Format = {
  name: 'Markdown made by Verbatim',
  sign: `a title and the line "${TEXT_NOTE}"`,
  detect: ({ text }) => isOurs(text) && text.startsWith('# '),
  parse: source => readBlocks(source, MARKDOWN),
}

/** The comment stands in the block under the title, wherever that ends. */
function isOurs(text: string): boolean {
  const at = text.indexOf('\n\n')
  return at >= 0 && text.startsWith(TEXT_NOTE, at + 2)
}

function readBlocks(source: TranscriptSource, reading: Reading): Draft {
  const lines = linesOf(source)
  const note = lines.findIndex(line => line.startsWith(TEXT_NOTE))
  const reader = new Blocks(reading, lines[note]?.trimEnd() !== TEXT_NOTE_NAMELESS)
  let block = ''
  let from = note + 2
  for (let i = note + 1; i <= lines.length; i++) {
    const line = lines[i]?.trim() ?? ''
    if (line !== '') {
      if (block === '') from = i + 1
      block += block === '' ? line : ` ${line}`
    } else if (block !== '') {
      reader.block(block, from)
      block = ''
    }
  }
  const { pieces } = reader
  return { format: reading.format, pieces, problems: [], paragraphs: true, turns: true }
}

const STAMP = /^\[(≈)?(\d{1,4}:\d\d(?::\d\d)?(?:\.\d{1,3})?)\](?: |$)/
const BREAK = /^\[(?:Break: (.*)|([^[\]]*\bbreak\b[^[\]]*))\]$/i
/** A time, or what may be a sound, standing in the words. */
const BRACKET =
  /(?<=^| )\[(?:(\d{1,4}:\d\d(?::\d\d)?(?:\.\d{1,3})?)\](?= |$)|([^[\]]{1,120})\](?=[.,!?;:…%)\]]*(?: |$)))/g

class Blocks {
  readonly pieces: Piece[] = []
  private readonly reading: Reading
  private readonly named: boolean
  private label: string | undefined

  constructor(reading: Reading, named: boolean) {
    this.reading = reading
    this.named = named
  }

  block(block: string, line: number): void {
    const heading = block.startsWith('## ')
    let text = heading ? block.slice(3) : block
    const stamp = STAMP.exec(text)
    const time = stamp?.[2] === undefined ? undefined : parseTime(stamp[2])
    const estimated = stamp?.[1] !== undefined
    if (stamp && time !== undefined) text = text.slice(stamp[0].length)
    const pause = heading ? null : BREAK.exec(text)
    if (heading || pause) {
      this.pieces.push({
        type: heading ? 'heading' : 'break',
        text: heading ? this.reading.words(text) : (pause?.[1] ?? pause?.[2] ?? ''),
        line,
        ...(time !== undefined && { start: time }),
        ...(estimated && { estimated }),
      })
      this.label = undefined
      return
    }
    this.pieces.push({ type: 'paragraph', line })
    const found = this.named ? this.reading.label.exec(text) : null
    if (found?.[1] !== undefined) {
      this.speaks(found[1], line)
      text = text.slice(found[0].length)
    }
    if (time !== undefined)
      this.pieces.push({ type: 'mark', time, line, ...(estimated && { estimated }) })
    this.words(text, line)
  }

  private speaks(name: string, line: number): void {
    // A paragraph that begins like a label has its speaker's in front once more.
    if (name === this.label && name !== NOBODY) return
    this.label = name
    this.pieces.push({ type: 'speaker', label: name === NOBODY ? undefined : name, line })
  }

  private words(text: string, line: number): void {
    let at = 0
    const push = (to: number) => {
      const said = this.reading.words(text.slice(at, to).trim())
      if (said !== '') this.pieces.push({ type: 'text', text: said, line })
    }
    if (text.includes('[')) {
      for (const found of text.matchAll(BRACKET)) {
        const [whole, clock, inner] = found
        const time = clock === undefined ? undefined : parseTime(clock)
        if (time === undefined && !isSquareSound(inner ?? '')) continue
        push(found.index)
        at = found.index + whole.length
        if (time !== undefined) this.pieces.push({ type: 'mark', time, line })
        else this.pieces.push({ type: 'sound', text: whole, line })
      }
    }
    push(text.length)
  }
}
