const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `3 March 2026`, in UTC, whatever the machine's clock and locale. */
export function formatDay(date: string): string {
  return `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`
}

/** A day that machines can read too. */
export function Day({ date }: { date: string }) {
  return <time dateTime={date.slice(0, 10)}>{formatDay(date)}</time>
}
