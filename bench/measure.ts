import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { MemoryWatch } from './memory.ts'

/** One figure of the table. */
export interface Measurement {
  /** What was measured, and on what: `build without search`. */
  readonly name: string
  /** Episodes of the show, where the figure grows with them. */
  readonly episodes?: number
  readonly unit: 's' | 'ms' | 'MB' | 'kB' | 'rounds' | '%'
  /** One for each run. */
  readonly values: readonly number[]
  /** Somebody else's figure for the same work in the same run. */
  readonly peer?: { readonly name: string; readonly values: readonly number[] }
  /** The most that DESIGN.md allows; `peer` stands for the peer's own median. */
  readonly budget?: number | 'peer'
  readonly note?: string
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** The value that `share` of the values do not pass. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Whether the budget holds; undefined where there is none, or nobody to compare with. */
export function holds({ values, peer, budget }: Measurement): boolean | undefined {
  const limit = budget === 'peer' ? peer && median(peer.values) : budget
  return limit === undefined ? undefined : median(values) <= limit
}

export interface Ran {
  /** Seconds on the wall. */
  readonly seconds: number
  /** Seconds of all processors together; undefined where there is no /proc. */
  readonly processor: number | undefined
  /** Bytes that the whole tree of processes held at once; undefined where there is no /proc. */
  readonly memory: number | undefined
}

/** Runs a command to its end; throws, with all it said, when it fails. */
export async function runCommand(
  program: string,
  args: readonly string[],
  cwd?: string,
): Promise<Ran> {
  const begun = performance.now()
  const worked = childSeconds()
  const child = spawn(program, args, {
    ...(cwd === undefined ? {} : { cwd }),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  })
  let said = ''
  const hear = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const watch = existsSync('/proc/self/stat') ? new MemoryWatch(child.pid) : undefined
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const seconds = (performance.now() - begun) / 1000
  const memory = watch?.finish()
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${said}`)
  const processor = worked === undefined ? undefined : (childSeconds() ?? worked) - worked
  return { seconds, processor, memory }
}

/** Seconds of processor time of all children that have ended, and of theirs. proc(5), fields 16 and 17 */
function childSeconds(): number | undefined {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // Linux counts in hundredths on every machine that Node runs on.
    return (Number(fields[13]) + Number(fields[14])) / 100
  } catch {
    return undefined
  }
}
