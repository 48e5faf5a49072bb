import { hash } from 'node:crypto'
import { codeVersion } from '../cache/codeVersion.ts'
import type { JsonCache } from '../cache/jsonCache.ts'
import type { Problem } from '../model/problem.ts'
import type { CastMember, Chapter, Guest } from '../model/show.ts'
import type { Seconds } from '../model/time.ts'
import { type Transcript, textOf, turnsOf } from '../model/transcript.ts'
import { type Asked, directoryOf } from '../transcript/directory.ts'
import { draftFromLines } from '../transcript/formats/front-matter.ts'
import { readTranscript } from '../transcript/read.ts'
import { type Resolved, resolveTranscript } from '../transcript/resolve.ts'
import { hashOfBytes, hashOfFile } from './fileMemory.ts'
import { decodeText, readBytes } from './folder.ts'
import type { TranscriptRef } from './transcriptRefs.ts'

/**
 * What a transcript is made from: a plain value, so that another thread can make it as well. The
 * people of the show are given apart, one list for all transcripts.
 */
export interface TranscriptRecipe {
  /** Names all of it, the file's bytes and the code included. */
  readonly key: string
  /** SHA-256 of the file's bytes; '' for lines that stand in the episode's own front matter. */
  readonly bytes: string
  readonly ref: TranscriptRef
  readonly cast: readonly CastMember[]
  readonly speakers: Readonly<Record<string, string>>
  readonly offset: Seconds
  readonly duration?: Seconds
  /** Whether unknown times are estimated. */
  readonly estimates: boolean
}

/** What is known of a transcript without its turns; a plain value, kept between builds. */
export interface Known {
  readonly language: string
  readonly format: string
  readonly speakers: Transcript['speakers']
  /** From the file's headings. */
  readonly chapters: readonly Chapter[]
  readonly problems: readonly Problem[]
  /** Seconds; its last exact time. */
  readonly end?: Seconds
  /** How it begins, as a hash; undefined for a transcript of few words. */
  readonly opening?: string
  /** What it depends on of the show's people. */
  readonly asked: readonly Asked[]
}

/** What the episode knows that a transcript needs. */
export type TranscriptContext = Omit<TranscriptRecipe, 'key' | 'bytes' | 'ref'>

/** Says what a transcript is made from. Reads the file's bytes where they are new, and nothing in them. */
export function recipeOf(
  root: string,
  ref: TranscriptRef,
  context: TranscriptContext,
  cache: JsonCache,
): TranscriptRecipe {
  const bytes = 'lines' in ref ? '' : hashOfFile(root, ref.file, cache)
  const { cast, speakers, offset, duration, estimates } = context
  const people = cast.map(({ role, guest: { slug, name, aliases } }) => [role, slug, name, aliases])
  const inputs = [ref, bytes, people, speakers, offset, duration, estimates]
  const key = sha256(codeVersion() + JSON.stringify(inputs)).slice(0, 32)
  return { ...context, key, bytes, ref }
}

/** Names a transcript: the same hash, the same transcript. */
export function hashOf({ key }: TranscriptRecipe, { asked }: Pick<Known, 'asked'>): string {
  return sha256(key + JSON.stringify(asked)).slice(0, 32)
}

/** Whether what was known of a transcript is still true of the people there are now. */
export function stillHolds({ asked }: Known, guests: readonly Guest[]): boolean {
  const directory = directoryOf(guests)
  return asked.every(([name, found]) => directory.answer(name) === found)
}

/**
 * Makes the transcript of a recipe. Throws when its file is no longer the one that the recipe
 * names: what is made now would be kept under the name of what was there before.
 */
export function makeTranscript(
  root: string,
  recipe: TranscriptRecipe,
  guests: readonly Guest[],
): Resolved {
  const { ref, key: _, bytes: expected, ...given } = recipe
  const context = { ...given, ...ref, guests }
  if ('lines' in ref) {
    return resolveTranscript(draftFromLines(ref.lines, { file: ref.file }), context)
  }
  const bytes = readBytes(root, ref.file)
  if (hashOfBytes(root, ref.file, bytes) !== expected) throw new ChangedFile(ref.file)
  const source = decodeText(root, ref.file, bytes)
  const resolved = resolveTranscript(readTranscript(source), context)
  return { ...resolved, problems: [...source.problems, ...resolved.problems] }
}

/** A file was saved while the site was being made from it. */
export class ChangedFile extends Error {
  // Known by its name where it comes from another thread.
  override readonly name = 'ChangedFile'

  constructor(file: string) {
    super(`${file} was changed while the site was being made. Start again.`)
  }
}

export function knownOf({ transcript, chapters, problems, asked }: Resolved): Known {
  const { language, format, speakers } = transcript
  const end = lastTime(transcript)
  const opening = openingOf(transcript)
  return {
    language,
    format,
    speakers,
    chapters,
    problems,
    asked,
    ...(end !== undefined && { end }),
    ...(opening !== undefined && { opening }),
  }
}

/** The last exact time of a transcript, in seconds; estimates prove nothing about the file. */
function lastTime(transcript: Transcript): Seconds | undefined {
  let last: Seconds | undefined
  for (const turn of turnsOf(transcript)) {
    for (const paragraph of turn.paragraphs) {
      for (const segment of paragraph) {
        if (segment.estimated || segment.start === undefined) continue
        last = Math.max(last ?? 0, segment.end ?? segment.start)
      }
    }
  }
  return last
}

/** The first two hundred words of what is said; two recordings never share that many. */
function openingOf(transcript: Transcript): string | undefined {
  let words = ''
  for (const turn of turnsOf(transcript)) {
    for (const paragraph of turn.paragraphs) words += ` ${textOf(paragraph)}`
    if (words.length > 1200) break
  }
  // A transcript of a few words, such as a trailer's, may well be said twice.
  if (words.length < 400) return undefined
  return sha256(words.slice(0, 1200)).slice(0, 16)
}

function sha256(data: string): string {
  return hash('sha256', data)
}
