import type { Share } from '../../scripts/insight/speaking.ts'
import type { Seconds } from '../../scripts/model/time.ts'

/** `43 %`; from estimated times, to the nearest five: `about 45 %`. */
export function formatShare({ share, estimated }: Pick<Share, 'share' | 'estimated'>): string {
  const percent = share * 100
  if (percent > 0 && percent < (estimated ? 2.5 : 1)) return `under ${estimated ? 5 : 1} %`
  return estimated ? `about ${Math.round(percent / 5) * 5} %` : `${Math.round(percent)} %`
}

/** `57 min`, `1 h 12 min`, `40 s`: how long something lasts, for people. */
export function formatLength(seconds: Seconds): string {
  if (seconds < 60) return `${Math.round(seconds)} s`
  const minutes = Math.round(seconds / 60)
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return `${minutes} min`
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
}

/** `1,234`: with the commas an English reader expects, whatever the machine's locale. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `1 episode`, `12 episodes`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}

/** `a`, `a and b`, `a, b and c`. */
export function listOf(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}
