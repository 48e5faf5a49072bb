import { type CueSyntax, readCues } from '../cue-lines.ts'
import { piecesOfCues } from '../cue-pieces.ts'
import type { Format } from '../format.ts'
import { linesOf } from '../source.ts'

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
    const cues = readCues(linesOf(source), SYNTAX).map(cue => ({
      ...cue,
      text: withoutAss(cue.text),
    }))
    const { pieces, problems } = piecesOfCues(source.file, cues)
    return { format: 'SRT', pieces, problems }
  },
}

/** Position codes of SubStation Alpha, `{\an8}`, that SRT files carry along. */
function withoutAss(text: string): string {
  return text.includes('{\\') ? text.replace(/\{\\[^{}]{0,200}\}/g, '') : text
}
