import type { Seconds } from '../model/time.ts'
import type { Digest } from './digest.ts'
import type { Share } from './speaking.ts'

/** Who speaks when, ready to be drawn: one lane for each speaker. */
export interface Ribbon {
  /** The length of the band in seconds. */
  readonly length: Seconds
  readonly lanes: readonly Lane[]
}

export interface Lane {
  readonly share: Share
  /** Where this speaker speaks, in columns: pairs of first column and number of columns. */
  readonly runs: readonly (readonly [first: number, count: number])[]
}

/**
 * Divides the recording into columns, and gives each to whoever speaks longest in it. Undefined
 * when no turn has a time. `keys` says the order of the lanes; others follow by their first word.
 */
export function makeRibbon(
  { shares, stretches }: Pick<Digest, 'shares' | 'stretches'>,
  columns: number,
  keys: readonly string[] = [],
): Ribbon | undefined {
  const { starts, ends, length } = stretches
  if (length <= 0 || starts.length === 0) return undefined
  const lanes = shares.toSorted((a, b) => rank(keys, a) - rank(keys, b))
  const laneOf = shares.map(share => lanes.indexOf(share))
  const width = length / columns
  const longest = new Float64Array(columns)
  const owner = new Int16Array(columns).fill(-1)
  const spoken = new Float64Array(columns * lanes.length)
  for (let at = 0; at < starts.length; at += 1) {
    const start = starts[at] ?? 0
    const end = ends[at] ?? 0
    const lane = laneOf[stretches.shares[at] ?? 0] ?? 0
    const last = Math.min(columns - 1, Math.floor(end / width))
    for (let column = Math.floor(start / width); column <= last; column += 1) {
      const from = Math.max(start, column * width)
      const cell = column * lanes.length + lane
      const time = (spoken[cell] ?? 0) + Math.min(end, (column + 1) * width) - from
      spoken[cell] = time
      if (time > (longest[column] ?? 0)) {
        longest[column] = time
        owner[column] = lane
      }
    }
  }
  return { length, lanes: lanes.map((share, lane) => ({ share, runs: runsOf(owner, lane) })) }
}

function runsOf(owner: Int16Array, lane: number): [number, number][] {
  const runs: [number, number][] = []
  for (let column = 0; column < owner.length; column += 1) {
    if (owner[column] !== lane) continue
    const first = column
    while (column + 1 < owner.length && owner[column + 1] === lane) column += 1
    runs.push([first, column - first + 1])
  }
  return runs
}

function rank(keys: readonly string[], { speaker }: Share): number {
  const at = speaker ? keys.indexOf(speaker.key) : -1
  return at === -1 ? keys.length : at
}
