import { formatDay } from '../../scripts/model/time.ts'

/** A day that machines can read too. */
export function Day({ date }: { date: string }) {
  return <time dateTime={date.slice(0, 10)}>{formatDay(date)}</time>
}
