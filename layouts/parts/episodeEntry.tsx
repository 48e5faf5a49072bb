import { episodeAddress, guestAddress } from '../../scripts/model/address.ts'
import type { CastMember, Episode } from '../../scripts/model/show.ts'
import { type Edition, href } from '../edition.ts'
import { Day } from './day.tsx'
import { formatLength } from './figures.ts'
import { SMALL, SpeakerRibbon } from './ribbon.tsx'

interface Props {
  readonly edition: Edition
  readonly episode: Episode
  readonly level?: 2 | 3
}

/** An episode in a list: what it is, who speaks, and its ribbon like the spine of a book. */
export function EpisodeEntry({ edition, episode, level = 3 }: Props) {
  const Title = `h${level}` as 'h3'
  return (
    <article class="entry">
      <p class="facts">
        {nameOfNumber(episode)}
        <Day date={episode.date} />
        {episode.duration !== undefined && <span>{formatLength(episode.duration)}</span>}
      </p>
      <Title>
        <a dir="auto" href={href(edition, episodeAddress(episode.slug))}>
          {episode.title}
        </a>
      </Title>
      <CastLine edition={edition} cast={episode.cast} />
      {episode.summary !== '' && <p class="summary">{episode.summary}</p>}
      <SpeakerRibbon edition={edition} episode={episode} columns={SMALL} />
    </article>
  )
}

/** `Episode 4`, `Trailer`, `Bonus`; nothing for an episode without a number. */
export function nameOfNumber({ number, season, type }: Episode) {
  const kind = type === 'trailer' ? 'Trailer' : type === 'bonus' ? 'Bonus' : 'Episode'
  if (number === undefined) return type === 'full' ? null : <span>{kind}</span>
  return (
    <span>
      {season === undefined ? '' : `Season ${season}, `}
      {season === undefined ? kind : kind.toLowerCase()} {number}
    </span>
  )
}

/** `with Nathan Lambert`: the guests, or who hosts when there is no guest. */
function CastLine({ edition, cast }: { edition: Edition; cast: readonly CastMember[] }) {
  const guests = cast.filter(({ role }) => role === 'guest')
  const shown = guests.length > 0 ? guests : cast
  if (shown.length === 0) return null
  return (
    <p class="with">
      {guests.length > 0 ? 'with ' : ''}
      {shown.map(({ guest }, at) => (
        <>
          {at > 0 && (at === shown.length - 1 ? ' and ' : ', ')}
          <a href={href(edition, guestAddress(guest.slug))}>{guest.name}</a>
        </>
      ))}
    </p>
  )
}
