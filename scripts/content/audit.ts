import type { Problem } from '../model/problem.ts'
import type { Episode } from '../model/show.ts'
import type { Seconds } from '../model/time.ts'
import { type Transcript, textOf, turnsOf } from '../model/transcript.ts'
import * as problems from './problems.ts'

/** What can only be seen with all episodes side by side, or with a transcript beside its audio. */
export function audit(episodes: readonly Episode[]): Problem[] {
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
    ...shared(episodes, transcriptKey, ({ transcript, file }, other) =>
      problems.sameTranscript({ file: transcript?.file ?? file }, other.file),
    ),
    ...episodes.flatMap(againstAudio),
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

/** The first two hundred words of what is said; two recordings never share that many. */
function transcriptKey({ transcript }: Episode): string | undefined {
  if (!transcript) return undefined
  let words = ''
  for (const turn of turnsOf(transcript)) {
    for (const paragraph of turn.paragraphs) words += ` ${textOf(paragraph)}`
    if (words.length > 1200) return words.slice(0, 1200)
  }
  // A transcript of a few words, such as a trailer's, may well be said twice.
  return words.length > 400 ? words : undefined
}

/** Longer than the audio by more than this is another recording's transcript; in seconds. */
const SLACK: Seconds = 10

function againstAudio(episode: Episode): Problem[] {
  const { transcript, duration } = episode
  const end = transcript && lastTime(transcript)
  if (!transcript || !duration || end === undefined) return []
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

/** The last exact time of a transcript, in seconds; estimates prove nothing about the file. */
function lastTime(transcript: Transcript): Seconds | undefined {
  let last: Seconds | undefined
  for (const turn of turnsOf(transcript)) {
    for (const segment of turn.paragraphs.flat()) {
      if (segment.estimated || segment.start === undefined) continue
      last = Math.max(last ?? 0, segment.end ?? segment.start)
    }
  }
  return last
}
