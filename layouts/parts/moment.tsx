import { momentHash } from '../../scripts/model/address.ts'
import { formatClock, formatSpoken, type Seconds } from '../../scripts/model/time.ts'

interface Props {
  readonly start: Seconds
  readonly estimated?: boolean | undefined
  readonly kind: string
  /** Where the link leads: by default to this moment of this page. */
  readonly to?: string
}

/** A time as a link to its moment. What is seen is a clock, what is read out are words. */
export function MomentLink({ start, estimated, kind, to = momentHash(start) }: Props) {
  return (
    <a
      class={estimated ? `${kind} est` : kind}
      href={to}
      aria-label={`${estimated ? 'about ' : ''}${formatSpoken(start)}`}
    >
      {estimated ? `≈ ${formatClock(start)}` : formatClock(start)}
    </a>
  )
}
