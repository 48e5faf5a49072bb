import {
  type Address,
  EPISODES,
  episodeAddress,
  GUESTS,
  guestAddress,
  HOME,
  pageAddress,
  TOPICS,
  topicAddress,
  urlOf,
} from '../../scripts/model/address.ts'
import type { Episode, Show } from '../../scripts/model/show.ts'
import type { PublishedFile } from '../parts/publishedFile.ts'
import { element, textElement, type Xml, xmlDocument } from '../parts/xml.ts'
import { seasons, years } from './episodes.tsx'

const NAMESPACE = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }
/** https://www.sitemaps.org/protocol.html: no file may list more. */
const MOST = 50_000

interface Entry {
  readonly address: Address
  /** The day of what is newest on the page. */
  readonly date?: string | undefined
}

/**
 * Every page a search engine should know. A show with more than 50,000 gets several files, with
 * `sitemap.xml` listing them.
 */
export function sitemap(show: Show, most = MOST): PublishedFile[] {
  const pages = entries(show)
  if (pages.length <= most) return [{ address: '/sitemap.xml', content: () => urlset(show, pages) }]
  const parts = Array.from({ length: Math.ceil(pages.length / most) }, (_, i) => ({
    address: `/sitemap-${i + 1}.xml` as const,
    content: () => urlset(show, pages.slice(i * most, (i + 1) * most)),
  }))
  const list = parts.map(it => element('sitemap', {}, location(show, it.address)))
  const index = xmlDocument(element('sitemapindex', NAMESPACE, ...list))
  return [{ address: '/sitemap.xml', content: () => index }, ...parts]
}

function urlset(show: Show, pages: readonly Entry[]): string {
  const urls = pages.map(({ address, date }) =>
    element('url', {}, location(show, address), textElement('lastmod', date?.slice(0, 10))),
  )
  return xmlDocument(element('urlset', NAMESPACE, ...urls))
}

function location({ site }: Show, address: Address): Xml {
  return element('loc', {}, urlOf(site, address))
}

function entries(show: Show): Entry[] {
  const episodes = show.episodes.filter(episode => !episode.draft)
  // Newest first, so the first that fits is the newest.
  const newest = (fits: (episode: Episode) => boolean) => episodes.find(fits)?.date
  const date = newest(() => true)
  return [
    { address: HOME, date },
    { address: EPISODES, date },
    ...[...years(show), ...seasons(show)].flatMap(shelf => {
      const shown = shelf.episodes.find(episode => !episode.draft)
      return shown ? [{ address: shelf.address, date: shown.date }] : []
    }),
    ...episodes.map(it => ({ address: episodeAddress(it.slug), date: it.date })),
    { address: GUESTS, date },
    ...show.guests.map(({ slug }) => ({
      address: guestAddress(slug),
      date: newest(it => it.cast.some(member => member.guest.slug === slug)),
    })),
    { address: TOPICS, date },
    ...show.topics.map(({ slug }) => ({
      address: topicAddress(slug),
      date: newest(it => it.topics.some(topic => topic.slug === slug)),
    })),
    ...[...new Set(['about', ...show.pages.map(page => page.slug)])].map(slug => ({
      address: pageAddress(slug),
    })),
  ]
}
