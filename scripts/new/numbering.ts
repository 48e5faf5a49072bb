import type { ExistingEpisode } from './existing.ts'

/** What the next episode's number and season are, as the others have them. */
export interface Numbering {
  readonly number?: number
  readonly season?: number
}

/**
 * Guesses the next number and season: the season of the newest numbered episode, and the number
 * after the highest in it. A first episode is number 1; a show that doesn't number gets no number.
 *
 * @param wanted a season that the editor has named already
 */
export function nextNumber(
  episodes: readonly ExistingEpisode[],
  wanted: number | undefined,
): Numbering {
  const season = (of: number | undefined) => (of === undefined ? {} : { season: of })
  if (episodes.length === 0) return { number: 1, ...season(wanted) }
  const numbered = episodes.filter(
    ({ number, values }) => number !== undefined && (values.type ?? 'full') === 'full',
  )
  const [newest] = numbered.toSorted((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1))
  if (!newest) return season(wanted)
  const current = wanted ?? newest.values.season
  const inSeason = numbered.filter(episode => episode.values.season === current)
  // A season nobody has begun: its numbers start over only if those of other seasons did.
  if (inSeason.length === 0) {
    return { number: startsOver(numbered) ? 1 : highest(numbered) + 1, ...season(current) }
  }
  return { number: highest(inSeason) + 1, ...season(current) }
}

function highest(episodes: readonly ExistingEpisode[]): number {
  return Math.max(...episodes.map(episode => episode.number ?? 0))
}

function startsOver(episodes: readonly ExistingEpisode[]): boolean {
  const seen = new Set<number>()
  return episodes.some(({ number = 0 }) => seen.size === seen.add(number).size)
}

function dateOf(episode: ExistingEpisode): string {
  return episode.values.date?.iso ?? ''
}
