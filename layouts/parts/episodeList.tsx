import type { Episode } from '../../scripts/model/show.ts'
import type { Edition } from '../edition.ts'
import { EpisodeEntry } from './episodeEntry.tsx'

interface Props {
  readonly edition: Edition
  readonly episodes: readonly Episode[]
  readonly level: 2 | 3
}

/** Episodes under one another, each with its ribbon. */
export function EpisodeList({ edition, episodes, level }: Props) {
  return (
    <ul class="entries">
      {episodes.map(episode => (
        <li>
          <EpisodeEntry edition={edition} episode={episode} level={level} />
        </li>
      ))}
    </ul>
  )
}

/** Chooses between entries with their summaries and entries of one line; CSS does the rest. */
export function ViewSwitch() {
  return (
    <fieldset class="views">
      <legend class="unseen">View</legend>
      <label>
        <input type="radio" name="view" id="view-rich" checked /> With summaries
      </label>
      <label>
        <input type="radio" name="view" id="view-compact" /> Titles only
      </label>
    </fieldset>
  )
}
