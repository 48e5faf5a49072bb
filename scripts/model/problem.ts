/** Something an editor should mend, said in the editor's words. */
export interface Problem {
  readonly severity: 'error' | 'warning'
  /** Stable kebab-case name of the kind of problem, such as `unknown-field`. */
  readonly code: string
  /** Path from the content folder, with forward slashes: `episodes/004-foghorns.md`. */
  readonly file: string
  /** 1-based; undefined when the problem is about the file as a whole. */
  readonly line?: number
  /** 1-based. */
  readonly column?: number
  /** One sentence that says what is wrong, with the value that is wrong. */
  readonly message: string
  /** One sentence that says how to mend it. */
  readonly fix: string
  /** What mends it for certain, when something does; in the problem's file. */
  readonly edits?: readonly Edit[]
}

/** Words on one line to be replaced by others. */
export interface Edit {
  /** 1-based. */
  readonly line: number
  readonly remove: string
  readonly insert: string
}

/** Where a problem stands. */
export type Place = Pick<Problem, 'file' | 'line' | 'column'>

/** Errors before warnings, then by file, line and column: the order they are printed in. */
export function compareProblems(a: Problem, b: Problem): number {
  if (a.severity !== b.severity) return a.severity === 'error' ? -1 : 1
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}

/**
 * A text of the editor's with everything in it to be seen: a control character could rewrite a
 * terminal, and one that turns the direction of writing could show another text than there is.
 */
export function visible(text: string): string {
  return text.replace(
    /[^\P{Cc}\n]|\p{Cs}|[\u2028-\u202e\u2066-\u2069]/gu,
    character => `\\u{${character.charCodeAt(0).toString(16)}}`,
  )
}
