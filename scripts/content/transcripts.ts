import { createHash } from 'node:crypto'
import { codeVersion } from '../cache/codeVersion.ts'
import type { JsonCache } from '../cache/jsonCache.ts'
import type { Place, Problem } from '../model/problem.ts'
import type { CastMember, Chapter, Guest } from '../model/show.ts'
import type { Seconds } from '../model/time.ts'
import { type Transcript, textOf, turnsOf } from '../model/transcript.ts'
import type { Draft } from '../transcript/draft.ts'
import { draftFromLines } from '../transcript/formats/front-matter.ts'
import { readTranscript } from '../transcript/read.ts'
import { type Resolved, resolveTranscript } from '../transcript/resolve.ts'
import type { Findings } from './findings.ts'
import { type Folder, readText, type SourceFile } from './folder.ts'
import type { Page } from './frontMatter.ts'
import { isRecord, language as languageKind } from './kinds.ts'
import type { EpisodeFiles } from './locate.ts'
import * as problems from './problems.ts'

/** A transcript to be read: a file, or lines that stand in the episode's own front matter. */
export type TranscriptRef =
  | { readonly file: string; readonly language: string }
  | { readonly lines: readonly unknown[]; readonly file: string; readonly language: string }

/**
 * Which transcripts an episode has, the one in its own language first: what the field
 * `transcript` says (a path, `{file, language}`, a list of these, or the lines themselves), else
 * the file of the episode's name.
 */
export function listTranscripts(
  value: unknown,
  page: Page,
  files: EpisodeFiles,
  language: string,
  folder: Folder,
  findings: Findings,
): TranscriptRef[] {
  if (value === undefined) return besides(files, language, findings)
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (items.some(item => isRecord(item) && ('line' in item || 'header' in item))) {
    return [{ lines: items, file: page.file, language }]
  }
  const listed = items.flatMap((item, i) => {
    const place = page.placeOf(Array.isArray(value) ? ['transcript', i] : ['transcript'])
    return readItem(item, place, language, folder, findings)
  })
  return listed.toSorted(
    (a, b) => Number(b.language === language) - Number(a.language === language),
  )
}

function besides(files: EpisodeFiles, language: string, findings: Findings): TranscriptRef[] {
  const translations = files.translations.map(({ file, language: tag }) => ({
    file,
    language: Intl.getCanonicalLocales(tag)[0] ?? tag,
  }))
  const [file, ...others] = files.transcripts
  if (file === undefined) return translations
  if (others.length > 0) {
    findings.add(problems.severalTranscripts({ file: files.file }, file, others))
  }
  return [{ file, language }, ...translations]
}

function readItem(
  item: unknown,
  place: Place,
  language: string,
  folder: Folder,
  findings: Findings,
): TranscriptRef[] {
  const record = typeof item === 'string' ? { file: item } : item
  if (!isRecord(record) || typeof record['file'] !== 'string') {
    findings.add(
      problems.wrongValue(place, 'transcript', item, 'a path, or {file, language}', 'foghorns.vtt'),
    )
    return []
  }
  const given = record['language']
  const read =
    given === undefined
      ? language
      : languageKind.read(given, (expected, example) =>
          findings.add(problems.wrongValue(place, 'transcript.language', given, expected, example)),
        )
  const file = findings.find(folder, place, record['file'])
  return file === undefined ? [] : [{ file, language: read ?? language }]
}

/** What the episode knows that a transcript needs. */
export interface TranscriptContext {
  readonly cast: readonly CastMember[]
  readonly guests: readonly Guest[]
  readonly speakers: Readonly<Record<string, string>>
  readonly offset: Seconds
  readonly duration?: Seconds
  readonly estimates: boolean
}

/** A transcript with what can be known of it without reading it again. */
export interface ReadTranscript {
  readonly transcript: Transcript
  /** From the file's headings. */
  readonly chapters: readonly Chapter[]
  /** Seconds; its last exact time. */
  readonly end?: Seconds
  /** How it begins, as a hash; undefined for a transcript of few words. */
  readonly opening?: string
}

/** What is remembered of transcripts, by their hashes. */
export interface TranscriptMemory {
  /** Between builds. */
  readonly cache: JsonCache
  /** While a process reads the same show again and again: the very values, with their turns. */
  readonly kept?: Map<string, ReadTranscript> | undefined
}

/** What is kept of a transcript between builds. */
interface Known {
  readonly language: string
  readonly format: string
  readonly speakers: Transcript['speakers']
  readonly chapters: readonly Chapter[]
  readonly problems: readonly Problem[]
  readonly end?: Seconds
  readonly opening?: string
}

/**
 * Reads one transcript and resolves it; problems go to `findings`. When the cache knows it from an
 * earlier build, its turns are read only when somebody looks at them: in a large show, a second
 * build looks at few.
 */
export function readOne(
  ref: TranscriptRef,
  context: TranscriptContext,
  folder: Folder,
  findings: Findings,
  { cache, kept }: TranscriptMemory,
): ReadTranscript {
  const source = 'lines' in ref ? undefined : readText(folder, ref.file)
  if (source) findings.add(...source.problems)
  const hash = hashOf(ref, source?.text, context)
  let resolved: Resolved | undefined
  const resolve = () => {
    resolved ??= resolveTranscript(draftOf(ref, source), {
      ...context,
      file: ref.file,
      language: ref.language,
    })
    return resolved
  }
  const known = cache.remember(hash, () => knownOf(resolve()))
  // Nobody will look at the turns, and two thousand transcripts of them fill a memory.
  if (!context.estimates) resolved = undefined
  findings.add(...known.problems)
  const before = kept?.get(hash)
  if (before) return before
  const { language, format, speakers, chapters, end, opening } = known
  const read: ReadTranscript = {
    transcript: {
      language,
      format,
      file: ref.file,
      hash,
      speakers,
      get items() {
        return resolve().transcript.items
      },
    },
    chapters,
    ...(end !== undefined && { end }),
    ...(opening !== undefined && { opening }),
  }
  kept?.set(hash, read)
  return read
}

function draftOf(ref: TranscriptRef, source: SourceFile | undefined): Draft {
  if (source) return readTranscript(source)
  return draftFromLines('lines' in ref ? ref.lines : [], { file: ref.file })
}

/** Everything that makes a transcript what it is. */
function hashOf(ref: TranscriptRef, text: string | undefined, context: TranscriptContext): string {
  const { cast, guests, speakers, offset, duration, estimates } = context
  const inputs = [
    codeVersion(),
    ref,
    cast.map(({ guest, role }) => [role, guest.slug]),
    hashOfGuests(guests),
    speakers,
    offset,
    duration,
    estimates,
  ]
  const hash = createHash('sha256').update(JSON.stringify(inputs))
  return hash
    .update(text ?? '')
    .digest('hex')
    .slice(0, 32)
}

// One list serves all transcripts of a show: in a large one, people times episodes are millions.
const hashed = new WeakMap<readonly Guest[], string>()

function hashOfGuests(guests: readonly Guest[]): string {
  const known = hashed.get(guests)
  if (known !== undefined) return known
  const people = guests.map(({ slug, name, aliases }) => [slug, name, aliases])
  const hash = createHash('sha256').update(JSON.stringify(people)).digest('hex')
  hashed.set(guests, hash)
  return hash
}

function knownOf({ transcript, chapters, problems: found }: Resolved): Known {
  const { language, format, speakers } = transcript
  const end = lastTime(transcript)
  const opening = openingOf(transcript)
  return {
    language,
    format,
    speakers,
    chapters,
    problems: found,
    ...(end !== undefined && { end }),
    ...(opening !== undefined && { opening }),
  }
}

/** The last exact time of a transcript, in seconds; estimates prove nothing about the file. */
function lastTime(transcript: Transcript): Seconds | undefined {
  let last: Seconds | undefined
  for (const turn of turnsOf(transcript)) {
    for (const segment of turn.paragraphs.flat()) {
      if (segment.estimated || segment.start === undefined) continue
      last = Math.max(last ?? 0, segment.end ?? segment.start)
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
  return createHash('sha256').update(words.slice(0, 1200)).digest('hex').slice(0, 16)
}
