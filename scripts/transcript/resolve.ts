import type { Problem } from '../model/problem.ts'
import type { CastMember, Chapter, Guest } from '../model/show.ts'
import type { Seconds } from '../model/time.ts'
import type { Transcript } from '../model/transcript.ts'
import type { Asked } from './directory.ts'
import type { Draft } from './draft.ts'
import { Ids } from './ids.ts'
import { Labels } from './labels.ts'
import { settleTimes } from './timing.ts'
import { foldTurns, type OpenTurn } from './turns.ts'

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
  /** false leaves unknown times unknown, for a caller who only wants to hear of problems. */
  readonly estimates?: boolean
}

export interface Resolved {
  readonly transcript: Transcript
  /** From the file's headings. */
  readonly chapters: readonly Chapter[]
  readonly problems: readonly Problem[]
  /** What it depends on of the show's people: other answers would make another transcript. */
  readonly asked: readonly Asked[]
}

/** Makes turns of a draft: labels become speakers, times exact, estimated or unknown. Pure. */
export function resolveTranscript(draft: Draft, context: Context): Resolved {
  const labels = new Labels(draft, context)
  const { items, entries, speakers } = foldTurns(draft, labels)
  const problems = [...draft.problems, ...settleTimes(entries, context)]
  const ids = new Ids()
  const chapters: Chapter[] = []
  for (const item of items) {
    if (item.kind === 'turn') {
      // Without times turns would be named by their words, for nobody to link to.
      if (context.estimates !== false) finish(item, ids)
    } else if (item.kind === 'heading' && item.start !== undefined) {
      chapters.push({ start: item.start, title: item.text })
    }
  }
  problems.push(...labels.report())
  const language = draft.language ?? context.language
  const transcript = { language, format: draft.format, file: context.file, items, speakers }
  return { transcript, chapters, problems, asked: labels.lookups() }
}

/** A turn starts with its first segment and ends with its last. */
function finish(turn: OpenTurn, ids: Ids): void {
  const first = turn.paragraphs[0]?.[0]
  const last = turn.paragraphs.at(-1)?.at(-1)
  if (first?.start !== undefined) turn.start = first.start
  if (first?.estimated) turn.estimated = true
  if (last?.end !== undefined) turn.end = last.end
  turn.id = ids.of(turn.start, first?.text ?? '')
}
