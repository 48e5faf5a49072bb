import { statSync } from 'node:fs'
import path from 'node:path'
import { weighPage } from '../tests/pageWeight.ts'
import { filesIn } from '../tests/site.ts'
import type { BenchContext } from './bench.ts'
import { buildShow } from './builds.ts'
import { type BenchEpisode, writeContent } from './contentFolder.ts'
import type { Measurement } from './measure.ts'

/** What the page of an episode of some ten thousand words weighs, and which pages are largest. */
export async function benchWeight(
  context: BenchContext,
  episodes: readonly BenchEpisode[],
): Promise<Measurement[]> {
  const words = (episode: BenchEpisode) => episode.transcript.split(/\s+/).length
  const nearest = episodes
    .map(episode => ({ episode, away: Math.abs(words(episode) - 10_000) }))
    .toSorted((a, b) => a.away - b.away)
    .map(({ episode }) => episode)
  const [typical] = nearest
  if (!typical) return []
  const content = path.join(context.folder, 'weight')
  const output = path.join(context.folder, 'weight-site')
  const longest = episodes.toSorted((a, b) => words(b) - words(a)).slice(0, 3)
  writeContent(content, [...new Set([typical, ...nearest.slice(1, 8), ...longest])])
  await buildShow(content, output, '--no-search')
  const { html, scripts, styles } = weighPage(output, `episodes/${typical.slug}/index.html`, '/')
  const note = `${typical.slug}, ${words(typical).toLocaleString('en')} words`
  const figure = (name: string, bytes: number, budget: number): Measurement => ({
    name,
    unit: 'kB',
    values: [bytes / 1000],
    budget,
  })
  const largest = filesIn(output)
    .filter(file => file.endsWith('.html'))
    .map(file => ({ file, bytes: statSync(path.join(output, file)).size }))
    .toSorted((a, b) => b.bytes - a.bytes)
    .slice(0, 3)
  return [
    { ...figure('episode page', html.raw, 120), note },
    figure('episode page, gzipped', html.gzipped, 35),
    figure('scripts before interaction, gzipped', scripts.gzipped, 12),
    figure('styles, gzipped', styles.gzipped, 10),
    ...largest.map(
      ({ file, bytes }): Measurement => ({
        name: 'largest pages',
        unit: 'kB',
        values: [bytes / 1000],
        note: path.posix.dirname(file),
      }),
    ),
  ]
}
