import type {
  BreadcrumbList,
  Clip,
  Graph,
  Person,
  PodcastEpisode,
  PodcastSeries,
  ProfilePage,
  Thing,
  WebSite,
} from 'schema-dts'
import {
  type Address,
  EPISODES,
  episodeAddress,
  FEED,
  GUESTS,
  guestAddress,
  HOME,
  momentAddress,
  publicUrl,
  SEARCH,
  transcriptFile,
  urlOf,
} from '../../scripts/model/address.ts'
import type { Chapter, Episode, Guest, Image, Show } from '../../scripts/model/show.ts'
import { formatIsoDuration } from '../../scripts/model/time.ts'
import type { Edition, EpisodeEdition } from '../edition.ts'
import { coverUrl, pictureUrl } from '../pictures.ts'

/** What search engines are told about the show: https://schema.org/PodcastSeries. */
export function showData(edition: Edition): Graph {
  const { show } = edition
  const { site, license } = show
  const hosts = show.guests.filter(guest => guest.host).map(guest => person(edition, guest))
  const series: PodcastSeries = {
    '@type': 'PodcastSeries',
    '@id': showId(show),
    name: show.title,
    description: show.description,
    url: urlOf(site, HOME),
    webFeed: urlOf(site, FEED),
    image: coverUrl(show),
    inLanguage: show.language,
    isFamilyFriendly: !show.explicit,
    accessMode: ['auditory', 'textual'],
    ...(hosts.length > 0 && { author: hosts, actor: hosts }),
    ...(show.listen.length > 0 && { sameAs: show.listen.map(link => link.url) }),
    ...(show.category && { genre: show.category.split(',').map(name => name.trim()) }),
    ...(show.copyright && { copyrightNotice: show.copyright }),
    ...(license && {
      license: URL.canParse(license) ? license : { '@type': 'CreativeWork', name: license },
    }),
  }
  const website: WebSite = {
    '@type': 'WebSite',
    '@id': `${urlOf(site, HOME)}#site`,
    name: show.title,
    url: urlOf(site, HOME),
    inLanguage: show.language,
    potentialAction: searchAction(show),
  }
  return graph(series, website)
}

/** https://schema.org/PodcastEpisode, with its people, its sound and its chapters. */
export function episodeData(edition: EpisodeEdition, episode: Episode): Graph {
  const { show, pictures } = edition
  const { site } = show
  const { slug, duration, number, season, topics } = episode
  const address = episodeAddress(slug)
  const url = urlOf(site, address)
  const people = (role: 'host' | 'guest') =>
    episode.cast.filter(it => it.role === role).map(({ guest }) => person(edition, guest))
  const card = pictures.card(address)
  const image = [
    ...(episode.image ? [pictureUrl(show, pictures, episode.image)] : []),
    ...(card ? [urlOf(site, card)] : []),
  ]
  const sound = audioObject(show, episode)
  const seasonName = show.seasons?.find(it => it.number === season)?.name
  const data: PodcastEpisode = {
    '@type': 'PodcastEpisode',
    '@id': `${url}#episode`,
    name: episode.title,
    url,
    mainEntityOfPage: url,
    datePublished: episode.date,
    inLanguage: episode.language,
    isFamilyFriendly: !episode.explicit,
    isAccessibleForFree: true,
    image: image.length > 0 ? image : coverUrl(show),
    partOfSeries: {
      '@type': 'PodcastSeries',
      '@id': showId(show),
      name: show.title,
      url: urlOf(site, HOME),
    },
    ...(episode.summary && { description: episode.summary }),
    ...(number !== undefined && { episodeNumber: number }),
    ...(season !== undefined && {
      partOfSeason: {
        '@type': 'PodcastSeason',
        seasonNumber: season,
        ...(seasonName && { name: seasonName }),
      },
    }),
    ...(duration !== undefined && {
      duration: formatIsoDuration(duration),
      timeRequired: formatIsoDuration(duration),
    }),
    ...(people('host').length > 0 && { author: people('host') }),
    ...(episode.cast.length > 0 && { actor: [...people('host'), ...people('guest')] }),
    ...(topics.length > 0 && { keywords: topics.map(topic => topic.name) }),
    ...(sound && { associatedMedia: sound }),
    ...(episode.chapters.length > 0 && { hasPart: clips(show, episode) }),
  }
  return graph(data, breadcrumbs(show, ['Episodes', EPISODES], [episode.title, address]))
}

/** https://schema.org/ProfilePage about one person. */
export function guestData(edition: Edition, guest: Guest): Graph {
  const { show } = edition
  const address = guestAddress(guest.slug)
  const data: ProfilePage = {
    '@type': 'ProfilePage',
    url: urlOf(show.site, address),
    name: guest.name,
    inLanguage: show.language,
    mainEntity: {
      ...person(edition, guest),
      ...(guest.links.length > 0 && { sameAs: guest.links.map(link => link.url) }),
      ...(guest.title && { jobTitle: guest.title }),
    },
  }
  return graph(data, breadcrumbs(show, ['People', GUESTS], [guest.name, address]))
}

/** Where a page stands, for the pages that are about nothing but themselves. */
export function placeData(show: Show, title: string, address: Address): Graph {
  return graph(breadcrumbs(show, [title, address]))
}

type PersonData = Extract<Person, { '@type': 'Person' }>

function person({ show, pictures }: EpisodeEdition, { slug, name, photo }: Guest): PersonData {
  const url = urlOf(show.site, guestAddress(slug))
  const image = (it: Image) => ({ image: pictureUrl(show, pictures, it) })
  return { '@type': 'Person', '@id': `${url}#person`, name, url, ...(photo && image(photo)) }
}

/** The recording and its words: schema.org gives `transcript` to sound, and lets it be an address. */
function audioObject({ site }: Show, { slug, audio, duration, transcript, title }: Episode) {
  if (!audio && !transcript) return undefined
  return {
    '@type': 'AudioObject' as const,
    name: title,
    ...(audio && { contentUrl: publicUrl(site, audio.src), encodingFormat: audio.type }),
    ...(audio?.length !== undefined && { contentSize: `${audio.length} B` }),
    ...(duration !== undefined && { duration: formatIsoDuration(duration) }),
    ...(transcript && { transcript: urlOf(site, transcriptFile(slug, 'txt')) }),
  }
}

function clips({ site }: Show, { slug, chapters, duration }: Episode): Clip[] {
  const listed = chapters.filter(chapter => !chapter.hidden)
  const ends = (at: number): Chapter['start'] | undefined => listed[at + 1]?.start ?? duration
  return listed.map(({ title, start }, at) => {
    const end = ends(at)
    return {
      '@type': 'Clip',
      name: title,
      startOffset: start,
      ...(end !== undefined && end > start && { endOffset: end }),
      url: urlOf(site, momentAddress(slug, start)),
    }
  })
}

function breadcrumbs(show: Show, ...steps: readonly [string, Address][]): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [[show.title, HOME] as const, ...steps].map(([name, address], at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      item: urlOf(show.site, address),
    })),
  }
}

/** `query-input` is Google's own addition to the vocabulary, so the types do not know it. */
function searchAction({ site }: Show) {
  return {
    '@type': 'SearchAction' as const,
    target: { '@type': 'EntryPoint' as const, urlTemplate: `${urlOf(site, SEARCH)}?q={query}` },
    'query-input': 'required name=query',
  }
}

function showId({ site }: Show): string {
  return `${urlOf(site, HOME)}#show`
}

function graph(...things: readonly Exclude<Thing, string>[]): Graph {
  return { '@context': 'https://schema.org', '@graph': things }
}
