import { episodeAddress, translationAddress } from '../../scripts/model/address.ts'
import type { Episode } from '../../scripts/model/show.ts'
import type { Transcript } from '../../scripts/model/transcript.ts'
import { type EpisodeEdition, href } from '../edition.ts'

interface Props {
  readonly edition: EpisodeEdition
  readonly episode: Episode
  /** The episode's own, or one of its translations. */
  readonly transcript: Transcript | undefined
}

/**
 * What is said, and the other languages it can be read in. The words themselves are set into the
 * page at `TEXT` when all else of it stands.
 */
export function Conversation({ edition, episode, transcript }: Props) {
  return (
    <section class="transcript" aria-labelledby="transcript">
      <h2 id="transcript">Conversation</h2>
      {transcript ? (
        <>
          <a class="skip" href="#after">
            Skip the conversation
          </a>
          <Languages edition={edition} episode={episode} current={transcript} />
          {edition.survey.digests.of(transcript, episode.duration).estimated && (
            <p class="note">
              A time with ≈ is an estimate, worked out from where its words stand between known
              times.
            </p>
          )}
          <transcript-text />
        </>
      ) : (
        <p class="empty">
          This episode has no transcript yet. When there is one, every word of it will stand here.
        </p>
      )}
    </section>
  )
}

/** Where the conversation goes; nothing that people write is ever a tag. */
const TEXT = '<transcript-text></transcript-text>'

/** The page before and after its conversation. */
export function splitAtText(page: string): readonly [before: string, after: string] {
  const [before, after, more] = page.split(TEXT)
  if (before === undefined || after === undefined || more !== undefined) {
    throw new Error('A page with a transcript has one place for it')
  }
  return [before, after]
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'transcript-text': JSX.HTMLAttributes<HTMLElement>
    }
  }
}

interface LanguagesProps {
  readonly edition: EpisodeEdition
  readonly episode: Episode
  readonly current: Transcript
}

function Languages({ edition, episode, current }: LanguagesProps) {
  if (episode.translations.length === 0) return null
  const ways = [
    ...(episode.transcript
      ? [{ transcript: episode.transcript, address: episodeAddress(episode.slug) }]
      : []),
    ...episode.translations.map(transcript => ({
      transcript,
      address: translationAddress(episode.slug, transcript.language),
    })),
  ]
  return (
    <nav aria-label="Languages">
      <ul class="inline">
        {ways.map(({ transcript: { language }, address }) => (
          <li>
            <a
              href={href(edition, address)}
              lang={language}
              hreflang={language}
              aria-current={language === current.language ? 'page' : undefined}
            >
              {nameOfLanguage(language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What a language calls itself: `es` → `Español`. */
export function nameOfLanguage(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}
