import { parseTime, type Seconds } from '../model/time.ts'
import { readFeedDate } from './feedDate.ts'
import { type FeedPerson, personOf } from './feedPerson.ts'
import { imageOf, linkOf, yesNo } from './feedValues.ts'
import { child, childrenOf, type Element, textOf } from './xml.ts'

/** One episode as a feed has it. */
export interface FeedItem {
  readonly guid?: string
  readonly title?: string
  /** Its page on the old site. */
  readonly link?: string
  /** As front matter has it, with the feed's zone. */
  readonly date?: string
  /** What the feed says where that is no date. */
  readonly badDate?: string
  readonly number?: number
  readonly season?: number
  readonly seasonName?: string
  readonly type?: 'full' | 'trailer' | 'bonus'
  /** HTML or plain text. */
  readonly notes: string
  /** Plain text or HTML; what stands beside the notes. */
  readonly summary?: string
  readonly duration?: Seconds
  readonly audio?: { readonly url: string; readonly type?: string; readonly length?: number }
  readonly image?: string
  readonly explicit?: boolean
  readonly topics: readonly string[]
  readonly persons: readonly FeedPerson[]
  readonly transcripts: readonly FeedTranscript[]
  readonly chapters?: string
  /** Podlove simple chapters, which stand in the feed itself. */
  readonly inlineChapters: readonly FeedChapter[]
  readonly soundbites: readonly {
    readonly start: Seconds
    readonly duration: Seconds
    readonly title?: string
  }[]
}

export interface FeedTranscript {
  readonly url: string
  readonly type: string
  readonly language?: string
}

export interface FeedChapter {
  readonly startTime: Seconds
  readonly title: string
  readonly url?: string
  readonly img?: string
}

export function feedItem(item: Element): FeedItem {
  const audio = enclosureOf(item)
  const dateText = textOf(item, 'pubDate', 'published', 'dc:date', 'updated')
  const date = readFeedDate(dateText)
  const content = textOf(item, 'content:encoded', 'content')
  const said = textOf(item, 'description', 'summary', 'itunes:summary')
  const seasonName = child(item, 'podcast:season')?.attributes['name']
  const type = textOf(item, 'itunes:episodeType')?.toLowerCase()
  const values = {
    guid: textOf(item, 'guid', 'id') ?? audio?.url,
    title: textOf(item, 'title', 'itunes:title'),
    link: textOf(item, 'link') ?? linkOf(item, 'alternate'),
    date,
    badDate: date === undefined ? dateText : undefined,
    number: count(textOf(item, 'itunes:episode', 'podcast:episode')),
    season: count(textOf(item, 'itunes:season', 'podcast:season')),
    seasonName: seasonName || undefined,
    type: type === 'full' || type === 'trailer' || type === 'bonus' ? type : undefined,
    summary:
      content === undefined
        ? textOf(item, 'itunes:subtitle')
        : (said ?? textOf(item, 'itunes:subtitle')),
    duration: parseTime(textOf(item, 'itunes:duration') ?? ''),
    audio,
    image: imageOf(item),
    explicit: yesNo(textOf(item, 'itunes:explicit')),
    chapters: child(item, 'podcast:chapters')?.attributes['url'] || undefined,
  }
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return {
    ...(Object.fromEntries(given) as Partial<FeedItem>),
    notes: content ?? said ?? '',
    topics: topicsOf(item),
    persons: childrenOf(item, 'podcast:person').flatMap(personOf),
    transcripts: childrenOf(item, 'podcast:transcript').flatMap(({ attributes }) => {
      const { url, type: mime = '', language } = attributes
      return url ? [{ url, type: mime.toLowerCase(), ...(language && { language }) }] : []
    }),
    inlineChapters: chaptersOf(child(item, 'psc:chapters')),
    soundbites: childrenOf(item, 'podcast:soundbite').flatMap(({ attributes, text }) => {
      const start = parseTime(attributes['startTime'] ?? '')
      const duration = parseTime(attributes['duration'] ?? '')
      if (start === undefined || duration === undefined) return []
      return [{ start, duration, ...(text && { title: text }) }]
    }),
  }
}

function enclosureOf(item: Element): FeedItem['audio'] {
  const enclosures = childrenOf(item, 'enclosure').map(({ attributes }) => attributes)
  const links = [...childrenOf(item, 'link'), ...childrenOf(item, 'atom:link')]
    .filter(({ attributes }) => attributes['rel'] === 'enclosure')
    .map(({ attributes: { href = '', ...rest } }) => ({ ...rest, url: href }))
  const all: Readonly<Record<string, string>>[] = [...enclosures, ...links].filter(it => it['url'])
  // A picture may be enclosed too; what is heard or seen counts.
  const found = all.find(it => /^(audio|video)\//.test(it['type'] ?? '')) ?? all[0]
  if (!found?.['url'] || /^image\//.test(found['type'] ?? '')) return undefined
  const length = count(found['length'])
  return {
    url: found['url'],
    ...(found['type'] && { type: found['type'] }),
    // Feeds say 0 or 1 where nobody knows it.
    ...(length !== undefined && length > 1 && { length }),
  }
}

function topicsOf(item: Element): string[] {
  const categories = childrenOf(item, 'category').map(
    it => it.text || (it.attributes['term'] ?? ''),
  )
  const keywords = (textOf(item, 'itunes:keywords') ?? '').split(',')
  const topics = [...categories, ...keywords].map(it => it.trim()).filter(it => it !== '')
  const seen = new Set<string>()
  return topics.filter(topic => seen.size < seen.add(topic.toLowerCase()).size)
}

/** https://podlove.org/simple-chapters/ */
function chaptersOf(chapters: Element | undefined): FeedChapter[] {
  if (!chapters) return []
  return childrenOf(chapters, 'psc:chapter').flatMap(({ attributes }) => {
    const startTime = parseTime(attributes['start'] ?? '')
    const { title = '', href, image } = attributes
    if (startTime === undefined) return []
    return [{ startTime, title, ...(href && { url: href }), ...(image && { img: image }) }]
  })
}

function count(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined
}
