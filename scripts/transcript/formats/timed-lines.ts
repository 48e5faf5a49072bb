import type { Format } from '../format.ts'
import { countShapes, grammarOf } from '../grammar.ts'
import { readTurnLines } from '../turn-lines.ts'

const NAME = 'Text with a time a line'

/** YouTube's transcript panel, Talk Python: a time in front of each line or above it. */
export const timedLines: Format = {
  name: NAME,
  sign: 'lines like "00:00:06 text", or "0:05" above the words',
  detect: source =>
    countShapes(grammarOf(source), shape => /^(?:none|voice)\/(?:square|round|bare)/.test(shape)) >
      1 &&
    countShapes(grammarOf(source), shape => !/^(?:none|voice)/.test(shape)) * 4 <
      grammarOf(source).stamped,
  parse: source => readTurnLines(source, NAME),
}
