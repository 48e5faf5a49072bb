import type { Problem } from '../model/problem.ts'
import type { Seconds } from '../model/time.ts'
import type { WordTimes } from '../model/transcript.ts'

/**
 * What a format makes of a file: pieces in reading order, labels and times as the file has them.
 * Nothing is sorted, dropped or guessed here; `resolve.ts` turns a draft into a Transcript.
 */
export interface Draft {
  /** The format's name, such as `WebVTT`. */
  readonly format: string
  readonly pieces: readonly Piece[]
  /** BCP 47, where the file says it. */
  readonly language?: string
  /** The file's own map of labels to names: `{spk_0: 'Luciano'}`. */
  readonly names?: Readonly<Record<string, string>>
  /** The file says where its paragraphs end, so timed words need not be grouped. */
  readonly paragraphs?: boolean
  /** Our own export: it says where turns start and what belongs to them, so none of it is guessed. */
  readonly turns?: boolean
  readonly problems: readonly Problem[]
}

/** `line` is 1-based in the source file. */
export type Piece =
  /** From here on this label speaks; undefined: nobody is named any more. */
  | {
      readonly type: 'speaker'
      readonly label: string | undefined
      readonly line: number
      /** The label stands only once: a name if the episode knows it, otherwise words. */
      readonly tentative?: boolean
    }
  /** The next words are said at this time: a timestamp standing in the text. */
  | {
      readonly type: 'mark'
      readonly time: Seconds
      readonly line: number
      /** The file itself says that the time is estimated. */
      readonly estimated?: boolean
    }
  | TextPiece
  | {
      readonly type: 'sound'
      /** In square brackets: `[laughter]`. */
      readonly text: string
      readonly line: number
      readonly start?: Seconds
      readonly end?: Seconds
      readonly estimated?: boolean
    }
  | { readonly type: 'paragraph'; readonly line: number }
  | {
      readonly type: 'heading'
      readonly text: string
      readonly line: number
      readonly start?: Seconds
      readonly estimated?: boolean
    }
  | {
      readonly type: 'break'
      readonly text: string
      readonly line: number
      readonly start?: Seconds
      readonly estimated?: boolean
    }

/** Words; a cue when they have their own times. */
export interface TextPiece {
  readonly type: 'text'
  readonly text: string
  readonly line: number
  readonly start?: Seconds
  readonly end?: Seconds
  /** The file itself says that the start is estimated. */
  readonly estimated?: boolean
  readonly words?: WordTimes
  /** No space between this and the text before. */
  readonly tight?: boolean
}
