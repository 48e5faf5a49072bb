import type { LineHead } from './line-head.ts'
import { bareLabel, looksLikeName } from './names.ts'

const BEFORE_COLON = /^\s*([^\s:][^:\n]{0,40}?):(?=\s|$)/

/**
 * Names on the line under a time that stands alone: DaVinci Resolve's `Ann Lee`, or `ann: text`
 * in small letters. They count when most such lines have one.
 */
export function labelsBelow(
  lines: readonly string[],
  from: number,
  heads: readonly (LineHead | undefined)[],
): Map<number, LineHead> {
  const found = new Map<number, LineHead>()
  const names = new Set<string>()
  let alone = 0
  for (let i = from; i + 1 < lines.length; i++) {
    const head = heads[i]
    if (!head?.stamp || !head.alone || head.label !== undefined) continue
    alone++
    const label = labelOf(lines[i + 1] ?? '', lines[i + 2] ?? '')
    if (!label?.label) continue
    found.set(i + 1, label)
    names.add(bareLabel(label.label))
  }
  const common = found.size >= 2 && found.size >= alone * 0.6 && names.size <= found.size * 0.75
  return common ? found : new Map()
}

function labelOf(line: string, next: string): LineHead | undefined {
  const colon = BEFORE_COLON.exec(line)
  if (colon?.[1] !== undefined && colon[1].split(' ').length <= 4 && /\p{L}/u.test(colon[1])) {
    return headOf(colon[1], colon[0].length, line)
  }
  const name = line.trim()
  if (next.trim() === '' || !looksLikeName(name) || name.split(' ').length > 4) return undefined
  return headOf(name, line.length, line)
}

function headOf(label: string, after: number, line: string): LineHead {
  return { label, labelForm: 'line', colon: true, after, alone: line.slice(after).trim() === '' }
}
