import { GUESTS, guestAddress } from '../../scripts/model/address.ts'
import { type Edition, href } from '../edition.ts'
import { renderPage } from '../parts/document.tsx'
import { PlaceMetadata } from '../parts/metadata.tsx'
import { Portrait } from '../parts/portrait.tsx'

/** Everyone with a page. */
export function guestsPage(edition: Edition): string {
  return renderPage({
    edition,
    address: GUESTS,
    title: 'People',
    metadata: <PlaceMetadata edition={edition} address={GUESTS} title="People" />,
    kind: 'guests',
    children: (
      <>
        <h1>People</h1>
        <ul class="people">
          {edition.show.guests.map(guest => (
            <li>
              <a href={href(edition, guestAddress(guest.slug))}>
                <Portrait edition={edition} guest={guest} size={48} />
                {guest.name}
              </a>
            </li>
          ))}
        </ul>
      </>
    ),
  })
}
