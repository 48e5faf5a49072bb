import { type Digests, UNKEPT_DIGESTS } from '../../scripts/insight/digests.ts'
import { FEED, feedAddress, HOME, urlOf } from '../../scripts/model/address.ts'
import type { Episode, Show } from '../../scripts/model/show.ts'
import type { PublishedFile } from '../parts/publishedFile.ts'
import { element, textElement, type Xml, xmlDocument } from '../parts/xml.ts'
import { coverUrl, type Pictures, PLAIN_PICTURES } from '../pictures.ts'
import { feedItem } from './feedItem.ts'
import { feedPerson } from './feedPerson.ts'
import { podcastGuid } from './podcastGuid.ts'
import { rssDate } from './rssDate.ts'

const NAMESPACES = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:itunes': 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  'xmlns:podcast': 'https://podcastindex.org/namespace/1.0',
}

/**
 * The podcast feed: RSS 2.0 with Apple's and Podcasting 2.0's tags. One file, or several pages as
 * RFC 5005 has them when the show sets a limit.
 */
export function feed(
  show: Show,
  pictures: Pictures = PLAIN_PICTURES,
  digests: Digests = UNKEPT_DIGESTS,
): PublishedFile[] {
  const episodes = show.episodes.filter(episode => !episode.draft)
  const limit = show.feedLimit ?? Math.max(1, episodes.length)
  const count = Math.max(1, Math.ceil(episodes.length / limit))
  return Array.from({ length: count }, (_, i) => ({
    address: feedAddress(i + 1),
    content() {
      const items = episodes
        .slice(i * limit, (i + 1) * limit)
        .map(it => feedItem(show, it, pictures, digests))
      const head = [...aboutShow(show, episodes[0], pictures), ...pageLinks(show, i + 1, count)]
      return xmlDocument(element('rss', NAMESPACES, element('channel', {}, ...head, ...items)))
    },
  }))
}

function aboutShow(
  show: Show,
  newest: Episode | undefined,
  pictures: Pictures,
): (Xml | undefined)[] {
  const { site } = show
  const home = urlOf(site, HOME)
  const cover = coverUrl(show)
  return [
    element('title', {}, show.title),
    element('link', {}, home),
    element('description', {}, show.description),
    element('language', {}, show.language),
    textElement('copyright', show.copyright),
    newest && element('lastBuildDate', {}, rssDate(newest.date)),
    element('generator', {}, 'Verbatim'),
    element('image', {}, ...titledImage(show.title, home, cover)),
    textElement('itunes:author', show.author),
    show.author || show.email
      ? element(
          'itunes:owner',
          {},
          textElement('itunes:name', show.author),
          textElement('itunes:email', show.email),
        )
      : undefined,
    element('itunes:image', { href: cover }),
    ...categories(show.category),
    element('itunes:explicit', {}, String(show.explicit)),
    element('itunes:type', {}, show.order ?? 'episodic'),
    element('podcast:guid', {}, show.guid ?? podcastGuid(urlOf(site, FEED))),
    element('podcast:locked', { owner: show.email }, show.locked ? 'yes' : 'no'),
    element('podcast:medium', {}, show.medium ?? 'podcast'),
    show.license ? license(show.license) : undefined,
    ...show.funding.map(it => element('podcast:funding', { url: it.url }, it.name.slice(0, 128))),
    ...show.guests
      .filter(guest => guest.host)
      .map(guest => feedPerson(show, { guest, role: 'host' }, pictures)),
  ]
}

function titledImage(title: string, link: string, url: string): Xml[] {
  return [element('url', {}, url), element('title', {}, title), element('link', {}, link)]
}

/** `Society & Culture > Documentary, Technology`: Apple's names, a comma between two of them. */
function categories(text: string | undefined): Xml[] {
  const names = (text ?? '').split(',').map(name => name.split('>').map(part => part.trim()))
  return names
    .filter(([category]) => category)
    .map(([category, below]) =>
      element(
        'itunes:category',
        { text: category },
        below ? element('itunes:category', { text: below }) : undefined,
      ),
    )
}

/**
 * An identifier such as `cc-by-4.0`, which the namespace wants in small letters, or an address. A
 * sentence such as “All rights reserved” is neither: one's own licence has to say where it stands.
 */
function license(text: string): Xml | undefined {
  if (/\s/.test(text)) return undefined
  if (!URL.canParse(text)) return element('podcast:license', {}, text.toLowerCase())
  const known = /creativecommons\.org\/licenses\/([a-z-]+)\/([\d.]+)/.exec(text)
  const name = known ? `cc-${known[1]}-${known[2]}` : new URL(text).hostname
  return element('podcast:license', { url: text }, name)
}

/** https://www.rfc-editor.org/rfc/rfc5005#section-3 */
function pageLinks({ site }: Show, page: number, count: number): (Xml | undefined)[] {
  const link = (rel: string, to: number, when = true) =>
    when
      ? element('atom:link', {
          rel,
          href: urlOf(site, feedAddress(to)),
          type: 'application/rss+xml',
        })
      : undefined
  return [
    link('self', page),
    link('first', 1, count > 1),
    link('previous', page - 1, page > 1),
    link('next', page + 1, page < count),
    link('last', count, count > 1),
  ]
}
