import type { Transcript } from '../../scripts/model/transcript.ts'
import { writeJson } from '../../scripts/transcript/write/json.ts'
import { writeMarkdown } from '../../scripts/transcript/write/markdown.ts'
import { writeSrt } from '../../scripts/transcript/write/srt.ts'
import { writeText } from '../../scripts/transcript/write/text.ts'
import { writeVtt } from '../../scripts/transcript/write/vtt.ts'
import { setPage } from '../parts/transcript.tsx'
import { setTwin } from '../parts/transcriptMarkdown.ts'
import { wordsJson } from '../parts/wordTimes.ts'

/**
 * What can be made of one transcript and plain values, and of nothing else. So a page is made
 * again only when one of these changes, and may be made in another thread.
 */
const MAKERS = {
  page: setPage,
  twin: setTwin,
  vtt: writeVtt,
  srt: writeSrt,
  json: writeJson,
  txt: writeText,
  md: writeMarkdown,
  words: wordsJson,
} as const

export type Maker = keyof typeof MAKERS

/** A text, as the transcript and the plain values that it will be made of. */
export interface OfTranscript {
  readonly transcript: Transcript
  readonly maker: Maker
  /** Says all that the plain values are made of, so that they need not be made to be known. */
  readonly about: string
  /** Survives JSON. */
  plain(): unknown
}

/** What a page or file says, or what it will be made of. */
export type Text = string | OfTranscript

type Plain<M extends Maker> = Parameters<(typeof MAKERS)[M]>[1]

/** A text that is made of a transcript when it is needed. */
export function ofTranscript<M extends Maker>(
  transcript: Transcript,
  maker: M,
  plain: Plain<M>,
): OfTranscript {
  return { transcript, maker, about: JSON.stringify(plain) ?? '', plain: () => plain }
}

/** The same for values that are costly to make, and known by what they are made of. */
export function ofTranscriptAndMore<M extends Maker>(
  transcript: Transcript,
  maker: M,
  about: string,
  plain: () => Plain<M>,
): OfTranscript {
  return { transcript, maker, about, plain }
}

/** The text itself. */
export function make(text: Text): string {
  if (typeof text === 'string') return text
  return makeOf(text.transcript, text.maker, text.plain())
}

export function makeOf(transcript: Transcript, maker: Maker, plain: unknown): string {
  const write = MAKERS[maker] as (transcript: Transcript, plain: unknown) => string
  return write(transcript, plain)
}
