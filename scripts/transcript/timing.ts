import type { Problem } from '../model/problem.ts'
import { round, type Seconds } from '../model/time.ts'
import { measure, type Stretch } from './estimate.ts'
import { pacesOf } from './paces.ts'
import * as problem from './problems.ts'
import type { Context } from './resolve.ts'
import type { Entry } from './turns.ts'

type Paces = ReadonlyMap<string, number>

/**
 * Gives every entry its start: exact where the file says it, estimated between exact neighbours,
 * unknown where there is nothing to go by. Times that go backwards are reported, kept, and not
 * used to estimate others.
 */
export function settleTimes(entries: readonly Entry[], context: Context): Problem[] {
  const problems: Problem[] = []
  shift(entries, context, problems)
  reportTimes(entries, context, problems)
  if (context.estimates === false) return problems
  const anchors = rising(entries)
  const paces = hasUnknown(entries) ? pacesOf(entries, anchors) : new Map<string, number>()
  let previous = -1
  for (const anchor of anchors) {
    fill(entries, paces, previous, anchor)
    previous = anchor
  }
  if (previous >= 0 && previous < entries.length - 1) fillTail(entries, paces, anchors, context)
  return problems
}

function hasUnknown(entries: readonly Entry[]): boolean {
  return entries.some(({ of }) => of.start === undefined)
}

function shift(entries: readonly Entry[], { file, offset }: Context, problems: Problem[]): void {
  let negative = 0
  let first: { at: Seconds; line: number } | undefined
  for (const { of, line } of entries) {
    if (of.end !== undefined) of.end = round(of.end + offset)
    if (of.start === undefined) continue
    of.start = round(of.start + offset)
    if (of.start < 0) {
      negative++
      first ??= { at: of.start, line }
      delete of.start
      delete of.estimated
    }
    if ('words' in of && of.words && offset !== 0) {
      of.words = { offsets: of.words.offsets, starts: of.words.starts.map(t => round(t + offset)) }
    }
    if (of.end !== undefined && of.end < 0) delete of.end
  }
  if (first) problems.push(problem.negativeTime(file, first.line, first.at, negative))
}

function reportTimes(
  entries: readonly Entry[],
  { file, duration }: Context,
  problems: Problem[],
): void {
  let before: Entry | undefined
  let backward: { line: number; start: Seconds; before: Seconds } | undefined
  let overlapping: number | undefined
  let empty: number | undefined
  let late: { line: number; start: Seconds } | undefined
  const count = { backward: 0, overlapping: 0, empty: 0 }
  for (const entry of entries) {
    const { start, end, estimated } = entry.of
    if (start === undefined || estimated) continue
    if (end !== undefined && end <= start) {
      count.empty++
      empty ??= entry.line
    }
    if (before?.of.start !== undefined) {
      if (start < before.of.start) {
        count.backward++
        backward ??= { line: entry.line, start, before: before.of.start }
      } else if (
        before.of.end !== undefined &&
        before.of.end - start > 0.05 &&
        start !== before.of.start
      ) {
        count.overlapping++
        overlapping ??= entry.line
      }
    }
    // A little beyond the end is rounding, or an intro that the feed's length leaves out.
    if (duration !== undefined && start > duration + 5) late ??= { line: entry.line, start }
    before = entry
  }
  if (backward)
    problems.push(
      problem.backwardTime(file, backward.line, backward.start, backward.before, count.backward),
    )
  if (empty !== undefined) problems.push(problem.zeroLength(file, empty, count.empty))
  if (overlapping !== undefined)
    problems.push(problem.overlap(file, overlapping, count.overlapping))
  if (late && duration !== undefined)
    problems.push(problem.lateTime(file, late.line, late.start, duration))
}

/** Indexes of the exact starts that never go back: the longest such run, so that typos fall out. */
function rising(entries: readonly Entry[]): number[] {
  const exact: number[] = []
  let monotone = true
  let last = -1
  for (const [i, { of }] of entries.entries()) {
    if (of.start === undefined || of.estimated) continue
    if (of.start < last) monotone = false
    last = of.start
    exact.push(i)
  }
  if (monotone) return exact
  const tails: number[] = []
  const link: number[] = new Array(exact.length).fill(-1)
  const time = (k: number) => entries[exact[k] ?? 0]?.of.start ?? 0
  for (let k = 0; k < exact.length; k++) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (time(tails[middle] ?? 0) <= time(k)) low = middle + 1
      else high = middle
    }
    link[k] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = k
  }
  const run: number[] = []
  for (let k = tails.at(-1) ?? -1; k >= 0; k = link[k] ?? -1) run.push(exact[k] ?? 0)
  return run.reverse()
}

/** Estimates what lies between two exact starts; `from` -1 is the start of the recording. */
function fill(entries: readonly Entry[], paces: Paces, from: number, to: number): void {
  const end = entries[to]?.of.start
  if (end === undefined || to - from <= 1) return
  const start = from < 0 ? 0 : entries[from]?.of.start
  if (start === undefined) return
  const at: Seconds[] = []
  const said = measure(stretchesOf(entries, paces, from, to), at)
  // Before the first time there may be music: the words don't fill more than they take.
  const length = from < 0 ? Math.min(end, said * 1.25) : end - start
  place(entries, from, to, at, start, said > 0 ? length / said : 0)
}

/** After the last exact start: up to the end of the episode, or at the pace of the file so far. */
function fillTail(
  entries: readonly Entry[],
  paces: Paces,
  anchors: readonly number[],
  { duration }: Context,
): void {
  const from = anchors.at(-1) ?? 0
  const start = entries[from]?.of.start
  if (start === undefined) return
  const at: Seconds[] = []
  const said = measure(stretchesOf(entries, paces, from, entries.length), at)
  if (said === 0) return
  const left = duration !== undefined && duration > start ? (duration - start) / said : undefined
  // An episode's end is often music; words that would fill it at half their pace don't.
  const pace = left !== undefined && left <= 2 ? undefined : paceOf(entries, paces, anchors)
  const scale = pace === undefined ? left : Math.min(pace, left ?? pace)
  if (scale !== undefined) place(entries, from, entries.length, at, start, scale)
}

/** Seconds of the recording for each second that the words should take, so far. */
function paceOf(
  entries: readonly Entry[],
  paces: Paces,
  anchors: readonly number[],
): number | undefined {
  // The last few say it as well as all of them.
  const first = anchors.at(-20) ?? anchors[0]
  const last = anchors.at(-1)
  if (first === undefined || last === undefined || first === last) return undefined
  const length = (entries[last]?.of.start ?? 0) - (entries[first]?.of.start ?? 0)
  const said = measure(stretchesOf(entries, paces, first, last), [])
  return length > 0 && said > 0 ? Math.min(2, Math.max(0.5, length / said)) : undefined
}

function stretchesOf(entries: readonly Entry[], paces: Paces, from: number, to: number): Stretch[] {
  const stretches: Stretch[] = []
  for (let i = Math.max(0, from); i < to; i++) {
    const entry = entries[i]
    if (!entry) continue
    const { of, opens, voice } = entry
    const kind = 'kind' in of ? of.kind : of.sound ? 'sound' : 'words'
    const pace = voice === undefined ? undefined : paces.get(voice)
    stretches.push({ kind, text: of.text, opens, ...(pace !== undefined && { pace }) })
  }
  return stretches
}

function place(
  entries: readonly Entry[],
  from: number,
  to: number,
  at: readonly Seconds[],
  start: Seconds,
  scale: number,
): void {
  const first = Math.max(0, from)
  for (let i = first; i < to; i++) {
    const of = entries[i]?.of
    if (!of || i === from || of.start !== undefined) continue
    // Tenths: an estimate is no surer than that. Down, so that it never passes the next exact time.
    of.start = Math.max(start, Math.floor((start + (at[i - first] ?? 0) * scale) * 10) / 10)
    of.estimated = true
  }
}
