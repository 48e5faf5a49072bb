import type { LineHead } from './line-head.ts'
import { openings } from './openings.ts'

const SMALL = /^(\p{Ll}[\p{L}\p{N}_-]{1,30}):\s+(?=\S)/u

/**
 * Labels that people write small, `roasbeef: It's good to be here.`: one word that opens
 * paragraphs again and again, which a word of prose before a colon does not.
 */
export function smallLabels(
  lines: readonly string[],
  from: number,
  heads: readonly (LineHead | undefined)[],
): Map<number, LineHead> {
  const found = new Map<number, LineHead>()
  const counts = new Map<string, number>()
  let paragraphs = 0
  for (const i of openings(lines, from)) {
    const line = lines[i] ?? ''
    paragraphs++
    const small = heads[i] ? null : SMALL.exec(line)
    if (!small?.[1]) continue
    counts.set(small[1], (counts.get(small[1]) ?? 0) + 1)
    const after = small[0].length
    found.set(i, { label: small[1], labelForm: 'line', colon: true, after, alone: false })
  }
  for (const [i, { label }] of found) {
    const count = counts.get(label ?? '') ?? 0
    if (count < 3 || count < paragraphs * 0.1) found.delete(i)
  }
  return found
}
