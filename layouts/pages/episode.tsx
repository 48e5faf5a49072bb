import { speakingShares } from '../../scripts/insight/speaking.ts'
import {
  episodeAddress,
  episodeFile,
  guestAddress,
  topicAddress,
} from '../../scripts/model/address.ts'
import type { Episode } from '../../scripts/model/show.ts'
import { type Edition, href, src } from '../edition.ts'
import { Day } from '../parts/day.tsx'
import { renderPage } from '../parts/document.tsx'
import { nameOfNumber } from '../parts/episodeEntry.tsx'
import { formatLength, formatShare } from '../parts/figures.ts'
import { EpisodeMetadata } from '../parts/metadata.tsx'
import { MomentLink } from '../parts/moment.tsx'
import { Portrait } from '../parts/portrait.tsx'
import { Prose } from '../parts/prose.tsx'
import { SpeakerRibbon } from '../parts/ribbon.tsx'
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
            {nameOfNumber(episode)} <Day date={episode.date} />
            {episode.duration !== undefined && <span>{formatLength(episode.duration)}</span>}
          </p>
          <h1>{episode.title}</h1>
          <Cast edition={edition} episode={episode} />
        </header>
        <Player edition={edition} episode={episode} />
        <Prose html={episode.notes} kind="prose notes" />
        <Chapters episode={episode} />
        <Transcribed episode={episode} />
        <Downloads edition={edition} episode={episode} />
        <Beside edition={edition} {...beside} />
      </>
    ),
  })
}

function Cast({ edition, episode }: { edition: Edition; episode: Episode }) {
  const shares = episode.transcript ? speakingShares(episode.transcript, episode.duration) : []
  const voices = voicesOf(episode)
  return (
    <ul class="cast" aria-label="Who speaks">
      {episode.cast.map(({ guest, role }) => {
        const share = shares.find(({ speaker }) => speaker?.key === guest.slug)
        return (
          <li class={voices.get(guest.slug)}>
            <Portrait edition={edition} guest={guest} size={44} />
            <a href={href(edition, guestAddress(guest.slug))}>{guest.name}</a>
            <span class="facts">
              {role === 'host' ? 'Host' : 'Guest'}
              {share && ` · ${formatShare(share)}`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function Player({ edition, episode }: { edition: Edition; episode: Episode }) {
  const { audio } = episode
  return (
    <section class="player" aria-label="Player">
      <SpeakerRibbon episode={episode} columns={1000} />
      {audio && (
        // biome-ignore lint/a11y/useMediaCaption: the transcript below is the text of this recording.
        <audio controls preload="none" src={src(edition, audio.src)} />
      )}
    </section>
  )
}

function Chapters({ episode }: { episode: Episode }) {
  const chapters = episode.chapters.filter(({ hidden }) => !hidden)
  if (chapters.length === 0) return null
  return (
    <nav class="chapters" aria-labelledby="chapters">
      <h2 id="chapters">Chapters</h2>
      <ol>
        {chapters.map(({ start, title }) => (
          <li>
            <MomentLink start={start} kind="time" /> {title}
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Transcribed({ episode }: { episode: Episode }) {
  const { transcript, chapters } = episode
  return (
    <section class="transcript" aria-labelledby="transcript">
      <h2 id="transcript">Conversation</h2>
      {transcript ? (
        <TranscriptText transcript={transcript} chapters={chapters} voices={voicesOf(episode)} />
      ) : (
        <p class="empty">This episode has no transcript yet.</p>
      )}
    </section>
  )
}

const FILES = [
  ['vtt', 'WebVTT'],
  ['srt', 'SRT'],
  ['json', 'JSON'],
  ['txt', 'Plain text'],
  ['md', 'Markdown'],
] as const

function Downloads({ edition, episode }: { edition: Edition; episode: Episode }) {
  if (!episode.transcript) return null
  return (
    <section class="downloads" aria-labelledby="downloads">
      <h2 id="downloads">Take it with you</h2>
      <ul>
        {FILES.map(([extension, name]) => (
          <li>
            <a href={href(edition, episodeFile(episode.slug, `transcript.${extension}`))} download>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <ul class="topics">
        {episode.topics.map(topic => (
          <li>
            <a href={href(edition, topicAddress(topic.slug))}>{topic.name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Beside({ edition, previous, next }: { edition: Edition } & Neighbours) {
  return (
    <nav class="beside" aria-label="Episodes before and after">
      {previous && (
        <a rel="prev" href={href(edition, episodeAddress(previous.slug))}>
          {previous.title}
        </a>
      )}
      {next && (
        <a rel="next" href={href(edition, episodeAddress(next.slug))}>
          {next.title}
        </a>
      )}
    </nav>
  )
}
