import { EPISODES, HOME } from '../../scripts/model/address.ts'
import { type Edition, href } from '../edition.ts'
import { renderPage } from '../parts/document.tsx'
import { EpisodeEntry } from '../parts/episodeEntry.tsx'
import { ShowMetadata } from '../parts/metadata.tsx'

/** What the show is, the newest episode, and the ways in. */
export function homePage(edition: Edition): string {
  const { show } = edition
  return renderPage({
    edition,
    address: HOME,
    metadata: <ShowMetadata edition={edition} />,
    kind: 'home',
    children: (
      <>
        <h1>{show.title}</h1>
        <p class="lede">{show.description}</p>
        <ul class="entries">
          {show.episodes.slice(0, 8).map(episode => (
            <li>
              <EpisodeEntry edition={edition} episode={episode} view="rich" level={2} />
            </li>
          ))}
        </ul>
        <p>
          <a href={href(edition, EPISODES)}>All episodes</a>
        </p>
      </>
    ),
  })
}
