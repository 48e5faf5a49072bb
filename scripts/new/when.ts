import { UsageError } from '../commands/commandLine.ts'
import { date } from '../content/kinds.ts'

/** A moment as an editor's wall clock has it, with its zone: `2026-03-03T06:00:00+01:00`. */
export function withZone(moment: Date): string {
  const offset = -moment.getTimezoneOffset()
  const local = new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, 19)
  return `${local}${formatOffset(offset)}`
}

/** Minutes east of Greenwich as `+01:00`, and none as `Z`. */
export function formatOffset(minutes: number): string {
  if (minutes === 0) return 'Z'
  const pad = (n: number) => String(n).padStart(2, '0')
  const whole = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(whole / 60))}:${pad(whole % 60)}`
}

/**
 * A date as an editor types it, made complete: `2026-03-03` stays a day, and a time without a zone
 * gets the zone of this computer.
 */
export function completeDate(written: string): string {
  const text = written.trim()
  const read = date.read(text, () => {})
  if (!read) {
    throw new UsageError(
      `“${text}” is not a date. Write it like 2026-03-03, or 2026-03-03 06:00 with the time.`,
    )
  }
  if (read.hasZone) return text.replace(/^(\d{4}-\d{2}-\d{2})\s+(?=\d)/, '$1T')
  const [day, time = ''] = text.split(/[T ]/)
  return withZone(new Date(`${day}T${time.length === 5 ? `${time}:00` : time}`))
}
