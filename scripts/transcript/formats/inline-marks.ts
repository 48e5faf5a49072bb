import type { Format } from '../format.ts'
import { grammarOf } from '../grammar.ts'
import { readTurnLines } from '../turn-lines.ts'

const NAME = 'Text with inline marks'

/** Descript, Transistor: `Tom: We [00:01:00] …`, names before the colon, times standing in the words. */
export const inlineMarks: Format = {
  name: NAME,
  sign: 'lines like "Tom: text [00:01:00] text"',
  detect: source =>
    (grammarOf(source).labelled > 0 || grammarOf(source).stamped > 0) &&
    /\[\d{1,2}:\d{2}(?::\d{2})?/.test(source.text),
  parse: source => readTurnLines(source, NAME),
}
