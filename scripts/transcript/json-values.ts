import { LONGEST, parseTime, type Seconds } from '../model/time.ts'

/** Reading values out of data that somebody else's tool wrote: nothing is taken on trust. */

export type Json = { readonly [key: string]: unknown }

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** A string, or a number written as one: speakers are often numbered. */
export function stringOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined
}

/** Seconds from a number, `"12.5"`, `"0.500s"` or a clock time; undefined for anything else. */
export function secondsOf(value: unknown, perSecond = 1): Seconds | undefined {
  if (typeof value === 'number') {
    return Math.abs(value / perSecond) <= LONGEST ? value / perSecond : undefined
  }
  if (typeof value !== 'string') return undefined
  const time = parseTime(value)
  return time === undefined ? undefined : time / perSecond
}
