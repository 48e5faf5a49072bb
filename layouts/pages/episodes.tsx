import {
  type Address,
  EPISODE_LIST,
  EPISODES,
  episodeAddress,
  seasonAddress,
  yearAddress,
} from '../../scripts/model/address.ts'
import type { Episode, Show } from '../../scripts/model/show.ts'
import { type Edition, href } from '../edition.ts'
import { renderPage } from '../parts/document.tsx'
import { EpisodeList, ViewSwitch } from '../parts/episodeList.tsx'
import { formatLength, plural } from '../parts/figures.ts'
import { PlaceMetadata } from '../parts/metadata.tsx'
import type { PublishedFile } from '../parts/publishedFile.ts'
import { Skyline } from '../parts/skyline.tsx'

/** Up to here all episodes stand on one page; beyond, every year has its own. */
const ONE_PAGE = 80
const NEWEST = 30

/** Some episodes that share a page: those of a year, or of a season. */
export interface Shelf {
  readonly name: string
  readonly address: Address
  /** Newest first. */
  readonly episodes: readonly Episode[]
}

/** The episodes of each year, newest first. */
export function years({ episodes }: Show): Shelf[] {
  return shelves(
    episodes,
    ({ date }) => date.slice(0, 4),
    year => ({ name: year, address: yearAddress(year) }),
  )
}

/** The episodes of each season that has a number, the latest first. */
export function seasons({ episodes, seasons: named = [] }: Show): Shelf[] {
  return shelves(
    episodes,
    ({ season }) => season,
    season => ({
      name: named.find(({ number }) => number === season)?.name ?? `Season ${season}`,
      address: seasonAddress(season),
    }),
  )
}

function shelves<Key>(
  episodes: readonly Episode[],
  keyOf: (episode: Episode) => Key | undefined,
  describe: (key: Key) => Omit<Shelf, 'episodes'>,
): Shelf[] {
  const byKey = new Map<Key, Episode[]>()
  for (const episode of episodes) {
    const key = keyOf(episode)
    if (key === undefined) continue
    const known = byKey.get(key)
    if (known) known.push(episode)
    else byKey.set(key, [episode])
  }
  return [...byKey].map(([key, list]) => ({ ...describe(key), episodes: list }))
}

/** All episodes, or the way to all of them. */
export function episodesPage(edition: Edition): string {
  const { show } = edition
  const all = show.episodes
  const whole = all.length <= ONE_PAGE
  return renderPage({
    edition,
    address: EPISODES,
    title: 'Episodes',
    metadata: <PlaceMetadata edition={edition} title="Episodes" address={EPISODES} />,
    kind: 'episodes',
    script: 'episodes',
    children: (
      <>
        <header class="head">
          <h1>Episodes</h1>
          <p class="lede">{summaryOf(all)}</p>
          <episode-filter data-list={href(edition, EPISODE_LIST)} data-root={href(edition, '/')} />
        </header>
        {all.length === 0 && <p class="empty">The first episode is on its way.</p>}
        <Overview edition={edition} whole={whole} />
        {all.length > 0 && <ViewSwitch />}
        {whole ? (
          years(show).map(({ name, episodes }) => (
            <section class="shelf" aria-labelledby={`y${name}`}>
              <h2 id={`y${name}`}>{name}</h2>
              <EpisodeList edition={edition} episodes={episodes} level={3} />
            </section>
          ))
        ) : (
          <section class="shelf" aria-labelledby="newest">
            <h2 id="newest">Newest</h2>
            <EpisodeList edition={edition} episodes={all.slice(0, NEWEST)} level={3} />
          </section>
        )}
      </>
    ),
  })
}

/** The episodes of one year or one season. */
export function shelfPage(edition: Edition, shelf: Shelf): string {
  const title = `Episodes: ${shelf.name}`
  return renderPage({
    edition,
    address: shelf.address,
    title,
    metadata: <PlaceMetadata edition={edition} title={title} address={shelf.address} />,
    kind: 'episodes',
    script: 'episodes',
    children: (
      <>
        <header class="head">
          <p class="facts">
            <a href={href(edition, EPISODES)}>Episodes</a>
          </p>
          <h1>{shelf.name}</h1>
          <p class="lede">{summaryOf(shelf.episodes)}</p>
          <episode-filter data-list={href(edition, EPISODE_LIST)} data-root={href(edition, '/')} />
        </header>
        <Overview edition={edition} whole={false} here={shelf.address} />
        <ViewSwitch />
        <EpisodeList edition={edition} episodes={shelf.episodes} level={2} />
      </>
    ),
  })
}

/** The archive at a glance, a line for each year; where years have pages, it leads to them. */
function Overview({ edition, whole, here }: { edition: Edition; whole: boolean; here?: Address }) {
  const { show } = edition
  const hosts = show.guests.filter(({ host }) => host).map(({ slug }) => slug)
  const longest = show.episodes.reduce((most, { duration = 0 }) => Math.max(most, duration), 0)
  const byYear = years(show)
  const bySeason = seasons(show)
  if (byYear.length < 2 && bySeason.length < 2 && show.episodes.length < 8) return null
  return (
    <nav class="overview" aria-label="Years and seasons">
      <ol>
        {byYear.map(({ name, address, episodes }) => (
          <li>
            <a
              href={whole ? `#y${name}` : href(edition, address)}
              aria-current={address === here ? 'page' : undefined}
            >
              <span class="name">{name}</span>
              <Skyline episodes={episodes} hosts={hosts} longest={longest} />
              <span class="facts">{summaryOf(episodes)}</span>
            </a>
          </li>
        ))}
      </ol>
      {bySeason.length > 1 && (
        <ul class="inline">
          {bySeason.map(({ name, address }) => (
            <li>
              <a href={href(edition, address)} aria-current={address === here ? 'page' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </nav>
  )
}

function summaryOf(episodes: readonly Episode[]): string {
  const length = episodes.reduce((sum, { duration = 0 }) => sum + duration, 0)
  const known = episodes.some(({ duration }) => duration !== undefined)
  const hours = length >= 36000 ? `${Math.round(length / 3600)} h` : formatLength(length)
  return `${plural(episodes.length, 'episode')}${known ? `, ${hours}` : ''}`
}

/** What the filter reads: address, title, people, topics and day of each episode. */
export function episodeList({ episodes }: Show): PublishedFile[] {
  const content = () =>
    JSON.stringify(
      episodes.map(({ slug, title, cast, topics, date }) => [
        episodeAddress(slug).slice(1),
        title,
        cast.map(({ guest }) => guest.name).join(', '),
        topics.map(({ name }) => name).join(', '),
        date.slice(0, 10),
      ]),
    )
  return [{ address: EPISODE_LIST, content }]
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'episode-filter': JSX.HTMLAttributes<HTMLElement>
    }
  }
}
