import { guestAddress } from '../../scripts/model/address.ts'
import type { Episode } from '../../scripts/model/show.ts'
import { type EpisodeEdition, href } from '../edition.ts'
import { formatShare } from './figures.ts'
import { Portrait } from './portrait.tsx'
import { voicesOf } from './voices.ts'

/** Who speaks: the cast with portraits, then whoever else has words in the transcript. */
export function Cast({ edition, episode }: { edition: EpisodeEdition; episode: Episode }) {
  const { cast } = episode
  const shares = edition.survey.digest(episode)?.shares ?? []
  const others = shares.filter(
    ({ speaker }) => speaker && !cast.some(({ guest }) => guest.slug === speaker.key),
  )
  const voices = voicesOf(episode)
  if (cast.length + others.length === 0) return null
  return (
    <ul class="cast" aria-label="Who speaks">
      {cast.map(({ guest, role }) => {
        const share = shares.find(({ speaker }) => speaker?.key === guest.slug)
        return (
          <li class={voices.get(guest.slug)}>
            <Portrait edition={edition} guest={guest} size={44} />
            <a href={href(edition, guestAddress(guest.slug))}>{guest.name}</a>
            <span class="facts">
              <span>{role === 'host' ? 'Host' : 'Guest'}</span>
              {share && <span>{formatShare(share)}</span>}
            </span>
          </li>
        )
      })}
      {others.map(share => (
        <li class={voices.get(share.speaker?.key ?? '')}>
          <span class="portrait initials" aria-hidden="true">
            {[...(share.speaker?.name ?? '')][0]?.toUpperCase()}
          </span>
          <b>{share.speaker?.name}</b>
          <span class="facts">{formatShare(share)}</span>
        </li>
      ))}
    </ul>
  )
}
