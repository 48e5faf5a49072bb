import type { Appearance } from '../../scripts/insight/survey.ts'

const WIDTH = 1000
const HEIGHT = 40
const DAY = 864e5

/**
 * A person's appearances over time: a bar for each, as high as their share of the words; hosts hang
 * below the line. The list that follows it says the same, so a screen reader passes it by.
 */
export function Timeline({ appearances }: { appearances: readonly Appearance[] }) {
  const days = appearances.map(({ episode }) => Date.parse(episode.date) / DAY)
  const first = Math.min(...days)
  const span = Math.max(1, Math.max(...days) - first)
  const bars = { guest: '', host: '' }
  appearances.forEach(({ role, share }, at) => {
    const x = Math.round((((days[at] ?? first) - first) / span) * (WIDTH - 6))
    const height = Math.max(3, Math.round((share?.share ?? 0.1) * (HEIGHT / 2)))
    const middle = HEIGHT / 2
    bars[role] +=
      role === 'guest'
        ? `M${x} ${middle}v-${height}h6v${height}z`
        : `M${x} ${middle}v${height}h6v-${height}z`
  })
  const years = [appearances.at(-1), appearances[0]].map(it => it?.episode.date.slice(0, 4))
  return (
    <div class="timeline">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <path class="v1" d={bars.guest} />
        <path class="v0" d={bars.host} />
        <path class="axis" d={`M0 ${HEIGHT / 2}h${WIDTH}`} />
      </svg>
      <p class="facts" aria-hidden="true">
        <b>{years[0]}</b>
        {years[1] !== years[0] && <b>{years[1]}</b>}
      </p>
    </div>
  )
}
