import type { Transcript } from '../../model/transcript.ts'
import type { About } from './stretches.ts'
import { type Style, writeLines } from './text.ts'

const MARKDOWN: Style = {
  title: title => `# ${escaped(title)}`,
  name: name => `**${name}:**`,
  words: escaped,
}

/** Markdown: `[12:34] **Tom:** words`; `[≈12:34]` is an estimated time. */
export function writeMarkdown(transcript: Transcript, about: About): string {
  return writeLines(transcript, about, MARKDOWN)
}

/** What Markdown would take for its own signs. */
function escaped(text: string): string {
  return text
    .replace(/[\\*_`[\]<~&]/g, '\\$&')
    .replace(/^([#>+=-])/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s)/, '$1\\$2')
}
