import type { Digests } from '../../scripts/insight/digests.ts'
import { episodeAddress, episodeFile, publicUrl, urlOf } from '../../scripts/model/address.ts'
import type { Audio, Episode, Show } from '../../scripts/model/show.ts'
import { formatSeconds } from '../../scripts/model/time.ts'
import { absoluteLinks } from '../parts/absoluteLinks.ts'
import { transcriptFiles } from '../parts/transcriptFiles.ts'
import { cdata, element, textElement, type Xml } from '../parts/xml.ts'
import { type Pictures, pictureUrl } from '../pictures.ts'
import { feedPerson } from './feedPerson.ts'
import { rssDate } from './rssDate.ts'

/** One episode of the feed. */
export function feedItem(show: Show, episode: Episode, pictures: Pictures, digests: Digests): Xml {
  const { site } = show
  const url = urlOf(site, episodeAddress(episode.slug))
  const { audio, image, duration } = episode
  const notes = absoluteLinks(episode.notes, url)
  return element(
    'item',
    {},
    element('title', {}, episode.title),
    element('link', {}, url),
    element('guid', { isPermaLink: 'false' }, episode.guid),
    element('pubDate', {}, rssDate(episode.date)),
    audio && enclosure(show, audio),
    textElement('description', episode.summary),
    notes === '' ? undefined : element('content:encoded', {}, cdata(notes)),
    element('atom:link', { rel: 'http://podlove.org/deep-link', href: `${url}#` }),
    ...episode.topics.map(topic => element('category', {}, topic.name)),
    textElement('itunes:title', episode.title),
    textElement('itunes:duration', duration && Math.round(duration)),
    textElement('itunes:season', episode.season),
    textElement('itunes:episode', episode.number),
    element('itunes:episodeType', {}, episode.type),
    element('itunes:explicit', {}, String(episode.explicit)),
    image && element('itunes:image', { href: pictureUrl(show, pictures, image) }),
    ...podcasting(show, episode, pictures, digests),
  )
}

/** RSS demands a length; 0 is what it says where nobody knows it. */
function enclosure({ site }: Show, { src, type, length }: Audio): Xml {
  return element('enclosure', { url: publicUrl(site, src), length: length ?? 0, type })
}

/** https://podcastindex.org/namespace/1.0 */
function podcasting(
  show: Show,
  episode: Episode,
  pictures: Pictures,
  digests: Digests,
): (Xml | undefined)[] {
  const { site } = show
  const { slug, season, number, cast, chapters, soundbites = [] } = episode
  const card = pictures.card(episodeAddress(slug))
  const seasonName = show.seasons?.find(it => it.number === season)?.name.slice(0, 128)
  return [
    season === undefined ? undefined : element('podcast:season', { name: seasonName }, season),
    number === undefined ? undefined : element('podcast:episode', {}, number),
    ...cast.map(member => feedPerson(show, member, pictures)),
    ...transcriptFiles(episode, digests).map(({ address, type, language, captions }) =>
      element('podcast:transcript', {
        url: urlOf(site, address),
        type,
        language,
        rel: captions ? 'captions' : undefined,
      }),
    ),
    chapters.length > 0 &&
      element('podcast:chapters', {
        url: urlOf(site, episodeFile(slug, 'chapters.json')),
        type: 'application/json+chapters',
      }),
    ...soundbites.map(({ start, duration, title }) =>
      element(
        'podcast:soundbite',
        { startTime: formatSeconds(start), duration: formatSeconds(duration) },
        title?.slice(0, 128),
      ),
    ),
    card &&
      element('podcast:image', {
        href: urlOf(site, card),
        purpose: 'social',
        'aspect-ratio': '40/21',
        width: 1200,
        height: 630,
        type: 'image/png',
      }),
  ].map(it => it || undefined)
}
