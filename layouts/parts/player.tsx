import { episodeAddress } from '../../scripts/model/address.ts'
import type { Episode } from '../../scripts/model/show.ts'
import { type EpisodeEdition, href, src } from '../edition.ts'
import { pictureUrl } from '../pictures.ts'
import { lengthOf, SpeakerRibbon } from './ribbon.tsx'

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'episode-player': JSX.HTMLAttributes<HTMLElement> & { [data: `data-${string}`]: unknown }
    }
  }
}

/** Columns of the ribbon on an episode's own page: finer than a screen is wide on a phone. */
const COLUMNS = 1000

/** The speakers' ribbon and the native player; `client/player.ts` makes one line of them. */
export function Player({ edition, episode }: { edition: EpisodeEdition; episode: Episode }) {
  const { show, pictures } = edition
  const { audio, title, image = show.image } = episode
  const length = lengthOf(edition, episode)
  if (!audio && length === undefined) return null
  return (
    <episode-player
      class="player"
      role="region"
      aria-label="Player"
      data-page={href(edition, episodeAddress(episode.slug))}
      data-title={title}
      data-show={show.title}
      data-length={length}
      data-art={image && pictureUrl(show, pictures, image)}
    >
      <div class="band">
        <SpeakerRibbon edition={edition} episode={episode} columns={COLUMNS} />
      </div>
      {audio && (
        // biome-ignore lint/a11y/useMediaCaption: the transcript below is the text of this recording.
        <audio controls preload="none" src={src(edition, audio.src)} />
      )}
    </episode-player>
  )
}
