import type { LineHead } from './line-head.ts'
import { bareLabel, looksLikeName } from './names.ts'

const BEFORE_COLON = /^\s*([^\s:][^:\n]{0,40}?):(?=\s|$)/

/**
 * Names on the line of a time, or on the line under a time that stands alone: Happy Scribe's
 * `[00:01] - Ann Lee`, DaVinci Resolve's `Ann Lee`, or `ann: text` in small letters. They count
 * when most such lines have one.
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
    if (!head?.stamp || head.label !== undefined) continue
    alone++
    const label = head.alone
      ? labelOf(lines[i + 1] ?? '', lines[i + 2] ?? '')
      : beside(head, lines[i] ?? '', lines[i + 1] ?? '')
    if (!label?.label) continue
    found.set(head.alone ? i + 1 : i, label)
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

function beside(head: LineHead, line: string, next: string): LineHead | undefined {
  const name = line.slice(head.after).trim()
  if (next.trim() === '' || !looksLikeName(name) || name.split(' ').length > 4) return undefined
  return { ...head, ...headOf(name, line.length, line) }
}

function headOf(label: string, after: number, line: string): LineHead {
  return { label, labelForm: 'line', colon: true, after, alone: line.slice(after).trim() === '' }
}
