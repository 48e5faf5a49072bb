import { guestAddress } from '../../scripts/model/address.ts'
import type { Guest } from '../../scripts/model/show.ts'
import type { Edition } from '../edition.ts'
import { renderPage } from '../parts/document.tsx'
import { EpisodeEntry } from '../parts/episodeEntry.tsx'
import { GuestMetadata } from '../parts/metadata.tsx'
import { Portrait } from '../parts/portrait.tsx'
import { Prose } from '../parts/prose.tsx'

/** One person: who they are and where they speak. */
export function guestPage(edition: Edition, guest: Guest): string {
  const episodes = edition.show.episodes.filter(({ cast }) =>
    cast.some(member => member.guest.slug === guest.slug),
  )
  return renderPage({
    edition,
    address: guestAddress(guest.slug),
    title: guest.name,
    metadata: <GuestMetadata edition={edition} guest={guest} />,
    kind: 'guest',
    children: (
      <>
        <header class="head">
          <Portrait edition={edition} guest={guest} size={128} />
          <h1>{guest.name}</h1>
        </header>
        <Prose edition={edition} html={guest.bio} />
        <h2>Episodes</h2>
        <ul class="entries">
          {episodes.map(episode => (
            <li>
              <EpisodeEntry edition={edition} episode={episode} view="rich" />
            </li>
          ))}
        </ul>
      </>
    ),
  })
}
