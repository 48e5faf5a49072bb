/**
 * Time in Verbatim is a number of seconds from the start of the recording, never a string.
 * This is the one place that reads a timestamp and the one place that writes it.
 */
export type Seconds = number

/** Longer than anything that is published: 2,777 hours. A number above it is no time, but a slip. */
export const LONGEST: Seconds = 10_000_000

// No more digits than a number holds exactly: four hundred of them are Infinity.
const UNITS = /^(?:(\d{1,15})h)?(?:(\d{1,15})m)?(?:(\d{1,15}(?:\.\d+)?)s)?$/i
const PLAIN = /^\d{1,15}(\.\d*)?$/

/**
 * Reads a time as people and tools write it, or returns undefined.
 *
 * Clock forms `m:ss`, `h:mm:ss` (minutes may pass 59 when they come first: `106:21`), with a
 * fraction after `.` or `,`; a fourth field counts hundredths (`00:19:38:01`, as video editors
 * export frames); unit forms `1h2m3s`, `90s`; and plain seconds `754`, `27.87`.
 */
export function parseTime(text: string): Seconds | undefined {
  const clean = text.trim().replace(',', '.')
  if (clean === '') return undefined
  if (PLAIN.test(clean)) return Number(clean)
  if (!clean.includes(':')) return parseUnits(clean)
  const fields = clean.split(':')
  if (fields.length > 4 || !fields.every((f, i) => isField(f, i === fields.length - 1))) {
    return undefined
  }
  const numbers = fields.map(Number)
  const hundredths = numbers.length === 4 ? (numbers.pop() ?? 0) / 100 : 0
  // Only the first field may be large: `106:21` is a time, `1:75` and `1:02:75` are typos.
  if (numbers.slice(1).some(n => n >= 60)) return undefined
  return round(numbers.reduce((total, n) => total * 60 + n, 0) + hundredths)
}

function isField(field: string, last: boolean): boolean {
  return last ? /^\d{1,3}(\.\d*)?$/.test(field) : /^\d{1,3}$/.test(field)
}

function parseUnits(text: string): Seconds | undefined {
  const match = UNITS.exec(text)
  if (!match?.slice(1).some(part => part !== undefined)) return undefined
  const [, h = '0', m = '0', s = '0'] = match
  return round(Number(h) * 3600 + Number(m) * 60 + Number(s))
}

/** To the millisecond: more than any transcript tool means, and it keeps sums from drifting. */
export function round(seconds: Seconds): Seconds {
  return Math.round(seconds * 1000) / 1000
}

/** `754.32` → `12:34`, `3723` → `1:02:03`; what a reader sees. */
export function formatClock(seconds: Seconds): string {
  const whole = Math.max(0, Math.floor(seconds))
  const h = Math.floor(whole / 3600)
  const m = Math.floor(whole / 60) % 60
  const s = pad(whole % 60)
  return h > 0 ? `${h}:${pad(m)}:${s}` : `${m}:${s}`
}

/** `754` → `12 minutes 34 seconds`; what a screen reader says. */
export function formatSpoken(seconds: Seconds): string {
  const whole = Math.max(0, Math.floor(seconds))
  const parts = [
    [Math.floor(whole / 3600), 'hour'],
    [Math.floor(whole / 60) % 60, 'minute'],
    [whole % 60, 'second'],
  ] as const
  const said = parts.filter(([n]) => n > 0).map(([n, unit]) => `${n} ${unit}${n === 1 ? '' : 's'}`)
  return said.length > 0 ? said.join(' ') : '0 seconds'
}

/** `3464` → `PT57M44S`, for `datetime` attributes and schema.org. */
export function formatIsoDuration(seconds: Seconds): string {
  const whole = Math.max(0, Math.round(seconds))
  const h = Math.floor(whole / 3600)
  const m = Math.floor(whole / 60) % 60
  const s = whole % 60
  const said = `${h ? `${h}H` : ''}${m ? `${m}M` : ''}${s ? `${s}S` : ''}`
  return `PT${said || '0S'}`
}

/** `754.32` → `00:12:34.320`, the WebVTT form; SRT wants `,` as the separator. */
export function formatCueTime(seconds: Seconds, separator: '.' | ',' = '.'): string {
  const ms = Math.max(0, Math.round(seconds * 1000))
  const whole = Math.floor(ms / 1000)
  const clock = `${pad(Math.floor(whole / 3600))}:${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`
  const rest = ms % 1000
  const zeros = rest < 10 ? '00' : rest < 100 ? '0' : ''
  return `${clock}${separator}${zeros}${rest}`
}

/** `754` → `754`, `754.320` → `754.32`; the form that stands in addresses and data. */
export function formatSeconds(seconds: Seconds): string {
  return String(round(seconds))
}

function pad(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}

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
