import { episodeAddress, topicAddress } from '../../scripts/model/address.ts'
import type { Episode } from '../../scripts/model/show.ts'
import { turnsOf } from '../../scripts/model/transcript.ts'
import { type Edition, href } from '../edition.ts'
import { Cast } from '../parts/cast.tsx'
import { ChapterList } from '../parts/chapterList.tsx'
import { Day } from '../parts/day.tsx'
import { renderPage } from '../parts/document.tsx'
import { Downloads } from '../parts/downloads.tsx'
import { nameOfNumber } from '../parts/episodeEntry.tsx'
import { formatLength } from '../parts/figures.ts'
import { EpisodeMetadata } from '../parts/metadata.tsx'
import { Player } from '../parts/player.tsx'
import { Prose } from '../parts/prose.tsx'
import { RelatedEpisodes } from '../parts/related.tsx'
import { TranscriptText } from '../parts/transcript.tsx'
import { voicesOf } from '../parts/voices.ts'

export interface Neighbours {
  readonly previous?: Episode | undefined
  readonly next?: Episode | undefined
}

/** The page a listener lives in: read along, listen, share. */
export function episodePage(edition: Edition, episode: Episode, beside: Neighbours): string {
  return renderPage({
    edition,
    address: episodeAddress(episode.slug),
    title: episode.title,
    metadata: <EpisodeMetadata edition={edition} episode={episode} />,
    kind: 'episode',
    script: 'episode',
    children: (
      <>
        <header class="head">
          <p class="facts">
            {nameOfNumber(episode)}
            <Day date={episode.date} />
            {episode.duration !== undefined && <span>{formatLength(episode.duration)}</span>}
            {episode.explicit && <span>Explicit</span>}
          </p>
          <h1>{episode.title}</h1>
          <Cast edition={edition} episode={episode} />
        </header>
        <Player edition={edition} episode={episode} />
        <Notes edition={edition} episode={episode} />
        <ChapterList episode={episode} />
        <Conversation episode={episode} />
        <div class="after" id="after" tabIndex={-1}>
          <Topics edition={edition} episode={episode} />
          <RelatedEpisodes edition={edition} episode={episode} />
          <Downloads edition={edition} episode={episode} />
          <Beside edition={edition} {...beside} />
        </div>
      </>
    ),
  })
}

function Notes({ edition, episode }: { edition: Edition; episode: Episode }) {
  const { notes, summary, links } = episode
  if (notes === '' && summary === '' && links.length === 0) return null
  return (
    <section class="notes" aria-label="Notes">
      {notes === '' ? <p class="lede">{summary}</p> : <Prose edition={edition} html={notes} />}
      {links.length > 0 && (
        <ul class="inline">
          {links.map(({ name, url }) => (
            <li>
              <a href={url}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Conversation({ episode }: { episode: Episode }) {
  const { transcript, chapters } = episode
  if (!transcript) {
    return (
      <section class="transcript" aria-labelledby="transcript">
        <h2 id="transcript">Conversation</h2>
        <p class="empty">
          This episode has no transcript yet. When there is one, every word of it will stand here.
        </p>
      </section>
    )
  }
  const estimated = turnsOf(transcript).some(turn => turn.estimated)
  return (
    <section class="transcript" aria-labelledby="transcript">
      <h2 id="transcript">Conversation</h2>
      <a class="skip" href="#after">
        Skip the conversation
      </a>
      {estimated && (
        <p class="note">
          A time with ≈ is an estimate, worked out from where its words stand between known times.
        </p>
      )}
      <TranscriptText transcript={transcript} chapters={chapters} voices={voicesOf(episode)} />
    </section>
  )
}

function Topics({ edition, episode: { topics } }: { edition: Edition; episode: Episode }) {
  if (topics.length === 0) return null
  return (
    <section aria-labelledby="topics">
      <h2 id="topics">What it is about</h2>
      <ul class="inline">
        {topics.map(({ slug, name }) => (
          <li>
            <a href={href(edition, topicAddress(slug))}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Beside({ edition, previous, next }: { edition: Edition } & Neighbours) {
  if (!previous && !next) return null
  return (
    <nav class="beside" aria-label="Episodes before and after">
      {previous && (
        <a rel="prev" href={href(edition, episodeAddress(previous.slug))}>
          <span>Before</span>
          {previous.title}
        </a>
      )}
      {next && (
        <a rel="next" href={href(edition, episodeAddress(next.slug))}>
          <span>After</span>
          {next.title}
        </a>
      )}
    </nav>
  )
}
