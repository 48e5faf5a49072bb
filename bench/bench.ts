import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { readCommandLine, run, UsageError } from '../scripts/commands/commandLine.ts'
import { archivesFolder, readArchive } from './archive.ts'
import { benchBuilds } from './builds.ts'
import { type BenchEpisode, chooseEpisodes } from './contentFolder.ts'
import { benchFuzz } from './fuzz.ts'
import type { Measurement } from './measure.ts'
import { benchPreview } from './preview.ts'
import { benchCheck, benchEstimate, benchParse } from './reading.ts'
import { formatTable, writeResults } from './report.ts'
import { benchSearch } from './search.ts'
import { benchWeight } from './weight.ts'

/** What every measurement is given. */
export interface BenchContext {
  readonly runs: number
  /** A folder to work in; goes away at the end. */
  readonly folder: string
  readonly print: (line: string) => void
}

const NAMES = [
  'build',
  'check',
  'parse',
  'preview',
  'estimate',
  'weight',
  'search',
  'fuzz',
] as const
type Name = (typeof NAMES)[number]

const help = {
  usage: 'npm run bench',
  about: 'Measures what DESIGN.md promises, beside others doing the same work in the same run.',
  options: {
    episodes: {
      type: 'string',
      value: 'N,N',
      about: 'episodes of the shows to build',
      default: '100,500,2084',
    },
    only: { type: 'string', value: 'NAME', about: `one of ${NAMES.join(', ')}` },
    runs: { type: 'string', value: 'N', about: 'runs of each build', default: '3' },
    seconds: { type: 'string', value: 'N', about: 'how long to fuzz', default: '120' },
    seed: { type: 'string', value: 'N', about: 'what the fuzzing starts from', default: '1' },
    output: {
      type: 'string',
      value: 'DIR',
      about: 'where results.json and growth.svg go',
      default: 'bench/results',
    },
  },
  examples: ['npm run bench -- --only build --episodes 100 --runs 5'],
} as const

async function bench(): Promise<number> {
  const args = readCommandLine(help)
  const numbers = (name: string) =>
    (args.text(name) ?? '').split(',').map(text => {
      const number = Number(text)
      if (!Number.isInteger(number) || number < 1) {
        throw new UsageError(`--${name} takes whole numbers above 0, not “${text}”.`)
      }
      return number
    })
  const only = args.text('only')
  if (only !== undefined && !NAMES.some(name => name === only)) {
    throw new UsageError(`There is no measurement “${only}”. Use one of ${NAMES.join(', ')}.`)
  }
  // Fuzzing measures nothing and takes as long as one lets it, so it runs when it is asked for.
  const wanted = (name: Name) => (only === undefined ? name !== 'fuzz' : name === only)
  const print = (line: string) => void process.stdout.write(`${line}\n`)
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-bench-'))
  const context: BenchContext = { runs: numbers('runs')[0] ?? 3, folder, print }
  const found: Measurement[] = []
  const measure = async (name: Name, work: () => Promise<readonly Measurement[]>) => {
    if (!wanted(name)) return
    print(`${name} …`)
    found.push(...(await work()))
  }
  try {
    const archives = archivesFolder()
    if (archives) {
      await measureArchive(archives, numbers('episodes'), context, measure)
    } else if (only !== 'fuzz') {
      print('No archives on this machine: set VERBATIM_ARCHIVES to a folder of them. Skipped.')
    }
    await measure('fuzz', () =>
      benchFuzz(context, numbers('seconds')[0] ?? 120, numbers('seed')[0] ?? 1),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  if (found.length === 0) return 0
  print(`\n${formatTable(found)}`)
  const output = args.text('output') ?? ''
  writeResults(output, found, {
    node: process.version,
    processors: cpus().length,
    memory: totalmem(),
    runs: context.runs,
  })
  print(`\nWrote ${path.join(output, 'results.json')} and growth.svg beside it.`)
  return 0
}

async function measureArchive(
  archives: string,
  sizes: readonly number[],
  context: BenchContext,
  measure: (name: Name, work: () => Promise<readonly Measurement[]>) => Promise<void>,
): Promise<void> {
  const files = readArchive(path.join(archives, 'changelog-md.tar.gz'))
  const shows = sizes.map(size => chooseEpisodes(files, size))
  const largest = shows.reduce<readonly BenchEpisode[]>((a, b) => (b.length > a.length ? b : a), [])
  await measure('build', async () => {
    const found: Measurement[] = []
    for (const show of shows) found.push(...(await benchBuilds(context, show)))
    return found
  })
  await measure('check', async () => [await benchCheck(context, largest)])
  await measure('parse', async () => [benchParse(context, largest)])
  await measure('preview', async () => [await benchPreview(context, chooseEpisodes(files, 200))])
  await measure('estimate', async () => benchEstimate(archives))
  await measure('weight', () => benchWeight(context, largest))
  await measure('search', async () => {
    await benchSearch({ print: context.print })
    return []
  })
}

await run(bench)
