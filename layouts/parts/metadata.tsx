import type { ComponentChildren } from 'preact'
import type { Graph } from 'schema-dts'
import {
  type Address,
  episodeAddress,
  episodeFile,
  FEED,
  guestAddress,
  HOME,
  pathOf,
  publicUrl,
  urlOf,
} from '../../scripts/model/address.ts'
import type { Episode, Guest, Image } from '../../scripts/model/show.ts'
import type { Edition, EpisodeEdition } from '../edition.ts'
import { coverUrl, pictureUrl } from '../pictures.ts'
import { JsonLd } from './jsonLd.tsx'
import { episodeData, guestData, placeData, showData } from './structuredData.ts'
import { transcriptFiles } from './transcriptFiles.ts'

/** The head of the home page, for link previews, search engines and feed readers. */
export function ShowMetadata({ edition }: { edition: Edition }) {
  const { title, description, image } = edition.show
  return (
    <Metadata {...{ edition, title, description }} address={HOME} type="website" image={image}>
      <JsonLd data={showData(edition)} />
    </Metadata>
  )
}

export function EpisodeMetadata({
  edition,
  episode,
}: {
  edition: EpisodeEdition
  episode: Episode
}) {
  const { show } = edition
  const { slug, title, summary, audio, image, language } = episode
  const address = episodeAddress(slug)
  return (
    <Metadata
      {...{ edition, title, address, image, language }}
      description={summary || show.description}
      type="article"
      data={episodeData(edition, episode)}
    >
      <meta property="article:published_time" content={episode.date} />
      {episode.topics.map(topic => (
        <meta property="article:tag" content={topic.name} />
      ))}
      {audio && <meta property="og:audio" content={publicUrl(show.site, audio.src)} />}
      {audio && <meta property="og:audio:type" content={audio.type} />}
      {transcriptFiles(episode, edition.survey.digests).map(file => (
        <link
          rel="alternate"
          type={file.type}
          hreflang={file.language}
          href={pathOf(show.site, file.address)}
          title={`Transcript (${file.address.split('.').pop()})`}
        />
      ))}
      <link
        rel="alternate"
        type="text/markdown"
        href={pathOf(show.site, episodeFile(slug, 'index.md'))}
        title="This page as Markdown"
      />
      {audio && (
        <link
          rel="alternate"
          type="application/json+oembed"
          href={urlOf(show.site, episodeFile(slug, 'oembed.json'))}
          title={title}
        />
      )}
      {episode.draft && <meta name="robots" content="noindex" />}
    </Metadata>
  )
}

export function GuestMetadata({ edition, guest }: { edition: Edition; guest: Guest }) {
  const { show } = edition
  const count = edition.survey.appearances(guest)
  const episodes = count.length === 1 ? 'one episode' : `${count.length} episodes`
  return (
    <Metadata
      edition={edition}
      address={guestAddress(guest.slug)}
      title={guest.name}
      description={`${guest.name} on ${show.title}: ${episodes}, every word to read, search and play.`}
      type="profile"
      image={guest.photo}
      data={guestData(edition, guest)}
    />
  )
}

/** Any other page. */
export function PlaceMetadata(props: {
  edition: Edition
  address: Address
  title: string
  description?: string
}) {
  const { edition, address, title, description = edition.show.description } = props
  const data = placeData(edition.show, title, address)
  return <Metadata {...{ edition, address, title, description, data }} type="website" />
}

interface Props {
  readonly edition: EpisodeEdition
  readonly address: Address
  readonly title: string
  readonly description: string
  readonly type: 'website' | 'article' | 'profile'
  /** The picture of what the page is about, where no card is drawn. */
  readonly image?: Image | undefined
  readonly language?: string
  readonly data?: Graph
  readonly children?: ComponentChildren
}

function Metadata({ edition, address, title, description, type, children, ...rest }: Props) {
  const { show } = edition
  const url = urlOf(show.site, address)
  const language = rest.language ?? show.language
  return (
    <>
      <meta name="description" content={description} />
      <link rel="canonical" href={url} />
      <meta property="og:type" content={type} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content={show.title} />
      {/^[a-z]{2,3}-[A-Z]{2}$/.test(language) && (
        <meta property="og:locale" content={language.replace('-', '_')} />
      )}
      <Preview edition={edition} address={address} image={rest.image} title={title} />
      {children}
      {rest.data && <JsonLd data={rest.data} />}
    </>
  )
}

interface PreviewProps extends Pick<Props, 'edition' | 'address' | 'title' | 'image'> {}

/** The picture of a link preview: the page's card, the show's card, or what picture there is. */
function Preview({ edition, address, title, image }: PreviewProps) {
  const { show, pictures } = edition
  const card = pictures.card(address) ?? pictures.card(HOME)
  if (!card) {
    const url = image ? pictureUrl(show, pictures, image) : coverUrl(show)
    return (
      <>
        <meta property="og:image" content={url} />
        <meta property="og:image:alt" content={image?.alt || title} />
        <meta name="twitter:card" content="summary" />
      </>
    )
  }
  return (
    <>
      <meta property="og:image" content={urlOf(show.site, card)} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={title} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}

/** What every page says about the site: feed, search, icons, colours of the window. */
export function SiteLinks({ edition }: { edition: EpisodeEdition }) {
  const { site, title } = edition.show
  return (
    <>
      <link rel="alternate" type="application/rss+xml" href={pathOf(site, FEED)} title={title} />
      <link
        rel="search"
        type="application/opensearchdescription+xml"
        href={pathOf(site, '/opensearch.xml')}
        title={title}
      />
      <link rel="manifest" href={pathOf(site, '/site.webmanifest')} />
      <link rel="icon" href={pathOf(site, '/favicon.svg')} type="image/svg+xml" />
      <link rel="icon" href={pathOf(site, '/favicon.ico')} sizes="32x32" />
      <link rel="apple-touch-icon" href={pathOf(site, '/apple-touch-icon.png')} />
      <meta name="theme-color" content="#faf8f4" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#161412" media="(prefers-color-scheme: dark)" />
    </>
  )
}
