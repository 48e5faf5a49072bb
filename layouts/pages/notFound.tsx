import { EPISODES, GUESTS } from '../../scripts/model/address.ts'
import { type Edition, href } from '../edition.ts'
import { renderPage, SearchBox } from '../parts/document.tsx'

/** What a host shows for an address that leads nowhere. */
export function notFoundPage(edition: Edition): string {
  return renderPage({
    edition,
    address: '/404.html',
    title: 'Not found',
    metadata: <meta name="robots" content="noindex" />,
    kind: 'words',
    children: (
      <>
        <h1>Nothing is said here</h1>
        <p class="lede">
          There is no page at this address. It may have been renamed, or the link may have lost its
          end on the way.
        </p>
        <SearchBox edition={edition} label="Search for the words you remember" />
        <p>
          Or look through <a href={href(edition, EPISODES)}>all episodes</a> and{' '}
          <a href={href(edition, GUESTS)}>everyone who speaks in them</a>.
        </p>
      </>
    ),
  })
}
