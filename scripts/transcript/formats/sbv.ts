import { type CueSyntax, readCues } from '../cue-lines.ts'
import { piecesOfCues } from '../cue-pieces.ts'
import type { Format } from '../format.ts'
import { linesOf } from '../source.ts'

const TIMING = /^(\d{1,3}:\d{2}:\d{2}\.\d{1,3}),(\d{1,3}:\d{2}:\d{2}\.\d{1,3})\s*$/

const SYNTAX: CueSyntax = {
  timing(line) {
    const found = TIMING.exec(line)
    return found?.[1] !== undefined && found[2] !== undefined ? [found[1], found[2]] : undefined
  },
  ids: 'number',
  header: 0,
}

/** YouTube's SubViewer: a line of two times, then the words; `[br]` breaks a line. */
export const sbv: Format = {
  name: 'SBV',
  sign: 'lines like "0:00:18.579,0:00:21.429"',
  detect: source =>
    linesOf(source)
      .slice(0, 40)
      .some(line => SYNTAX.timing(line) !== undefined),
  parse(source) {
    const cues = readCues(linesOf(source), SYNTAX)
    const { pieces, problems } = piecesOfCues(
      source.file,
      cues.map(cue => ({ ...cue, text: cue.text.replaceAll('[br]', '\n') })),
    )
    return { format: 'SBV', pieces, problems }
  },
}
