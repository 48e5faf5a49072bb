import type { Problem } from '../model/problem.ts'
import type { CastMember, Chapter, Guest } from '../model/show.ts'
import type { Seconds } from '../model/time.ts'
import type { Transcript } from '../model/transcript.ts'
import type { Draft } from './draft.ts'

/** What the episode knows that its transcript file doesn't. */
export interface Context {
  /** Path of the transcript from the content folder. */
  readonly file: string
  readonly language: string
  readonly cast: readonly CastMember[]
  /** Everyone with a page in this show. */
  readonly guests: readonly Guest[]
  /** The episode's `speakers`: label → slug or name. */
  readonly speakers: Readonly<Record<string, string>>
  /** Added to every time: the file was made from other audio. */
  readonly offset: Seconds
  readonly duration?: Seconds
}

export interface Resolved {
  readonly transcript: Transcript
  /** From the file's headings. */
  readonly chapters: readonly Chapter[]
  readonly problems: readonly Problem[]
}

/** Makes turns of a draft: labels become speakers, times exact, estimated or unknown. Pure. */
export function resolveTranscript(draft: Draft, context: Context): Resolved {
  return {
    transcript: {
      language: context.language,
      format: draft.format,
      file: context.file,
      items: [],
      speakers: [],
    },
    chapters: [],
    problems: draft.problems,
  }
}
