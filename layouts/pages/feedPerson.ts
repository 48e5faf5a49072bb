import { guestAddress, urlOf } from '../../scripts/model/address.ts'
import type { CastMember, Show } from '../../scripts/model/show.ts'
import { element, type Xml } from '../parts/xml.ts'
import { type Pictures, pictureUrl } from '../pictures.ts'

/** https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/person.md */
export function feedPerson(show: Show, { guest, role }: CastMember, pictures: Pictures): Xml {
  const img = guest.photo && pictureUrl(show, pictures, guest.photo)
  const href = urlOf(show.site, guestAddress(guest.slug))
  return element('podcast:person', { role, group: 'cast', img, href }, guest.name.slice(0, 128))
}
