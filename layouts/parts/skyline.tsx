import type { Episode } from '../../scripts/model/show.ts'
import { VOICES } from '../styles/theme.ts'

const WIDTH = 365
const HEIGHT = 40

/** Longer than this, and a bar is as high as it gets. */
const TALL = 2 * 3600

/**
 * One year of episodes: a bar for each on its day, as high as it is long, in the colour of its first
 * host. Beside it stand the same facts in words, so a screen reader passes it by.
 */
export function Skyline({
  episodes,
  hosts,
}: {
  episodes: readonly Episode[]
  hosts: readonly string[]
}) {
  const byVoice = new Map<string, string>()
  for (const episode of episodes) {
    const first = episode.cast.find(({ role }) => role === 'host')?.guest.slug
    const at = first === undefined ? -1 : hosts.indexOf(first)
    const voice = at === -1 ? 'v' : `v${at % VOICES}`
    byVoice.set(voice, (byVoice.get(voice) ?? '') + bar(episode))
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

function bar({ date, duration = 1800 }: Episode): string {
  const day = Math.floor((Date.parse(date) - Date.UTC(Number(date.slice(0, 4)), 0, 1)) / 864e5)
  const height = Math.max(4, Math.round((Math.min(duration, TALL) / TALL) * HEIGHT))
  return `M${Math.min(day, WIDTH - 2)} ${HEIGHT}v-${height}h2v${height}z`
}
