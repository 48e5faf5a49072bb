import type { Format } from '../format.ts'
import { grammarOf } from '../grammar.ts'
import { readTurnLines } from '../turn-lines.ts'

const NAME = 'Text with names'

/** Names before the words, no times. */
export const labelledText: Format = {
  name: NAME,
  sign: 'lines like "Tom: text"',
  detect: source => grammarOf(source).labelled > 1,
  parse: source => readTurnLines(source, NAME),
}
