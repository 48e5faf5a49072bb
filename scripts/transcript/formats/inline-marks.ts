import type { Format } from '../format.ts'
import { grammarOf } from '../grammar.ts'
import { readTurnLines } from '../turn-lines.ts'

/** `Tom: We [00:01:00] …`: names before the colon, times standing in the words. */
export const inlineMarks: Format = {
  name: 'Text with inline marks',
  sign: 'lines like "Tom: text [00:01:00] text"',
  detect: source =>
    grammarOf(source).labelled > 0 && /[^\\]\[\d{1,2}:\d{2}(?::\d{2})?\]/.test(source.text),
  parse: source => readTurnLines(source, 'Text with inline marks'),
}
