import type { Related } from '../../scripts/insight/related.ts'
import { episodeAddress } from '../../scripts/model/address.ts'
import type { Episode } from '../../scripts/model/show.ts'
import { type EpisodeEdition, href } from '../edition.ts'
import { Day } from './day.tsx'
import { listOf } from './figures.ts'
import { SMALL, SpeakerRibbon } from './ribbon.tsx'

/** What to hear after this, each with the reason why. */
export function RelatedEpisodes({
  edition,
  episode,
}: {
  edition: EpisodeEdition
  episode: Episode
}) {
  const related = edition.survey.related(episode)
  if (related.length === 0) return null
  return (
    <section aria-labelledby="related">
      <h2 id="related">Goes well with this</h2>
      <ul class="related">
        {related.map(it => (
          <li>
            <a href={href(edition, episodeAddress(it.episode.slug))}>{it.episode.title}</a>
            <SpeakerRibbon edition={edition} episode={it.episode} columns={SMALL} />
            <p class="facts">
              <Day date={it.episode.date} />
              <span>{reason(it)}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** `Both talk about licences and weights; Nathan Lambert speaks in both.` */
function reason({ words, topics, guests }: Related): string {
  const names = guests.slice(0, 2).map(({ name }) => name)
  const about = words.length > 0 ? words.slice(0, 3) : topics.slice(0, 2).map(({ name }) => name)
  const said = about.length > 0 ? `both talk about ${listOf(about)}` : ''
  const who =
    names.length > 0 ? `${listOf(names)} ${names.length === 1 ? 'speaks' : 'speak'} in both` : ''
  return [said, who].filter(part => part !== '').join('; ')
}
