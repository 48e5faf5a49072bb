import { momentHash } from '../../scripts/model/address.ts'
import { formatClock, formatSpoken, type Seconds } from '../../scripts/model/time.ts'

interface Props {
  readonly start: Seconds
  readonly estimated?: boolean | undefined
  /** A class, where it is not the first link of its turn, heading or break. */
  readonly kind?: string
  /** Where the link leads: by default to this moment of this page. */
  readonly to?: string
}

/**
 * A time as a link to its moment. It is called by the clock that is seen, so that it can be asked for
 * by voice, and by the words that are better heard. https://www.w3.org/TR/WCAG22/#label-in-name
 */
export function MomentLink({ start, estimated, kind, to = momentHash(start) }: Props) {
  const clock = `${estimated ? '≈ ' : ''}${formatClock(start)}`
  const spoken = `${estimated ? 'about ' : ''}${formatSpoken(start)}`
  return (
    <a class={estimated ? 'est' : kind} href={to} aria-label={`${clock}, ${spoken}`}>
      {clock}
    </a>
  )
}
