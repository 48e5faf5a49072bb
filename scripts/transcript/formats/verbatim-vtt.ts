import { decodeHTML } from 'entities'
import { parseTime } from '../../model/time.ts'
import { withoutTightBreaks } from '../cjk.ts'
import { readCueText } from '../cue-text.ts'
import type { Piece } from '../draft.ts'
import type { Format } from '../format.ts'
import { VTT_NOTE } from '../write/vtt.ts'

const NAME = /^(\d+)\.(\d+)\.(\d+)(?:\.\d+)?(~)?(\+)?(?:@([\d:.]+)-([\d:.]+))?$/
const TIMING = /^([\d:.]+) --> ([\d:.]+)$/
const NOTE = /^NOTE (Break|Heading|Time unknown)(?: (~)?([\d:.]+)?([~+]*))?$/

/**
 * Our own WebVTT: the cues' names say what WebVTT has no words for, so that turns, paragraphs,
 * breaks and estimated times come back as they were.
 */
export const verbatimVtt: Format = {
  name: 'WebVTT made by Verbatim',
  sign: 'a first line WEBVTT and a comment by Verbatim',
  detect: ({ text }) => text.startsWith('WEBVTT') && text.slice(0, 2000).includes(VTT_NOTE),
  parse({ text }) {
    const reader = new Blocks()
    let language: string | undefined
    let line = 1
    for (const block of text.split('\n\n')) {
      const lines = block.split('\n')
      language ??= /^Language: ([A-Za-z0-9-]{2,35})$/.exec(lines.at(-1) ?? '')?.[1]
      const blank = lines.findIndex(one => one !== '')
      if (blank >= 0) reader.block(lines.slice(blank), line + blank)
      line += lines.length + 1
    }
    reader.flush()
    return {
      format: 'WebVTT',
      pieces: reader.pieces,
      problems: [],
      paragraphs: true,
      turns: true,
      ...(language && { language }),
    }
  },
}

interface Open {
  readonly place: string
  readonly line: number
  readonly start?: number
  end?: number
  readonly estimated: boolean
  readonly tight: boolean
  text: string
}

class Blocks {
  readonly pieces: Piece[] = []
  private open: Open | undefined
  private paragraph = ''
  private label: string | undefined

  block(lines: readonly string[], line: number): void {
    const first = lines[0] ?? ''
    const note = NOTE.exec(first)
    if (note?.[1] === 'Time unknown') {
      this.cue(
        `${note[3] ?? ''}${note[4] ?? ''}`,
        undefined,
        undefined,
        lines.slice(1).join('\n'),
        line,
      )
    } else if (note) {
      this.flush()
      const start = note[3] === undefined ? undefined : parseTime(note[3])
      this.pieces.push({
        type: note[1] === 'Break' ? 'break' : 'heading',
        text: lines.slice(1).join(' ').trim(),
        line,
        ...(start !== undefined && { start }),
        ...(note[2] && { estimated: true }),
      })
    } else {
      const at = lines.findIndex(one => TIMING.test(one))
      const timing = TIMING.exec(lines[at] ?? '')
      if (!timing?.[1] || !timing[2]) return
      const words = lines.slice(at + 1).join('\n')
      this.cue(at > 0 ? first : '', parseTime(timing[1]), parseTime(timing[2]), words, line)
    }
  }

  /** Another card of the segment before, or a new one. */
  private cue(
    id: string,
    shown: number | undefined,
    over: number | undefined,
    raw: string,
    line: number,
  ): void {
    const found = NAME.exec(id) ?? []
    const [, turn = '', paragraph = '', segment = '', estimated, tight] = found
    // What the source says, where a cue could not say it.
    const start = found[6] === undefined ? shown : parseTime(found[6])
    const end = found[7] === undefined ? over : parseTime(found[7])
    const place = `${turn}.${paragraph}.${segment}`
    const runs = readCueText(raw)
    const text = withoutTightBreaks(runs.map(run => run.text).join(''))
      .replace(/\s+/g, ' ')
      .trim()
    if (this.open && place === this.open.place && turn !== '') {
      this.open.text += tight === undefined ? ` ${text}` : text
      if (end !== undefined) this.open.end = end
      return
    }
    this.flush()
    const voice = runs.find(run => run.voice !== undefined)?.voice
    const label = voice === undefined ? undefined : decodeHTML(voice)
    if (`${turn}.${paragraph}` !== this.paragraph) this.pieces.push({ type: 'paragraph', line })
    this.paragraph = `${turn}.${paragraph}`
    if (label !== this.label) this.pieces.push({ type: 'speaker', label, line })
    this.label = label
    this.open = {
      place,
      line,
      text,
      estimated: estimated !== undefined,
      tight: tight !== undefined,
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
    }
  }

  flush(): void {
    const { open } = this
    this.open = undefined
    if (!open || open.text === '') return
    const { line, text, start, end, estimated, tight } = open
    const sound = /^\[[^[\]]+\]$/.test(text)
    const timed = { ...(start !== undefined && { start }), ...(end !== undefined && { end }) }
    if (sound)
      this.pieces.push({ type: 'sound', text, line, ...timed, ...(estimated && { estimated }) })
    else {
      this.pieces.push({
        type: 'text',
        text,
        line,
        ...timed,
        ...(estimated && { estimated }),
        ...(tight && { tight }),
      })
    }
  }
}
