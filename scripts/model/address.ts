import { formatSeconds, parseTime, type Seconds } from './time.ts'

/**
 * The one place that spells an address. Addresses start with `/` and are relative to the site's
 * root; `pathOf` and `urlOf` put them under the place where the show is published.
 */
export type Address = `/${string}`

export const HOME: Address = '/'
export const EPISODES: Address = '/episodes/'
export const GUESTS: Address = '/guests/'
export const TOPICS: Address = '/topics/'
export const SEARCH: Address = '/search/'
export const FEED: Address = '/feed.xml'
/** The show's square cover art. */
export const COVER: Address = '/cover.jpg'

export function episodeAddress(slug: string): Address {
  return `/episodes/${encodeURIComponent(slug)}/`
}

/** A file that belongs to an episode, such as `transcript.vtt` or `chapters.json`. */
export function episodeFile(slug: string, file: string): Address {
  return `${episodeAddress(slug)}${file}`
}

/** An episode with its transcript in another language: `/episodes/foghorns/es/`. */
export function translationAddress(slug: string, language: string): Address {
  return episodeFile(slug, `${encodeURIComponent(language)}/`)
}

/** `/feed.xml`, and for its further pages `/feed-2.xml`. */
export function feedAddress(page: number): Address {
  return page === 1 ? FEED : `/feed-${page}.xml`
}

/** `transcript.vtt`, and for a translation `transcript.de.vtt`. */
export function transcriptFile(slug: string, extension: string, translation?: string): Address {
  return episodeFile(slug, `transcript.${translation ? `${translation}.` : ''}${extension}`)
}

/** The picture that link previews show: 1200 × 630. */
export function cardAddress(page: Address): Address {
  return `${page}card.png`
}

/** The page that stands in other people's pages. */
export function embedAddress(slug: string): Address {
  return episodeFile(slug, 'embed/')
}

/** The episodes of a year: `/episodes/in/2026/`, a folder deeper than any episode. */
export function yearAddress(year: string): Address {
  return `${EPISODES}in/${year}/`
}

/** `/episodes/season/3/`. */
export function seasonAddress(season: number): Address {
  return `${EPISODES}season/${season}/`
}

/** Every episode in a few words, for the filter on the episodes page. */
export const EPISODE_LIST: Address = '/episodes/list.json'

/** Everyone with a page, who spoke last first. */
export const LATEST_GUESTS: Address = '/guests/by/latest/'

export function guestAddress(slug: string): Address {
  return `/guests/${encodeURIComponent(slug)}/`
}

export function topicAddress(slug: string): Address {
  return `/topics/${encodeURIComponent(slug)}/`
}

export function pageAddress(slug: string): Address {
  return `/${encodeURIComponent(slug)}/`
}

/** A file an editor put into `content/`, published under its own path: audio, images. */
export function mediaAddress(file: string): Address {
  return `/media/${file.split('/').map(encodeURIComponent).join('/')}`
}

/** `#t=754`, or `#t=754,790` for a range. */
export function momentHash(start: Seconds, end?: Seconds): string {
  return `#t=${formatSeconds(start)}${end === undefined ? '' : `,${formatSeconds(end)}`}`
}

/** `/episodes/foghorns/#t=754`. */
export function momentAddress(slug: string, start: Seconds, end?: Seconds): Address {
  return `${episodeAddress(slug)}${momentHash(start, end)}`
}

/** A linkable time in an episode, perhaps with an end. */
export interface Moment {
  readonly start: Seconds
  readonly end?: Seconds
}

/**
 * Reads a moment from an address's hash or query: `#t=754`, `#t=12:34`, `#t=1h2m3s`, `#t=754,790`,
 * `#t=,40`, `?t=754`. Undefined when it names no moment.
 */
export function parseMoment(hashOrQuery: string): Moment | undefined {
  const value = /^[#?&]?(?:.*[&?#])?t=([^&#]*)/.exec(safeDecode(hashOrQuery))?.[1]
  if (!value) return undefined
  const [from = '', to] = value.split(',', 2)
  const start = from === '' ? 0 : parseTime(from)
  if (start === undefined) return undefined
  const end = to ? parseTime(to) : undefined
  return end !== undefined && end > start ? { start, end } : { start }
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A stray `%` in an address somebody typed: read it as it stands.
    return text
  }
}

/** Where a show is published: `https://example.org` and the path under it, `/` or `/shows/mine/`. */
export interface Site {
  readonly origin: string
  readonly base: string
}

/** Reads the show's `url`; undefined when it is no web address. */
export function parseSite(url: string): Site | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, origin, pathname } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return undefined
  // A path that begins with two slashes would name another host in every link.
  return { origin, base: `${pathname}/`.replace(/\/{2,}/g, '/') }
}

/** The path to write in `href` and `src`: `/shows/mine/episodes/`. */
export function pathOf(site: Site, address: Address): string {
  return `${site.base}${address.slice(1)}`
}

/** The whole URL, for feeds, sitemaps and canonical links. */
export function urlOf(site: Site, address: Address): string {
  return `${site.origin}${pathOf(site, address)}`
}

/** The whole URL of something that stands on the site, as an address, or elsewhere, as a URL. */
export function publicUrl(site: Site, src: string): string {
  return isAddress(src) ? urlOf(site, src) : src
}

/** Whether it stands on the site: `/media/a.jpg`, but not `//example.org/a.jpg`. */
export function isAddress(src: string): src is Address {
  return src.startsWith('/') && !src.startsWith('//')
}
