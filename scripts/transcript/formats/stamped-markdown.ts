import type { Format } from '../format.ts'
import { countShapes, grammarOf } from '../grammar.ts'
import { readTurnLines } from '../turn-lines.ts'

const NAME = 'Markdown with names and times'

/** `[00:21] **Henry:** text` or `**Robbie Wagner:** [00:34] text`. */
export const stampedMarkdown: Format = {
  name: NAME,
  sign: 'paragraphs like "[00:21] **Name:** text"',
  detect: source =>
    countShapes(grammarOf(source), shape =>
      /^(?:bold|italic)\/(?:square|bare|round)$/.test(shape),
    ) > 1,
  parse: source => readTurnLines(source, NAME),
}
