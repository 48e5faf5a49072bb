import type { Draft } from './draft.ts'

/** A transcript file as it was read: UTF-8, no BOM, line ends as `\n`. */
export interface TranscriptSource {
  /** Path from the content folder, for problems. */
  readonly file: string
  readonly text: string
}

/**
 * One way of writing a transcript. A new format is one file in `formats/` and its line in the
 * table of `read.ts`.
 */
export interface Format {
  /** As editors know it: `WebVTT`, `Otter text`. */
  readonly name: string
  /** What gives it away, for the problem that no format fits: `a first line WEBVTT`. */
  readonly sign: string
  /** Whether the file is of this format, judged by its content. */
  detect(source: TranscriptSource): boolean
  /** Never throws: what can't be read becomes a problem. */
  parse(source: TranscriptSource): Draft
}
