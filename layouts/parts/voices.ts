import type { Episode } from '../../scripts/model/show.ts'
import { VOICES } from '../styles/theme.ts'

/**
 * The colour of each speaker of an episode, as a class name: the cast in its order, so that hosts
 * keep theirs from episode to episode, then whoever else speaks.
 */
export type Voices = ReadonlyMap<string, string>

export function voicesOf(episode: Episode): Voices {
  return new Map(speakerKeys(episode).map((key, at) => [key, `v${at % VOICES}`]))
}

/** The cast, then whoever else speaks, in order of their first word. */
export function speakerKeys(episode: Episode): string[] {
  const cast = episode.cast.map(({ guest }) => guest.slug)
  const speakers = episode.transcript?.speakers.map(({ key }) => key) ?? []
  return [...new Set([...cast, ...speakers])]
}
