import type { GuestQuote } from '../../scripts/insight/survey.ts'
import { episodeAddress, momentHash } from '../../scripts/model/address.ts'
import { formatClock, formatSpoken } from '../../scripts/model/time.ts'
import { type Edition, href } from '../edition.ts'

/** Somebody's words, and the way to the moment they are said. */
export function Quotation({
  edition,
  quote,
  large,
}: {
  edition: Edition
  quote: GuestQuote
  large?: boolean
}) {
  const { episode, start, turn, opens, text } = quote
  // A passage that opens a turn has the turn's own address, which works without JavaScript too.
  const hash = opens ? `#${turn}` : momentHash(Math.floor(start))
  const said = formatSpoken(start)
  return (
    <figure class={large ? 'quotation large' : 'quotation'}>
      <blockquote lang={episode.language === edition.show.language ? undefined : episode.language}>
        <p>“{text}”</p>
      </blockquote>
      <figcaption class="facts">
        <a class="clock" href={`${href(edition, episodeAddress(episode.slug))}${hash}`}>
          <span class="unseen">{`Hear it at ${said} in `}</span>
          <span aria-hidden="true">{formatClock(start)}</span> {episode.title}
        </a>
      </figcaption>
    </figure>
  )
}
