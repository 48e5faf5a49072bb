import { secondsToSay } from './estimate.ts'
import type { Entry } from './turns.ts'

// Gaps longer than this hold music or a break; shorter ones say little.
const SHORTEST = 5
const LONGEST = 240
const FEWEST_GAPS = 6
const ROUNDS = 8

/**
 * How slowly each voice of a file speaks, 1 being ordinary: what fits the known times best. In a
 * minute of two voices it matters who of them talks fast.
 */
export function pacesOf(
  entries: readonly Entry[],
  anchors: readonly number[],
): Map<string, number> {
  const gaps = gapsOf(entries, anchors)
  const paces = new Map<string, number>()
  let said = 0
  let taken = 0
  for (const gap of gaps) {
    taken += gap.length
    for (const [voice, seconds] of gap.said) {
      said += seconds
      paces.set(voice, 1)
    }
  }
  if (gaps.length < FEWEST_GAPS || paces.size < 2 || said === 0) return new Map()
  const usual = taken / said
  for (const voice of paces.keys()) paces.set(voice, usual)
  // Least squares, one voice at a time, each held a little to the usual pace.
  for (let round = 0; round < ROUNDS; round++) {
    for (const voice of paces.keys()) paces.set(voice, bestPace(voice, gaps, paces, usual))
  }
  for (const [voice, pace] of paces) paces.set(voice, pace / usual)
  return paces
}

interface Gap {
  readonly length: number
  /** Seconds each voice should take in it. */
  readonly said: ReadonlyMap<string, number>
}

function bestPace(
  voice: string,
  gaps: readonly Gap[],
  paces: ReadonlyMap<string, number>,
  usual: number,
): number {
  let weight = 2
  let sum = 2 * usual
  for (const gap of gaps) {
    const own = gap.said.get(voice)
    if (own === undefined) continue
    let rest = gap.length
    for (const [other, seconds] of gap.said) {
      if (other !== voice) rest -= seconds * (paces.get(other) ?? usual)
    }
    weight += (own * own) / 400
    sum += (own * rest) / 400
  }
  return Math.min(usual * 1.6, Math.max(usual * 0.6, sum / weight))
}

function gapsOf(entries: readonly Entry[], anchors: readonly number[]): Gap[] {
  const gaps: Gap[] = []
  for (let k = 1; k < anchors.length; k++) {
    const from = anchors[k - 1] ?? 0
    const to = anchors[k] ?? 0
    const length = (entries[to]?.of.start ?? 0) - (entries[from]?.of.start ?? 0)
    if (length < SHORTEST || length > LONGEST) continue
    const said = new Map<string, number>()
    for (let i = from; i < to; i++) {
      const entry = entries[i]
      if (entry?.voice === undefined) continue
      said.set(entry.voice, (said.get(entry.voice) ?? 0) + secondsToSay(entry.of.text))
    }
    gaps.push({ length, said })
  }
  return gaps
}
