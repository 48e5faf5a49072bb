import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Edit, Problem } from '../model/problem.ts'

/** What was changed in a file of the content folder. */
export interface Mended {
  readonly file: string
  readonly line: number
  readonly code: string
  /** The line as it was and as it is. */
  readonly before: string
  readonly after: string
}

/**
 * Mends what is certain: makes the edits that problems bring along, and leaves every other byte of
 * the files as it was. An edit whose words no longer stand on its line is left undone.
 */
export function mend(root: string, problems: readonly Problem[]): Mended[] {
  const done: Mended[] = []
  const byFile = new Map<string, { code: string; edit: Edit }[]>()
  for (const { file, code, edits = [] } of problems) {
    const list = byFile.get(file) ?? []
    list.push(...edits.map(edit => ({ code, edit })))
    byFile.set(file, list)
  }
  for (const [file, edits] of byFile) {
    if (edits.length === 0) continue
    const target = path.join(root, file)
    const lines = readFileSync(target, 'utf8').split('\n')
    for (const { code, edit } of edits) {
      const before = lines[edit.line - 1]
      if (!before?.includes(edit.remove)) continue
      // A function, because `$` in the new words means nothing.
      const after = before.replace(edit.remove, () => edit.insert)
      lines[edit.line - 1] = after
      done.push({ file, line: edit.line, code, before: before.trim(), after: after.trim() })
    }
    writeFileSync(target, lines.join('\n'))
  }
  return done
}
