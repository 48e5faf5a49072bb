import {
  episodeAddress,
  topicAddress,
  translationAddress,
  urlOf,
} from '../../scripts/model/address.ts'
import type { Episode } from '../../scripts/model/show.ts'
import type { Transcript } from '../../scripts/model/transcript.ts'
import { type Edition, type EpisodeEdition, href, withoutOthers } from '../edition.ts'
import { aboutPage } from '../parts/aboutPage.ts'
import { Cast } from '../parts/cast.tsx'
import { ChapterList } from '../parts/chapterList.tsx'
import { Conversation, nameOfLanguage, splitAtText } from '../parts/conversation.tsx'
import { Day } from '../parts/day.tsx'
import { directionOf, renderPage } from '../parts/document.tsx'
import { Downloads } from '../parts/downloads.tsx'
import { nameOfNumber } from '../parts/episodeEntry.tsx'
import { formatLength } from '../parts/figures.ts'
import { EpisodeMetadata } from '../parts/metadata.tsx'
import { Player } from '../parts/player.tsx'
import { Prose } from '../parts/prose.tsx'
import { RelatedEpisodes } from '../parts/related.tsx'
import { voicesOf } from '../parts/voices.ts'
import { ofTranscriptAndMore, type Text } from '../press/ofTranscript.ts'

export interface Neighbours {
  readonly previous?: Pick<Episode, 'slug' | 'title'> | undefined
  readonly next?: Pick<Episode, 'slug' | 'title'> | undefined
}

/** The page a listener lives in: read along, listen, share. */
export function episodePage(edition: Edition, episode: Episode, beside: Neighbours): Text {
  return page(edition, episode, episode.transcript, beside)
}

export interface Translated {
  readonly episode: Episode
  readonly translation: Transcript
}

/** The translated transcripts of all episodes, each of which has a page. */
export function translations(episodes: readonly Episode[]): Translated[] {
  return episodes.flatMap(episode =>
    episode.translations.map(translation => ({ episode, translation })),
  )
}

/** An episode's page with its transcript in another language. */
export function translationPage(edition: Edition, { episode, translation }: Translated): Text {
  return page(edition, episode, translation, {})
}

function page(
  edition: Edition,
  episode: Episode,
  transcript: Transcript | undefined,
  beside: Neighbours,
): Text {
  const alone = withoutOthers(edition)
  if (!transcript) return shell(alone, episode, transcript, beside)
  return ofTranscriptAndMore(transcript, 'page', aboutPage(edition, episode, beside), () => {
    const [before, after] = splitAtText(shell(alone, episode, transcript, beside))
    return {
      before,
      after,
      chapters: episode.chapters,
      voices: [...voicesOf(episode)],
      words: transcript === episode.transcript && alone.survey.digest(episode)?.wordTimes === true,
      ...(transcript.language !== episode.language && { chapterLanguage: episode.language }),
    }
  })
}

/** The whole page but for the words of the conversation; of these values and of no others. */
function shell(
  edition: EpisodeEdition,
  episode: Episode,
  transcript: Transcript | undefined,
  beside: Neighbours,
): string {
  const language = episode.language === edition.show.language ? undefined : episode.language
  const translated = transcript && transcript !== episode.transcript
  return renderPage({
    edition,
    address: translated
      ? translationAddress(episode.slug, transcript.language)
      : episodeAddress(episode.slug),
    title: translated ? `${episode.title} (${nameOfLanguage(transcript.language)})` : episode.title,
    metadata: <EpisodeMetadata edition={edition} episode={episode} />,
    kind: 'episode',
    script: 'episode',
    children: (
      <>
        <header class="head" data-address={urlOf(edition.show.site, episodeAddress(episode.slug))}>
          <p class="facts">
            {nameOfNumber(episode)}
            <Day date={episode.date} />
            {episode.duration !== undefined && <span>{formatLength(episode.duration)}</span>}
            {episode.explicit && <span>Explicit</span>}
          </p>
          <h1 lang={language} dir={language === undefined ? undefined : directionOf(language)}>
            {episode.title}
          </h1>
          <Cast edition={edition} episode={episode} />
        </header>
        <Player edition={edition} episode={episode} />
        <Notes edition={edition} episode={episode} language={language} />
        <ChapterList episode={episode} />
        <Conversation edition={edition} episode={episode} transcript={transcript} />
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

interface NotesProps {
  readonly edition: EpisodeEdition
  readonly episode: Episode
  /** Set where it is not the page's own. */
  readonly language: string | undefined
}

function Notes({ edition, episode, language }: NotesProps) {
  const { notes, summary, links } = episode
  if (notes === '' && summary === '' && links.length === 0) return null
  return (
    <section class="notes" aria-label="Notes">
      <div lang={language} dir={language === undefined ? undefined : directionOf(language)}>
        {notes === '' ? <p class="lede">{summary}</p> : <Prose edition={edition} html={notes} />}
      </div>
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

function Topics({ edition, episode: { topics } }: { edition: EpisodeEdition; episode: Episode }) {
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

function Beside({ edition, previous, next }: { edition: EpisodeEdition } & Neighbours) {
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
