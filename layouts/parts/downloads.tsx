import { episodeFile, transcriptFile } from '../../scripts/model/address.ts'
import type { Episode } from '../../scripts/model/show.ts'
import { type EpisodeEdition, href, src } from '../edition.ts'
import { embedCode } from '../pages/oembed.ts'
import { correctionUrl } from './correction.ts'

const TIMED = [
  ['vtt', 'WebVTT'],
  ['srt', 'SRT'],
] as const
const ALWAYS = [
  ['txt', 'Plain text'],
  ['md', 'Markdown'],
  ['json', 'JSON'],
] as const

/** The recording and the transcript as files, and where to mend a mistake in it. */
export function Downloads({ edition, episode }: { edition: EpisodeEdition; episode: Episode }) {
  const { slug, audio, transcript, chapters } = episode
  if (!audio && !transcript) return null
  const correction = transcript && correctionUrl(edition.show, transcript.file)
  const timed = edition.survey.digest(episode)?.timed
  const files = transcript ? [...(timed ? TIMED : []), ...ALWAYS] : []
  return (
    <section aria-labelledby="files">
      <h2 id="files">Take it with you</h2>
      <ul class="inline">
        {audio && (
          <li>
            <a href={src(edition, audio.src)} download>
              Recording
            </a>
          </li>
        )}
        {files.map(([extension, name]) => (
          <li>
            <a href={href(edition, transcriptFile(slug, extension))} download>
              {name}
            </a>
          </li>
        ))}
        {chapters.length > 0 && (
          <li>
            <a href={href(edition, episodeFile(slug, 'chapters.json'))} download>
              Chapters
            </a>
          </li>
        )}
        {correction && (
          <li>
            <a href={correction}>Suggest a correction</a>
          </li>
        )}
      </ul>
      {audio && <EmbedCode edition={edition} episode={episode} />}
    </section>
  )
}

/** The line that puts the player into somebody else's page. */
function EmbedCode({ edition, episode }: { edition: EpisodeEdition; episode: Episode }) {
  return (
    <details class="embed-code">
      <summary>Put the player on your own page</summary>
      <p>
        Copy this line. With <code>#t=754</code> after the address, the player starts there.
      </p>
      <textarea readOnly rows={3} spellcheck={false} aria-label="HTML of the player">
        {embedCode(edition.show, episode)}
      </textarea>
    </details>
  )
}
