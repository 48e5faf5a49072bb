import type { Format } from '../format.ts'
import { countShapes, grammarOf } from '../grammar.ts'
import { readTurnLines } from '../turn-lines.ts'

const NAME = 'Text with a name and a time above each turn'

/** Riverside `Joe Patti (00:02)`, Otter `Kelly  0:00`, btctranscripts `Name: 00:00:00`: the words are below. */
export const namedBlocks: Format = {
  name: NAME,
  sign: 'lines like "Joe Patti (00:02)" or "Kelly  0:00" above the words',
  detect(source) {
    const grammar = grammarOf(source)
    const above = countShapes(grammar, shape =>
      /^(?:line|plain|bold|italic)\/(?:square|round|bare)\/alone$/.test(shape),
    )
    return above > 0 && above * 4 >= Math.max(grammar.labelled, grammar.stamped)
  },
  parse: source => readTurnLines(source, NAME),
}
