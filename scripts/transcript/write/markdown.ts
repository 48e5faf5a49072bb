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

// Most words have none of these, which is asked first because three replacements cost more.
const SIGN = /[\\*_`[\]<~&]/
const START = /^[#>+=\-\d]/

/** What Markdown would take for its own signs. */
function escaped(text: string): string {
  if (!SIGN.test(text) && !START.test(text)) return text
  return text
    .replace(/[\\*_`[\]<~&]/g, '\\$&')
    .replace(/^([#>+=-])/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s)/, '$1\\$2')
}
