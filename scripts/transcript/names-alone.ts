import type { LineHead } from './line-head.ts'
import { looksLikeName } from './names.ts'
import { openings } from './openings.ts'

/**
 * Names that stand alone above the words, without colon or time, as plays and some stations write
 * them. They count when at least two come back and most paragraphs are one or begin with one.
 */
export function namesAlone(
  lines: readonly string[],
  from: number,
  heads: readonly (LineHead | undefined)[],
): Map<number, LineHead> {
  const found = new Map<number, LineHead>()
  const counts = new Map<string, number>()
  let paragraphs = 0
  for (const i of openings(lines, from)) {
    const line = (lines[i] ?? '').trim()
    paragraphs++
    if (heads[i] || line.length > 40 || !isNameAlone(line)) continue
    counts.set(line, (counts.get(line) ?? 0) + 1)
    const after = (lines[i] ?? '').length
    found.set(i, { label: line, labelForm: 'line', colon: true, after, alone: true })
  }
  for (const [i, { label }] of found) {
    if ((counts.get(label ?? '') ?? 0) < 2) found.delete(i)
  }
  const back = [...counts.values()].filter(count => count > 1).length
  return back >= 2 && found.size >= paragraphs * 0.35 ? found : new Map()
}

function isNameAlone(line: string): boolean {
  return line.split(' ').length <= 3 && looksLikeName(line) && !/[.!?…:,]$/.test(line)
}
