import { makeRibbon, type Ribbon } from '../../scripts/insight/ribbon.ts'
import type { Episode } from '../../scripts/model/show.ts'
import type { EpisodeEdition } from '../edition.ts'
import { formatShare } from './figures.ts'
import { speakerKeys, type Voices, voicesOf } from './voices.ts'

/** Columns of a ribbon in a list, where there may be a hundred of them on a page. */
export const SMALL = 72

/** Height of the drawing; the width is a number of columns, and CSS stretches both. */
const HEIGHT = 48

interface Props {
  readonly edition: EpisodeEdition
  readonly episode: Episode
  readonly columns: number
}

/**
 * Who speaks when, as a band. Every speaker has a lane of their own, so that the drawing can be
 * read without its colours; its label says each one's share.
 */
export function SpeakerRibbon({ edition, episode, columns }: Props) {
  const digest = edition.survey.digest(episode)
  const ribbon = digest && makeRibbon(digest, columns, speakerKeys(episode))
  if (!ribbon) return null
  const voices = voicesOf(episode)
  return (
    <svg
      class="ribbon"
      viewBox={`0 0 ${columns} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={describe(ribbon)}
    >
      {ribbon.lanes.map((lane, at) => (
        <path
          class={voiceOf(voices, lane.share.speaker?.key)}
          d={lane.runs.map(run => box(run, at, ribbon.lanes.length)).join('')}
        />
      ))}
      {chapterNotches(episode, ribbon.length, columns)}
    </svg>
  )
}

/** How long the recording is, as far as anybody knows: said by the editor, or by the transcript. */
export function lengthOf(edition: EpisodeEdition, episode: Episode): number | undefined {
  const digest = edition.survey.digest(episode)
  const heard = digest?.timed ? Math.ceil(digest.stretches.length) : 0
  return episode.duration ?? (heard > 0 ? heard : undefined)
}

function voiceOf(voices: Voices, key: string | undefined): string {
  return (key !== undefined && voices.get(key)) || 'v'
}

function box([first, count]: readonly [number, number], lane: number, lanes: number): string {
  const top = Math.round((lane * HEIGHT) / lanes)
  const bottom = Math.round(((lane + 1) * HEIGHT) / lanes)
  return `M${first} ${top}h${count}v${bottom - top}h-${count}z`
}

function chapterNotches(episode: Episode, length: number, columns: number) {
  const notches = episode.chapters
    .filter(({ start, hidden }) => start > 0 && !hidden)
    .map(({ start }) => `M${Math.round((start / length) * columns * 10) / 10} 0v${HEIGHT}`)
  return notches.length > 0 && <path class="notch" d={notches.join('')} />
}

function describe({ lanes }: Ribbon): string {
  const shares = lanes.map(
    ({ share }) => `${share.speaker?.name ?? 'unnamed'} ${formatShare(share)}`,
  )
  return `Who speaks when: ${shares.join(', ')}`
}
