import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { holds, type Measurement, median } from './measure.ts'

/** The measurements as lines of a table, with what DESIGN.md asks for beside them. */
export function formatTable(measurements: readonly Measurement[]): string {
  const rows = [
    ['what', 'episodes', 'median', 'spread', 'compared with', 'budget', ''],
    ...measurements.map(rowOf),
  ]
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map(row => row[at]?.length ?? 0))) ?? []
  return rows
    .map(row =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function rowOf(measurement: Measurement): string[] {
  const { name, episodes, unit, values, peer, budget, note } = measurement
  const middle = median(values)
  const held = holds(measurement)
  const limit = budget === 'peer' ? (peer?.name ?? 'no peer here') : budget
  return [
    name,
    episodes === undefined ? '' : episodes.toLocaleString('en'),
    `${formatFigure(middle)} ${unit}`,
    values.length > 1
      ? `${formatFigure(Math.min(...values))}–${formatFigure(Math.max(...values))}`
      : '',
    peer
      ? `${peer.name} ${formatFigure(median(peer.values))} ${unit}, × ${(middle / median(peer.values)).toFixed(2)}`
      : '',
    limit === undefined ? '' : `${typeof limit === 'number' ? `≤ ${limit} ${unit}` : `≤ ${limit}`}`,
    [held === undefined ? '' : held ? 'holds' : 'does not hold', note ?? '']
      .filter(Boolean)
      .join('; '),
  ]
}

function formatFigure(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value >= 10 ? 1 : 2)
}

/** Writes `<name>.json` and a chart of what grows with the number of episodes. */
export function writeResults(
  folder: string,
  measurements: readonly Measurement[],
  about: Readonly<Record<string, unknown>>,
): void {
  mkdirSync(folder, { recursive: true })
  const results = measurements.map(it => ({ ...it, median: median(it.values), holds: holds(it) }))
  writeFileSync(
    path.join(folder, 'results.json'),
    `${JSON.stringify({ ...about, results }, null, 2)}\n`,
  )
  writeFileSync(path.join(folder, 'growth.svg'), growthChart(measurements))
}

const COLOURS = ['#1f6f78', '#a5402d', '#6b5b95', '#b8860b', '#4a7c3a', '#444444']
const WIDTH = 720
const HEIGHT = 420
const EDGE = 60

/** Seconds against episodes, a line for each thing that was built. */
function growthChart(measurements: readonly Measurement[]): string {
  const lines = new Map<string, [episodes: number, seconds: number][]>()
  const add = (name: string, episodes: number, values: readonly number[]) =>
    lines.set(name, [...(lines.get(name) ?? []), [episodes, median(values)]])
  for (const { name, episodes, unit, values, peer } of measurements) {
    if (episodes === undefined || unit !== 's' || !name.startsWith('build')) continue
    add(name, episodes, values)
    if (peer) add(peer.name, episodes, peer.values)
  }
  const points = [...lines.values()].flat()
  const most = [0, 1].map(at => Math.max(1, ...points.map(point => point[at] ?? 0)))
  const x = (episodes: number) => EDGE + ((WIDTH - 2 * EDGE) * episodes) / (most[0] ?? 1)
  const y = (seconds: number) => HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * seconds) / (most[1] ?? 1)
  const drawn = [...lines].map(([name, line], at) => {
    const colour = COLOURS[at % COLOURS.length]
    const path = line.map(([e, s]) => `${x(e).toFixed(1)},${y(s).toFixed(1)}`).join(' ')
    return `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${path}"/><text x="${EDGE + 8}" y="${EDGE + 16 * at}" fill="${colour}">${name}</text>`
  })
  const ticks = [...new Set(points.map(([episodes]) => episodes))].map(
    episodes =>
      `<text x="${x(episodes)}" y="${HEIGHT - EDGE + 20}" text-anchor="middle">${episodes}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13"><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/><path d="M${EDGE} ${EDGE}V${HEIGHT - EDGE}H${WIDTH - EDGE}" fill="none" stroke="#888"/><text x="${EDGE}" y="${EDGE - 12}">${Math.round(most[1] ?? 0)} s</text><text x="${WIDTH - EDGE}" y="${HEIGHT - EDGE + 38}" text-anchor="end">episodes</text>${ticks.join('')}${drawn.join('')}</svg>\n`
}
