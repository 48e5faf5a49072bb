import {
  embedAddress,
  episodeAddress,
  episodeFile,
  HOME,
  urlOf,
} from '../../scripts/model/address.ts'
import type { Episode, Show } from '../../scripts/model/show.ts'
import type { PublishedFile } from '../parts/publishedFile.ts'
import { element } from '../parts/xml.ts'
import { type Pictures, pictureUrl } from '../pictures.ts'

/** The frame's size: a line of title, the ribbon and the controls. */
const WIDTH = 640
const HEIGHT = 200

/** What other sites need to show an episode's player; they find it from the episode's page. */
export function oembed(show: Show, pictures: Pictures): PublishedFile[] {
  return show.episodes
    .filter(episode => episode.audio)
    .map(episode => ({
      address: episodeFile(episode.slug, 'oembed.json'),
      content: () => `${JSON.stringify(answer(show, pictures, episode), undefined, 2)}\n`,
    }))
}

/**
 * https://oembed.com, section 2.3: a rich answer. A static file can't read `maxwidth` from the
 * question, so the frame says its size and its style lets it shrink.
 */
function answer(show: Show, pictures: Pictures, episode: Episode) {
  const { site, title } = show
  return {
    version: '1.0',
    type: 'rich',
    provider_name: title,
    provider_url: urlOf(site, HOME),
    title: episode.title,
    ...(show.author && { author_name: show.author }),
    html: embedCode(show, episode),
    width: WIDTH,
    height: HEIGHT,
    ...thumbnail(show, pictures, episode),
  }
}

/** The element to paste into a page. */
export function embedCode({ site }: Show, { slug, title }: Episode): string {
  return element(
    'iframe',
    {
      src: urlOf(site, embedAddress(slug)),
      width: '100%',
      height: HEIGHT,
      style: `max-width:${WIDTH}px;border:0`,
      loading: 'lazy',
      title,
    },
    '',
  ).xml
}

function thumbnail(show: Show, pictures: Pictures, { slug, image }: Episode) {
  const card = pictures.card(episodeAddress(slug))
  if (card) {
    const url = urlOf(show.site, card)
    return { thumbnail_url: url, thumbnail_width: 1200, thumbnail_height: 630 }
  }
  const sized = image && pictures.sized(image)
  if (!image || !sized) return {}
  const { width, height } = sized
  const url = pictureUrl(show, pictures, image)
  return { thumbnail_url: url, thumbnail_width: width, thumbnail_height: height }
}
