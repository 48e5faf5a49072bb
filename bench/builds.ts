import { appendFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder } from '../scripts/cache/cacheFolder.ts'
import type { BenchContext } from './bench.ts'
import { type BenchEpisode, writeContent } from './contentFolder.ts'
import { type Measurement, type Ran, runCommand } from './measure.ts'
import { hugo, pagefindOver, plainEleventy } from './peers.ts'

const ROOT = path.resolve(import.meta.dirname, '..')

/** Runs `npm run build` without npm. Cards are left out: nobody else draws them. */
export function buildShow(content: string, output: string, ...args: string[]): Promise<Ran> {
  const script = path.join(ROOT, 'scripts/run.js')
  return runCommand(
    process.execPath,
    [script, 'build', '--content', content, '--output', output, '--no-cards', ...args],
    ROOT,
  )
}

const seconds = (ran: readonly Ran[]) => ran.map(it => it.seconds)
const processor = (ran: readonly Ran[]) =>
  ran.flatMap(it => (it.processor === undefined ? [] : [it.processor]))
const megabytes = (ran: readonly Ran[]) =>
  ran.flatMap(({ memory }) => (memory === undefined ? [] : [memory / 1e6]))

/** Builds of one size, ours and the others' in turn, so that all have the same bad moments. */
export async function benchBuilds(
  context: BenchContext,
  episodes: readonly BenchEpisode[],
): Promise<Measurement[]> {
  const folder = path.join(context.folder, String(episodes.length))
  const content = path.join(folder, 'content')
  const output = path.join(folder, 'site')
  writeContent(content, episodes)
  const peers = [hugo, plainEleventy].filter(peer => {
    const missing = peer.missing()
    if (missing) context.print(`  skipped: ${missing}`)
    else peer.write(path.join(folder, peer.name), episodes)
    return !missing
  })

  const forget = () => rmSync(cacheFolder(content), { recursive: true, force: true })
  const pages: Ran[] = []
  const whole: Ran[] = []
  const again: Ran[] = []
  const pagefind: Ran[] = []
  const others = peers.map((): Ran[] => [])
  for (let run = 0; run < context.runs; run++) {
    context.print(`  ${episodes.length} episodes, run ${run + 1} of ${context.runs}`)
    forget()
    pages.push(await buildShow(content, output, '--no-search'))
    for (const [at, peer] of peers.entries()) {
      others[at]?.push(await peer.build(path.join(folder, peer.name)))
    }
    pagefind.push(await pagefindOver(output, path.join(folder, 'pagefind')))
    forget()
    whole.push(await buildShow(content, output))
    const edited = episodes[(run * 7) % episodes.length]?.slug ?? ''
    appendFileSync(
      path.join(content, 'episodes', `${edited}.transcript.md`),
      `\n**Adam Stacoviak:** One more sentence, number ${run}.\n`,
    )
    again.push(await buildShow(content, output))
  }
  forget()
  rmSync(folder, { recursive: true, force: true })

  const many = episodes.length
  const large = many > 1000
  const peerOf = (name: string) => {
    const ran = others[peers.findIndex(peer => peer.name === name)] ?? []
    return ran.length > 0 ? { peer: { name, values: seconds(ran) } } : {}
  }
  // On a machine that others work on as well, this says more than the clock on the wall.
  const work = (name: string, ran: readonly Ran[], peer?: string): Measurement[] => {
    const theirs = processor(others[peers.findIndex(it => it.name === peer)] ?? [])
    if (processor(ran).length === 0) return []
    const beside = peer && theirs.length > 0 ? { peer: { name: peer, values: theirs } } : {}
    return [{ name, episodes: many, unit: 's', values: processor(ran), ...beside }]
  }
  const memory = (name: string, ran: readonly Ran[], budget?: number): Measurement[] =>
    megabytes(ran).length === 0
      ? []
      : [{ name, episodes: many, unit: 'MB', values: megabytes(ran), ...(budget && { budget }) }]
  return [
    {
      name: 'build without search',
      episodes: many,
      unit: 's',
      values: seconds(pages),
      ...peerOf('Hugo'),
      ...(large && { budget: 'peer' as const }),
    },
    {
      name: 'build without search',
      episodes: many,
      unit: 's',
      values: seconds(pages),
      ...peerOf('plain Eleventy'),
    },
    ...work('processor time, without search', pages, 'Hugo'),
    ...memory('memory, without search', pages),
    {
      name: 'build with search',
      episodes: many,
      unit: 's',
      values: seconds(whole),
      peer: {
        name: 'pages + Pagefind',
        values: pagefind.map((it, at) => it.seconds + (pages[at]?.seconds ?? 0)),
      },
      ...(many === 100 && { budget: 10 }),
    },
    ...work('processor time, with search', whole),
    ...memory('memory, with search', whole, large ? 4000 : undefined),
    ...memory('memory, plain Pagefind', pagefind),
    {
      name: 'build again, one edit',
      episodes: many,
      unit: 's',
      values: seconds(again),
      ...(large && { budget: 5 }),
    },
  ]
}
