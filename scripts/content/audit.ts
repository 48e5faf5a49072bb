import type { Problem } from '../model/problem.ts'
import type { Episode } from '../model/show.ts'
import type { Seconds } from '../model/time.ts'
import * as problems from './problems.ts'
import type { ReadTranscript } from './transcripts.ts'

/** An episode beside its transcript, when it has one. */
export interface Audited {
  readonly episode: Episode
  readonly read?: ReadTranscript
}

/** What can only be seen with all episodes side by side, or with a transcript beside its audio. */
export function audit(audited: readonly Audited[]): Problem[] {
  const episodes = audited.map(({ episode }) => episode)
  const openings = new Map(audited.map(({ episode, read }) => [episode, read?.opening]))
  return [
    ...shared(episodes, numberKey, ({ file, number = 0 }, other) =>
      problems.sameNumber({ file }, number, other.file),
    ),
    ...shared(
      episodes,
      e => e.guid,
      ({ file, guid }, other) => problems.sameGuid({ file }, guid, other.file),
    ),
    ...shared(
      episodes,
      e => e.title.trim().toLowerCase(),
      ({ file, title }, other) => problems.sameTitle({ file }, title, other.file),
    ),
    ...shared(
      episodes,
      episode => openings.get(episode),
      ({ transcript, file }, other) =>
        problems.sameTranscript({ file: transcript?.file ?? file }, other.file),
    ),
    ...audited.flatMap(againstAudio),
  ]
}

/** A problem for each episode whose key an earlier one has already. */
function shared(
  episodes: readonly Episode[],
  keyOf: (episode: Episode) => string | undefined,
  problem: (episode: Episode, other: Episode) => Problem,
): Problem[] {
  const first = new Map<string, Episode>()
  const found: Problem[] = []
  for (const episode of episodes) {
    const key = keyOf(episode)
    if (!key) continue
    const other = first.get(key)
    if (other) found.push(problem(episode, other))
    else first.set(key, episode)
  }
  return found
}

/** Trailers and bonus episodes often repeat a number; seasons may begin at 1 again. */
function numberKey({ type, season, number }: Episode): string | undefined {
  return type === 'full' && number !== undefined ? `${season ?? ''}/${number}` : undefined
}

/** Longer than the audio by more than this is another recording's transcript; in seconds. */
const SLACK: Seconds = 10

function againstAudio({ episode: { duration }, read }: Audited): Problem[] {
  if (!read || !duration || read.end === undefined) return []
  const { end, transcript } = read
  const place = { file: transcript.file }
  if (end > duration + Math.max(SLACK, duration * 0.01)) {
    return [problems.transcriptTooLong(place, end, duration)]
  }
  // Half an hour of music at the end is rare; half a transcript is not.
  if (end < duration * 0.75 && duration - end > 120) {
    return [problems.transcriptTooShort(place, end, duration)]
  }
  return []
}
