import type { Format } from '../format.ts'
import { countShapes, grammarOf } from '../grammar.ts'
import { readTurnLines } from '../turn-lines.ts'

const NAME = 'Changelog Markdown'

/** `**Name:** \[01:46\] text`: bold names, times with escaped brackets, both optional. */
export const changelogMarkdown: Format = {
  name: NAME,
  sign: 'paragraphs like "**Name:** \\[01:46\\] text"',
  detect: source =>
    countShapes(grammarOf(source), shape => /^(?:escaped )?bold\/none|^escaped bold/.test(shape)) >
    0,
  parse: source => readTurnLines(source, NAME),
}
