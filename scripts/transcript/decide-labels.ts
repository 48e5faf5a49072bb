import type { LineHead } from './line-head.ts'
import {
  bareLabel,
  isBreakLabel,
  isMachineLabel,
  isNoLabel,
  isSurnameFirst,
  looksLikeName,
} from './names.ts'

/** How a file writes one label. */
export interface Seen {
  count: number
  /** Some line writes it in a way that only labels are written: bold, with a time, as a voice. */
  strong: boolean
  /** A small letter follows wherever it stands: `Grain of salt: this is …`. */
  small: boolean
  /** Only ever in italics, which where names are bold is emphasis. */
  italic: boolean
}

/** Remembers a label and how its line writes it. */
export function note(
  seen: Map<string, Seen>,
  head: LineHead,
  label: string,
  line: string,
  next: string | undefined,
): void {
  const name = bareLabel(label)
  const strong =
    (head.colon && head.labelForm !== 'plain') ||
    (head.stamp !== undefined &&
      (looksLikeName(label) || head.labelForm === 'bold' || isSurnameFirst(label))) ||
    isAboveWords(head, name, next)
  const small = /^\p{Ll}/u.test(line.slice(head.after, head.after + 2))
  const italic = head.labelForm === 'italic'
  const found = seen.get(name)
  if (!found) seen.set(name, { count: 1, strong, small, italic })
  else {
    found.count++
    if (strong) found.strong = true
    if (!small) found.small = false
    if (!italic) found.italic = false
  }
}

/** `Ann Lee:` with nothing behind it and her words below. */
function isAboveWords(head: LineHead, name: string, next: string | undefined): boolean {
  if (!head.alone || !head.colon || next === undefined) return false
  return (
    isMachineLabel(name) ||
    (looksLikeName(name) && name.includes(' ') && !/^\s*(?:[-*•#>]|\d|https?:)/.test(next))
  )
}

/** Which of the words before a colon are labels, over all the lines of a file. */
export function decideLabels(
  seen: ReadonlyMap<string, Seen>,
  heads: readonly (LineHead | undefined)[],
  filled: number,
  otherColons: number,
): Map<string, 'sure' | 'tentative'> {
  const labels = new Map<string, 'sure' | 'tentative'>()
  let named = 0
  let surely = 0
  let plainly = 0
  let slanted = 0
  for (const [name, { count, strong, italic }] of seen) {
    if (strong && italic) slanted += count
    if (strong || count > 1) named += count
    if (strong && !italic) surely += count
    else if (count > 2 && looksLikeName(name)) plainly += count
  }
  const total = heads.reduce((sum, head) => sum + (head?.label === undefined ? 0 : 1), 0)
  const mostlyLabelled = total >= 2 && total >= filled * 0.5
  // More words with colons that are no names than names: `key: value` lines, not speech.
  const noNames = otherColons > named && otherColons > 2
  // Where a file sets its labels apart, `Best prose:` is words.
  const setApart = surely > plainly
  for (const [name, { count, small, ...seenAs }] of seen) {
    const strong = seenAs.strong && !(seenAs.italic && surely > slanted)
    if (isNoLabel(name)) continue
    const namelike = looksLikeName(name)
    // What stands once, with the sentence going on behind it, is emphasis: `**Note well:** this …`
    const emphasis = count === 1 && small && (!strong || !namelike)
    if ((strong && !emphasis) || isBreakLabel(name)) labels.set(name, 'sure')
    else if (noNames) continue
    else if (setApart) {
      if (namelike) labels.set(name, count > 2 ? 'sure' : 'tentative')
    } else if (count > 1 && (namelike || (count > 2 && name.split(' ').length <= 3))) {
      labels.set(name, 'sure')
    } else if (namelike) labels.set(name, mostlyLabelled && !emphasis ? 'sure' : 'tentative')
  }
  return labels
}

/**
 * A title with a colon, often written twice, stands above the first speaker and apart from the
 * turns: `Developing LLMs: Open, closed, or democratic?`
 */
export function doubtTitles(
  labels: Map<string, 'sure' | 'tentative'>,
  seen: ReadonlyMap<string, Seen>,
  heads: readonly (LineHead | undefined)[],
  lines: readonly string[],
): void {
  let often = 3
  for (const { count } of seen.values()) often = Math.max(often, count / 5)
  const first = heads.findIndex(
    head =>
      (head?.label && (seen.get(bareLabel(head.label))?.count ?? 0) >= often) ||
      head?.stampForm === 'square',
  )
  let apart = first
  for (let i = first - 1; i >= 0; i--) {
    const label = heads[i]?.label
    if (label === undefined) {
      if ((lines[i] ?? '').trim() !== '') break
    } else apart = i
  }
  const top = lines.findIndex(line => line.trim() !== '')
  const title = bareLabel(heads[top]?.label ?? '')
  const lone = seen.get(title)
  const recurring = [...labels.keys()].some(name => (seen.get(name)?.count ?? 0) > 1)
  if (lone?.count === 1 && !lone.strong && recurring && isTitleLike(lines, top)) {
    labels.set(title, 'tentative')
  }
  const below = new Set<string>()
  for (const [i, head] of heads.entries()) {
    if (head?.label === undefined || apart < 0) continue
    if (i >= apart || isSaid(lines[i]?.slice(head.after) ?? '')) below.add(bareLabel(head.label))
  }
  for (const [name, { count, strong }] of seen) {
    if (strong || count >= often || isBreakLabel(name) || below.has(name)) continue
    if (apart >= 0) labels.set(name, 'tentative')
  }
}

/** More than one sentence: no title, but what somebody says first. */
function isSaid(text: string): boolean {
  return text.length > 40 && /[.!?…]["'”’)]*\s+\p{Lu}/u.test(text)
}

function isTitleLike(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  if ((lines[at + 1] ?? '').trim() !== '' || line.split(' ').length > 14) return false
  return !/[.!?…,\]]["'”’)]*\s*$/.test(line)
}
