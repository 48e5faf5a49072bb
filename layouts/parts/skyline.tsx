import type { Episode } from '../../scripts/model/show.ts'
import { VOICES } from '../styles/theme.ts'

const WIDTH = 365
const HEIGHT = 40

/**
 * One year of episodes: a bar for each on its day, as high as it is long, in the colour of its first
 * host. Beside it stand the same facts in words, so a screen reader passes it by.
 */
export function Skyline({
  episodes,
  hosts,
  longest,
}: {
  episodes: readonly Episode[]
  hosts: readonly string[]
  /** The longest episode of all years, in seconds: as high as a bar gets. */
  longest: number
}) {
  // Bars of a weekly show stand close; a yearly handful may be broad.
  const width = Math.min(6, Math.max(1.5, Math.round(WIDTH / (episodes.length * 3))))
  const byVoice = new Map<string, string>()
  for (const episode of episodes) {
    const first = episode.cast.find(({ role }) => role === 'host')?.guest.slug
    const at = first === undefined ? -1 : hosts.indexOf(first)
    const voice = at === -1 ? 'v' : `v${at % VOICES}`
    byVoice.set(voice, (byVoice.get(voice) ?? '') + bar(episode, longest, width))
  }
  return (
    <svg
      class="skyline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {[...byVoice].map(([voice, path]) => (
        <path class={voice} d={path} />
      ))}
    </svg>
  )
}

function bar({ date, duration }: Episode, longest: number, width: number): string {
  const day = Math.floor((Date.parse(date) - Date.UTC(Number(date.slice(0, 4)), 0, 1)) / 864e5)
  const part = (duration ?? longest / 2) / Math.max(1, longest)
  const height = Math.max(3, Math.round(part * HEIGHT))
  return `M${Math.min(day, WIDTH - width)} ${HEIGHT}v-${height}h${width}v${height}z`
}
