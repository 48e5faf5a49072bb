import type { Problem } from '../model/problem.ts'
import type { Draft, Piece } from './draft.ts'
import type { TranscriptSource } from './format.ts'
import * as problem from './problems.ts'

// Control characters, halves of a surrogate pair and what is no character: no page, no feed and no
// UTF-8 file can hold them.
const UNFIT = /[^\P{Cc}\t\n\x80-\x9f]|\p{Cs}|\p{Noncharacter_Code_Point}/gu

/**
 * Takes out what a file wrote as an escape, `\u001d` in JSON or `&#1;` in captions, and a reader of
 * its bytes could not see.
 */
export function withoutEscapes(draft: Draft, source: TranscriptSource): Draft {
  const { text } = source
  // Looked for as they stand first: most files hold neither, and a pattern is slower at saying so.
  if (!text.includes('&#') && !(text.includes('\\u') || text.includes('\\U'))) return draft
  if (!/\\u[01df]|&#/i.test(text)) return draft
  const problems: Problem[] = []
  const fit = (text: string, line: number, instead: string) => {
    const found = text.match(UNFIT)
    if (!found) return text
    if (problems.length < 20) {
      const code = found[0].charCodeAt(0)
      problems.push(problem.controlCharacter(source.file, line, code, found.length))
    }
    return text.replace(UNFIT, instead)
  }
  const pieces = draft.pieces.map((piece): Piece => {
    if (piece.type === 'speaker' && piece.label !== undefined) {
      return { ...piece, label: fit(piece.label, piece.line, '') }
    }
    if (!('text' in piece)) return piece
    // Words with times of their own are found by their place in the text, which must not move.
    const kept = piece.type === 'text' && piece.words ? ' ' : ''
    return { ...piece, text: fit(piece.text, piece.line, kept) }
  })
  return problems.length === 0
    ? draft
    : { ...draft, pieces, problems: [...draft.problems, ...problems] }
}
