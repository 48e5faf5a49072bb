import { slugify } from '../model/slug.ts'
import type { Existing } from '../new/existing.ts'
import { pageText } from '../new/pageText.ts'
import { type Fetching, fetchPicture } from './assets.ts'
import type { FeedShow } from './feed.ts'
import type { FeedItem } from './feedItem.ts'
import type { FeedPerson } from './feedPerson.ts'

/** Who is heard in a feed, and which slugs stand for them. */
export interface Cast {
  /** The show’s hosts. */
  readonly hosts: readonly string[]
  /** Everyone in the feed, by slug. */
  readonly people: ReadonlyMap<string, FeedPerson>
  slugOf(person: FeedPerson): string
  /** An episode’s own hosts and guests; hosts are undefined where they are the show’s. */
  of(item: FeedItem): {
    readonly hosts: readonly string[] | undefined
    readonly guests: readonly string[]
  }
}

/** Reads the persons of a feed. People who have a page already keep it, whatever it is called. */
export function castOf(show: FeedShow, items: readonly FeedItem[], existing: Existing): Cast {
  const slugOf = ({ name }: FeedPerson) => existing.guest(name)?.slug ?? slugify(name)
  const heard = [...show.persons, ...items.flatMap(item => item.persons)].filter(
    person => person.heard && slugOf(person) !== '',
  )
  const people = new Map<string, FeedPerson>()
  for (const person of heard) {
    const known = people.get(slugOf(person))
    // One mention may have the portrait, another the link.
    people.set(slugOf(person), { ...person, ...known })
  }
  const slugs = (persons: readonly FeedPerson[], host: boolean) => [
    ...new Set(persons.filter(it => it.heard && it.host === host && slugOf(it) !== '').map(slugOf)),
  ]
  const named = slugs(show.persons, true)
  const hosts = named.length > 0 ? named : usualHosts(items.map(item => slugs(item.persons, true)))
  return {
    hosts,
    people,
    slugOf,
    of(item) {
      const own = slugs(item.persons, true)
      const guests = slugs(item.persons, false).filter(slug => !own.includes(slug))
      return { hosts: own.length === 0 || sameSet(own, hosts) ? undefined : own, guests }
    },
  }
}

/** The hosts of most episodes, where the feed names none for the whole show. */
function usualHosts(lists: readonly (readonly string[])[]): string[] {
  const named = lists.filter(list => list.length > 0)
  const all = [...new Set(named.flat())]
  return all.filter(slug => named.filter(list => list.includes(slug)).length > named.length / 2)
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every(slug => b.includes(slug))
}

/** Writes a page for each person, with the portrait; pages that are there already stay. */
export async function writePeople(
  slugs: ReadonlySet<string>,
  { people }: Cast,
  existing: Existing,
  options: { readonly site: string | undefined; readonly pictures: boolean },
  fetching: Fetching,
): Promise<void> {
  const { ledger, report } = fetching
  for (const slug of slugs) {
    const person = people.get(slug)
    const file = existing.guests.find(guest => guest.slug === slug)?.file ?? `guests/${slug}.md`
    if (!person) continue
    if (fetching.has(file) && !ledger.isOurs(file)) {
      report.add('person', file, 'kept')
      continue
    }
    if (ledger.isGone(file)) {
      report.add('person', file, 'gone')
      continue
    }
    const photo = await photoOf(person, slug, file, options.pictures, fetching)
    const link = person.href && !isWithin(person.href, options.site) ? person.href : undefined
    const text = pageText(
      [
        { field: 'name', value: person.name },
        { field: 'photo', value: photo && { src: photo, alt: `Portrait of ${person.name}` } },
        { field: 'links', value: link && { site: link } },
      ],
      '',
    )
    report.add('person', file, ledger.put(file, text))
  }
}

async function photoOf(
  { img }: FeedPerson,
  slug: string,
  file: string,
  pictures: boolean,
  fetching: Fetching,
): Promise<string | undefined> {
  if (img === undefined || !/^https?:/i.test(img)) return undefined
  if (!pictures) return img
  const photo = await fetchPicture(img, `guests/${slug}`, file, fetching)
  return photo?.startsWith('guests/') ? photo.slice('guests/'.length) : photo
}

/** A person’s page on the show’s own site is the page that is being made. */
function isWithin(href: string, site: string | undefined): boolean {
  if (!URL.canParse(href)) return true
  return site !== undefined && URL.canParse(site) && new URL(href).origin === new URL(site).origin
}
