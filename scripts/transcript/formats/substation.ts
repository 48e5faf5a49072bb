import { parseTime } from '../../model/time.ts'
import type { Cue } from '../cue-lines.ts'
import { piecesOfCues } from '../cue-pieces.ts'
import type { Format } from '../format.ts'
import { linesOf } from '../source.ts'

const NAME = 'SubStation Alpha'
// Where no `Format:` line says otherwise: http://www.tcax.org/docs/ass-specs.htm
const FIELDS =
  'Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text'.toLowerCase()

/** `Dialogue: 0,0:00:01.00,0:00:03.00,Default,Ann,0,0,0,,Hello`, by Aegisub and its like. */
export const substation: Format = {
  name: NAME,
  sign: 'a first line [Script Info]',
  detect: ({ text }) => /^\s*\[Script Info\]/i.test(text) && /^Dialogue:/m.test(text),
  parse(source) {
    const cues: Cue[] = []
    let fields = FIELDS.split(', ')
    let events = false
    for (const [i, line] of linesOf(source).entries()) {
      if (line.startsWith('[')) events = /^\[events\]/i.test(line)
      const [, kind, rest = ''] = /^(Format|Dialogue):\s*(.*)$/.exec(line) ?? []
      if (!events || !kind) continue
      if (kind === 'Format') fields = rest.toLowerCase().split(/\s*,\s*/)
      else cues.push(cueOf(rest, fields, i + 1))
    }
    return { format: NAME, ...piecesOfCues(source.file, cues) }
  },
}

/** The last field is the words, and may hold commas. */
function cueOf(rest: string, fields: readonly string[], line: number): Cue {
  const cells = rest.split(',')
  const words = cells.slice(fields.length - 1).join(',')
  const cell = (name: string) => cells[fields.indexOf(name)]?.trim() ?? ''
  const start = parseTime(cell('start'))
  const said = words
    .replace(/\{[^{}]*\}/g, '')
    .replace(/\\[Nn]/g, '\n')
    .replace(/\\h/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
  const who = cell('name').replace(/[<>&]/g, '')
  return {
    line,
    id: '',
    start,
    end: parseTime(cell('end')),
    text: who === '' ? said : `<v ${who}>${said}`,
    ...(start === undefined && { bad: rest.slice(0, 60) }),
  }
}
