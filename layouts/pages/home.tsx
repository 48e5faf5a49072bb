import {
  EPISODES,
  episodeAddress,
  GUESTS,
  guestAddress,
  HOME,
  TOPICS,
} from '../../scripts/model/address.ts'
import type { Episode, Guest, Show } from '../../scripts/model/show.ts'
import { type Edition, href } from '../edition.ts'
import { Cast } from '../parts/cast.tsx'
import { Day } from '../parts/day.tsx'
import { renderPage, SearchBox } from '../parts/document.tsx'
import { nameOfNumber } from '../parts/episodeEntry.tsx'
import { EpisodeList } from '../parts/episodeList.tsx'
import { formatCount, formatLength, plural } from '../parts/figures.ts'
import { ShowMetadata } from '../parts/metadata.tsx'
import { Player } from '../parts/player.tsx'
import { Portrait } from '../parts/portrait.tsx'
import { countTopics, TopicLinks } from '../parts/topicLinks.tsx'

const RECENT = 6

/** What the show is, the newest episode ready to play, and the ways in. */
export function homePage(edition: Edition): string {
  const { show } = edition
  // A trailer is no episode to begin with, unless there is nothing else yet.
  const newest = show.episodes.find(({ type }) => type === 'full') ?? show.episodes[0]
  const recent = show.episodes.filter(episode => episode !== newest).slice(0, RECENT)
  return renderPage({
    edition,
    address: HOME,
    metadata: <ShowMetadata edition={edition} />,
    kind: 'home',
    script: 'home',
    children: (
      <>
        <header class="head">
          <h1>{show.title}</h1>
          <p class="lede">{show.description}</p>
          {newest && <SearchBox edition={edition} label={promise(show)} />}
        </header>
        {newest ? (
          <Newest edition={edition} episode={newest} />
        ) : (
          <p class="empty">The first episode is on its way.</p>
        )}
        {recent.length > 0 && (
          <section class="recent" aria-labelledby="recent">
            <h2 id="recent">Before that</h2>
            <EpisodeList edition={edition} episodes={recent} level={3} />
            <p class="all">
              <a href={href(edition, EPISODES)}>All {plural(show.episodes.length, 'episode')}</a>
            </p>
          </section>
        )}
        <div class="ways">
          <People edition={edition} />
          <Topics edition={edition} />
        </div>
      </>
    ),
  })
}

/** `Search 31 hours of conversation`: true to the hour, or it says less. */
function promise({ episodes }: Show): string {
  const hours =
    episodes.reduce(
      (sum, { transcript, duration }) => sum + (transcript ? (duration ?? 0) : 0),
      0,
    ) / 3600
  if (hours < 1) return 'Search everything said'
  const whole = Math.floor(hours)
  return `Search ${formatCount(whole)} ${whole === 1 ? 'hour' : 'hours'} of conversation`
}

function Newest({ edition, episode }: { edition: Edition; episode: Episode }) {
  const address = href(edition, episodeAddress(episode.slug))
  return (
    <section class="newest" aria-labelledby="newest">
      <p class="facts">
        <span class="new">Newest</span>
        {nameOfNumber(episode)}
        <Day date={episode.date} />
        {episode.duration !== undefined && <span>{formatLength(episode.duration)}</span>}
      </p>
      <h2 id="newest">
        <a href={address}>{episode.title}</a>
      </h2>
      {episode.summary !== '' && <p class="lede">{episode.summary}</p>}
      <Cast edition={edition} episode={episode} />
      <Player edition={edition} episode={episode} />
      <p class="all">
        <a href={address}>{episode.transcript ? 'Read along' : 'Open the episode'}</a>
      </p>
    </section>
  )
}

function People({ edition }: { edition: Edition }) {
  const { show, survey } = edition
  const often = (guest: Guest) => survey.appearances(guest).length
  const hosts = show.guests.filter(({ host }) => host)
  const guests = show.guests.filter(({ host }) => !host).toSorted((a, b) => often(b) - often(a))
  const shown = [...hosts, ...guests].slice(0, Math.max(hosts.length + 4, 8))
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="people">
      <h2 id="people">People</h2>
      <ul class="people">
        {shown.map(guest => (
          <li>
            <a href={href(edition, guestAddress(guest.slug))}>
              <Portrait edition={edition} guest={guest} size={44} />
              <span>{guest.name}</span>
              <span class="facts">{guest.host ? 'Host' : plural(often(guest), 'episode')}</span>
            </a>
          </li>
        ))}
      </ul>
      <p class="all">
        <a href={href(edition, GUESTS)}>Everyone who speaks</a>
      </p>
    </section>
  )
}

function Topics({ edition }: { edition: Edition }) {
  const { topics, episodes } = edition.show
  if (topics.length === 0) return null
  const uses = countTopics(episodes)
  const popular = topics.toSorted((a, b) => (uses.get(b.slug) ?? 0) - (uses.get(a.slug) ?? 0))
  return (
    <section aria-labelledby="topics">
      <h2 id="topics">Topics</h2>
      <TopicLinks edition={edition} topics={popular.slice(0, 14)} uses={uses} />
      {popular.length > 14 && (
        <p class="all">
          <a href={href(edition, TOPICS)}>All {plural(topics.length, 'topic')}</a>
        </p>
      )}
    </section>
  )
}
