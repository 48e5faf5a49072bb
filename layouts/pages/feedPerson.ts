import { guestAddress, publicUrl, urlOf } from '../../scripts/model/address.ts'
import type { CastMember, Show } from '../../scripts/model/show.ts'
import { element, type Xml } from '../parts/xml.ts'

/** https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/person.md */
export function feedPerson({ site }: Show, { guest, role }: CastMember): Xml {
  const img = guest.photo && publicUrl(site, guest.photo.src)
  const href = urlOf(site, guestAddress(guest.slug))
  return element('podcast:person', { role, group: 'cast', img, href }, guest.name.slice(0, 128))
}
