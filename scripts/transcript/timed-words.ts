import type { Seconds } from '../model/time.ts'
import type { WordTimes } from '../model/transcript.ts'
import type { TimedSegment } from './timed-segments.ts'

/** A word as a recogniser has it, with or without the space before it. */
export interface TimedWord {
  readonly text: string
  readonly start?: Seconds | undefined
  readonly end?: Seconds | undefined
  readonly label?: string | undefined
  /** Belongs to the word before without a space: punctuation, a part of a word. */
  readonly tight?: boolean
}

/** One word a segment, as some hosts publish it. */
export function areWords(segments: readonly TimedSegment[]): boolean {
  if (segments.length < 4) return false
  let single = 0
  for (const { text, words } of segments) if (!words && !/\S\s+\S/.test(text)) single++
  return single >= segments.length * 0.9
}

export function joinWords(segments: readonly TimedSegment[]): TimedSegment[] {
  const joined: TimedSegment[] = []
  let run: TimedSegment[] = []
  const flush = () => {
    joined.push(...sentencesOf(run))
    run = []
  }
  for (const segment of segments) {
    if (segment.kind || segment.paragraph) flush()
    if (segment.kind) joined.push(segment)
    else run.push(segment)
  }
  flush()
  return joined
}

const SENTENCE_END = /[.!?…。！？]["'”’)»]*$/
const PUNCTUATION = /^[.,!?;:%…)\]»”。，、！？]+$/
/** Abbreviations and initials whose full stop ends no sentence. */
const SHORT = /(?:^|\s)(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|vs|etc|e\.g|i\.e)\.$/u
const LONGEST = 60
const PAUSE = 1.5

/** Joins words into sentences, each word keeping its own time: a new one at a pause or a voice. */
export function sentencesOf(words: readonly TimedWord[]): TimedSegment[] {
  const sentences: TimedSegment[] = []
  let run: TimedWord[] = []
  const flush = () => {
    if (run.length > 0) sentences.push(sentenceOf(run))
    run = []
  }
  for (const word of words) {
    const said = word.text.trim()
    if (said === '') continue
    const last = run.at(-1)
    if (last) {
      const pause = last.end !== undefined && word.start !== undefined ? word.start - last.end : 0
      const joins = word.tight || PUNCTUATION.test(said)
      const ended = SENTENCE_END.test(last.text.trim()) && !SHORT.test(last.text.trim())
      if (last.label !== word.label && !joins) flush()
      else if (!joins && (ended || pause > PAUSE || run.length >= LONGEST)) flush()
    }
    run.push(word)
  }
  flush()
  return sentences
}

function sentenceOf(run: readonly TimedWord[]): TimedSegment {
  const { text, words } = textOfWords(run)
  return {
    label: run[0]?.label,
    start: run[0]?.start,
    end: run.findLast(word => word.end !== undefined)?.end,
    text,
    words,
  }
}

/** One string of words, and where in it each one starts and when. */
export function textOfWords(run: readonly TimedWord[]): { text: string; words: WordTimes } {
  let text = ''
  const offsets: number[] = []
  const starts: Seconds[] = []
  for (const { text: raw, start, tight } of run) {
    const said = raw.trim()
    if (said === '') continue
    const joins = text === '' || tight || PUNCTUATION.test(said)
    if (!joins) text += ' '
    if (!PUNCTUATION.test(said) && !(tight && start === undefined)) {
      offsets.push(text.length)
      starts.push(start ?? Number.NaN)
    }
    text += said
  }
  return { text, words: { offsets, starts } }
}

/**
 * Where the words of a list stand in a text that was written separately, with its own
 * punctuation. Words that can't be found are left without a time.
 */
export function wordTimesIn(text: string, words: readonly TimedWord[]): WordTimes | undefined {
  const offsets: number[] = []
  const starts: Seconds[] = []
  const folded = text.toLowerCase()
  let at = 0
  for (const word of words) {
    const said = word.text.trim()
    if (said === '' || word.start === undefined) continue
    const found = folded.slice(at, at + 200).indexOf(said.toLowerCase())
    if (found < 0) continue
    offsets.push(at + found)
    starts.push(word.start)
    at += found + said.length
  }
  return offsets.length > 0 ? { offsets, starts } : undefined
}
