import { type FeedItem, feedItem } from './feedItem.ts'
import { type FeedPerson, personOf } from './feedPerson.ts'
import { imageOf, linkOf, yesNo } from './feedValues.ts'
import { child, childrenOf, type Element, readXml, textOf } from './xml.ts'

/** A podcast feed as it was read: what it says, and nothing more. */
export interface Feed {
  readonly show: FeedShow
  /** In the feed's order, usually newest first. */
  readonly items: readonly FeedItem[]
  /** Address of the next page of a feed in several (RFC 5005). */
  readonly next?: string
}

export interface FeedShow {
  readonly title?: string
  readonly link?: string
  readonly description?: string
  readonly language?: string
  readonly author?: string
  readonly email?: string
  /** `Society & Culture > Documentary, Technology`. */
  readonly category?: string
  readonly explicit?: boolean
  readonly image?: string
  readonly copyright?: string
  readonly license?: string
  readonly guid?: string
  readonly locked?: boolean
  readonly medium?: string
  readonly order?: 'episodic' | 'serial'
  readonly funding: readonly { readonly url: string; readonly name?: string }[]
  readonly persons: readonly FeedPerson[]
}

export type FeedResult =
  | { readonly ok: true; readonly feed: Feed }
  | { readonly ok: false; readonly reason: string }

/** Reads RSS 2.0 with Apple’s and Podcasting 2.0’s tags, and Atom feeds that carry audio. */
export function readFeed(text: string): FeedResult {
  const xml = readXml(text)
  if (!xml.ok) return xml
  const { root } = xml
  const channel = root.name === 'feed' ? root : child(root, 'channel')
  if (!channel) return { ok: false, reason: `it is <${root.name}>, not a podcast feed` }
  // RSS 1.0 has its items beside the channel.
  const items = ['item', 'entry'].flatMap(name => [
    ...childrenOf(channel, name),
    ...(channel === root ? [] : childrenOf(root, name)),
  ])
  const next = linkOf(channel, 'next')
  return {
    ok: true,
    feed: { show: showOf(channel), items: items.map(feedItem), ...(next && { next }) },
  }
}

function showOf(channel: Element): FeedShow {
  const owner = child(channel, 'itunes:owner')
  const locked = child(channel, 'podcast:locked')
  const license = child(channel, 'podcast:license')
  const type = textOf(channel, 'itunes:type')?.toLowerCase()
  const values = {
    title: textOf(channel, 'title', 'itunes:title'),
    link: textOf(channel, 'link') ?? linkOf(channel, 'alternate'),
    description: textOf(channel, 'description', 'itunes:summary', 'subtitle', 'itunes:subtitle'),
    language: textOf(channel, 'language', 'dc:language') ?? channel.attributes['xml:lang'],
    author: textOf(channel, 'itunes:author') ?? textOf(owner, 'itunes:name'),
    email: textOf(owner, 'itunes:email') ?? (locked?.attributes['owner'] || undefined),
    category: categoryOf(channel),
    explicit: yesNo(textOf(channel, 'itunes:explicit')),
    image: imageOf(channel),
    copyright: textOf(channel, 'copyright', 'rights'),
    license: license?.attributes['url'] || license?.text || undefined,
    guid: textOf(channel, 'podcast:guid'),
    locked: yesNo(locked?.text),
    medium: textOf(channel, 'podcast:medium')?.toLowerCase(),
    order: type === 'serial' || type === 'episodic' ? type : undefined,
  }
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return {
    ...(Object.fromEntries(given) as Partial<FeedShow>),
    funding: childrenOf(channel, 'podcast:funding').flatMap(({ attributes, text }) =>
      attributes['url'] ? [{ url: attributes['url'], ...(text && { name: text }) }] : [],
    ),
    persons: childrenOf(channel, 'podcast:person').flatMap(personOf),
  }
}

/** Apple’s categories, each with the one below it; a plain RSS category where there are none. */
function categoryOf(channel: Element): string | undefined {
  const named = childrenOf(channel, 'itunes:category').flatMap(category => {
    const name = category.attributes['text']
    const below = childrenOf(category, 'itunes:category').flatMap(it => it.attributes['text'] ?? [])
    if (!name) return []
    return below.length > 0 ? below.map(sub => `${name} > ${sub}`) : [name]
  })
  return named.length > 0 ? [...new Set(named)].join(', ') : textOf(channel, 'category')
}
