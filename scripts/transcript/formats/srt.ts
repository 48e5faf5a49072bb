import { type Cue, type CueSyntax, readCues } from '../cue-lines.ts'
import { piecesOfCues } from '../cue-pieces.ts'
import type { Format } from '../format.ts'
import { withNamesAbove } from '../names-above.ts'
import { linesOf } from '../source.ts'
import { ESTIMATED, UNKNOWN } from '../write/srt.ts'

const TIMING =
  /^\s*(\d{1,3}:\d{1,2}:\d{1,2}(?:[.,:]\d{1,3})?|\d{1,3}:\d{2}[.,]\d{1,3})\s*-{1,2}>\s*(\d[\d:.,]*)(?:\s.*)?$/

const SYNTAX: CueSyntax = {
  timing(line) {
    if (!line.includes('->')) return undefined
    const found = TIMING.exec(line)
    return found?.[1] !== undefined && found[2] !== undefined ? [found[1], found[2]] : undefined
  },
  ids: 'number',
  header: 0,
}

/** SubRip has no specification; this is what players and editors agree on. */
export const srt: Format = {
  name: 'SRT',
  sign: 'lines like "00:00:05,203 --> 00:00:07,213"',
  detect: source =>
    linesOf(source)
      .slice(0, 40)
      .some(line => SYNTAX.timing(line) !== undefined),
  parse(source) {
    const cues = withNamesAbove(readCues(linesOf(source), SYNTAX).map(plain))
    const { pieces, problems } = piecesOfCues(source.file, cues)
    return { format: 'SRT', pieces, problems }
  },
}

/** Reads back how our own export says that a time is estimated, or unknown. */
function plain(cue: Cue): Cue {
  const text = withoutAss(cue.text)
  if (!text.startsWith(ESTIMATED)) return { ...cue, text }
  if (text.startsWith(UNKNOWN)) {
    const { bad: _, ...rest } = cue
    return {
      ...rest,
      start: undefined,
      end: undefined,
      text: text.slice(UNKNOWN.length).trimStart(),
    }
  }
  return { ...cue, estimated: true, text: text.slice(ESTIMATED.length).trimStart() }
}

/** Position codes of SubStation Alpha, `{\an8}`, that SRT files carry along. */
function withoutAss(text: string): string {
  return text.includes('{\\') ? text.replace(/\{\\[^{}]{0,200}\}/g, '') : text
}
