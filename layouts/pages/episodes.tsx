import { EPISODES } from '../../scripts/model/address.ts'
import type { Edition } from '../edition.ts'
import { renderPage } from '../parts/document.tsx'
import { EpisodeEntry } from '../parts/episodeEntry.tsx'
import { PlaceMetadata } from '../parts/metadata.tsx'

/** Every episode. */
export function episodesPage(edition: Edition): string {
  return renderPage({
    edition,
    address: EPISODES,
    title: 'Episodes',
    metadata: <PlaceMetadata edition={edition} address={EPISODES} title="Episodes" />,
    kind: 'episodes',
    children: (
      <>
        <h1>Episodes</h1>
        <ul class="entries">
          {edition.show.episodes.map(episode => (
            <li>
              <EpisodeEntry edition={edition} episode={episode} view="compact" level={2} />
            </li>
          ))}
        </ul>
      </>
    ),
  })
}
