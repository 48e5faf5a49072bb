import { date } from '../content/kinds.ts'
import { formatOffset } from '../new/when.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Names of zones that RFC 822 knows, in hours from Greenwich. */
const ZONES: Readonly<Record<string, number>> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
}

const RFC_2822 =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{2,4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{2}:?\d{2}|[a-z]{1,4})?/i

/**
 * A feed's date as front matter has it, in its own zone: `Tue, 03 Mar 2026 06:00:00 +0100` →
 * `2026-03-03T06:00:00+01:00`. Undefined when it is no date.
 */
export function readFeedDate(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const match = RFC_2822.exec(text.trim())
  if (!match) return isDate(text.trim()) ? text.trim().replace(' ', 'T') : undefined
  const [, day = '', monthName = '', yearText = '', hour = '', minute = '', second = '00', zone] =
    match
  const month = MONTHS.indexOf(monthName.toLowerCase()) + 1
  const offset = readZone(zone ?? 'GMT')
  if (month === 0 || offset === undefined) return undefined
  const year = yearText.length === 2 ? `${Number(yearText) < 70 ? 20 : 19}${yearText}` : yearText
  const pad = (part: string | number) => String(part).padStart(2, '0')
  const iso = `${year}-${pad(month)}-${pad(day)}T${pad(hour)}:${minute}:${second}${formatOffset(offset)}`
  return isDate(iso) ? iso : undefined
}

/** Minutes east of Greenwich. */
function readZone(zone: string): number | undefined {
  const number = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  if (!number) {
    const hours = ZONES[zone.toUpperCase()]
    return hours === undefined ? undefined : hours * 60
  }
  const minutes = Number(number[2]) * 60 + Number(number[3])
  return number[1] === '-' ? -minutes : minutes
}

function isDate(text: string): boolean {
  return date.read(text, () => {}) !== undefined
}
