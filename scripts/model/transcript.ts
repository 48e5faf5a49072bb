import type { Seconds } from './time.ts'

/**
 * A transcript, read and resolved: who says what, in the order of the file, with times that are
 * exact, estimated or unknown, and say so. Nothing after this value parses text again.
 */
export interface Transcript {
  /** BCP 47. */
  readonly language: string
  /** The name of the format it was read from, such as `WebVTT`. */
  readonly format: string
  /** Path from the content folder, for "suggest a correction". */
  readonly file: string
  /** Names all that the transcript was made from: the same hash, the same transcript. */
  readonly hash?: string
  /** In reading order. */
  readonly items: readonly TranscriptItem[]
  /** Everyone who speaks, in order of their first word. */
  readonly speakers: readonly Speaker[]
}

export type TranscriptItem = Turn | Break | Heading

/** Everything one speaker says before another speaks. */
export interface Turn extends Timed {
  readonly kind: 'turn'
  /**
   * `t=754`: the turn's start in whole seconds, with decimals only where two turns share one. A
   * turn of unknown time is addressed by its first words: `w=hi-nate-hey-tom`.
   */
  readonly id: string
  /** Undefined where the file names nobody. */
  readonly speaker?: Speaker
  readonly paragraphs: readonly Paragraph[]
  /** 1-based line of the source file where the turn starts. */
  readonly line?: number
}

export type Paragraph = readonly Segment[]

/** The smallest stretch of a turn with its own start time. */
export interface Segment extends Timed {
  /**
   * The words, trimmed; a sound stands in its square brackets: `[laughter]`. Segments of a
   * paragraph are joined by one space unless `tight`.
   */
  readonly text: string
  /** Not speech but a sound, `[laughter]`: shown quietly, nobody's words. */
  readonly sound?: true
  /** A timestamp stood here in the file's text: shown as a quiet linked time. */
  readonly mark?: true
  /** No space between this segment and the one before (CJK, split words). */
  readonly tight?: true
  /** Words with their own times, where the file has them. */
  readonly words?: WordTimes
}

/** Times of the words of one segment, as parallel arrays, because an hour has ten thousand. */
export interface WordTimes {
  /** Offset of each word's first UTF-16 unit in the segment's text, ascending. */
  readonly offsets: readonly number[]
  /** Start of each word in seconds; NaN where unknown. */
  readonly starts: readonly Seconds[]
}

/** Something between turns that is not speech: an advertisement break, a jingle, music. */
export interface Break extends Timed {
  readonly kind: 'break'
  /** Without brackets: `Break`, `music`. */
  readonly text: string
}

/** A heading in the transcript; becomes a chapter where the episode has none of its own. */
export interface Heading extends Timed {
  readonly kind: 'heading'
  readonly text: string
}

export interface Timed {
  /** Undefined when unknown, which is never the same as 0. */
  readonly start?: Seconds
  readonly end?: Seconds
  /** The start was worked out from its neighbours; the file does not say it. */
  readonly estimated?: true
}

/** What a label resolved to: a host, a guest, or a name nobody has a page for. */
export interface Speaker {
  /** The guest's slug, or the label where nobody is known. Stands in `data-speaker`. */
  readonly key: string
  /** As the site writes it. */
  readonly name: string
  /** Slug of the guest page, when there is one. */
  readonly guest?: string
  readonly role?: 'host' | 'guest'
}

export function turnsOf(transcript: Transcript): Turn[] {
  return transcript.items.filter(item => item.kind === 'turn')
}

/** The words of a turn, a paragraph or some segments as one string, sounds included. */
export function textOf(segments: readonly Segment[]): string {
  let text = ''
  for (const segment of segments) {
    if (text !== '' && !segment.tight && segment.text !== '') text += ' '
    text += segment.text
  }
  return text
}
