import type { Cue } from './cue-lines.ts'

const MOST_FILLER = 0.05

/**
 * YouTube's automatic captions roll: each cue says the line before once more, and cues of ten
 * milliseconds stand between. Returns the cues with every line once; other files as they are.
 */
export function withoutRolling(cues: readonly Cue[]): readonly Cue[] {
  const lines = cues.map(cue =>
    cue.text.includes('\n') || cue.text !== '' ? cue.text.split('\n') : [],
  )
  const words = lines.map(of => of.map(plainLine).filter(line => line !== ''))
  let repeats = 0
  for (let i = 1; i < cues.length; i++) {
    const before = words[i - 1]?.at(-1)
    const said = words[i] ?? []
    if (before === undefined || said[0] !== before || !isClose(cues[i - 1], cues[i])) continue
    if (said.length > 1 || isFiller(cues[i])) repeats++
  }
  if (cues.length < 4 || repeats < cues.length * 0.3) return cues
  const kept: Cue[] = []
  let last: string | undefined
  for (const [i, cue] of cues.entries()) {
    const said = words[i] ?? []
    if (isFiller(cue) && said.every(line => line === last)) continue
    const fresh = (lines[i] ?? []).filter(line => plainLine(line) !== '')
    if (said.length > 1 && said[0] === last) fresh.shift()
    if (said.length > 0) last = said.at(-1)
    if (fresh.length > 0) kept.push({ ...cue, text: fresh.join('\n') })
  }
  return kept
}

function isFiller(cue: Cue | undefined): boolean {
  return cue?.start !== undefined && cue.end !== undefined && cue.end - cue.start <= MOST_FILLER
}

function plainLine(line: string): string {
  return (line.includes('<') ? line.replace(/<[^<>]*>/g, '') : line).trim()
}

function isClose(a: Cue | undefined, b: Cue | undefined): boolean {
  if (a?.end === undefined || b?.start === undefined) return false
  return Math.abs(b.start - a.end) < 0.5
}
