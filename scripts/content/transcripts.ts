import type { Place } from '../model/problem.ts'
import type { CastMember, Chapter, Guest } from '../model/show.ts'
import type { Seconds } from '../model/time.ts'
import type { Transcript } from '../model/transcript.ts'
import type { Draft } from '../transcript/draft.ts'
import { draftFromLines } from '../transcript/formats/front-matter.ts'
import { readTranscript } from '../transcript/read.ts'
import { resolveTranscript } from '../transcript/resolve.ts'
import type { Findings } from './findings.ts'
import { type Folder, readText } from './folder.ts'
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
}

/** Reads one transcript and resolves it; problems go to `findings`. */
export function readOne(
  ref: TranscriptRef,
  context: TranscriptContext,
  folder: Folder,
  findings: Findings,
): { readonly transcript: Transcript; readonly chapters: readonly Chapter[] } {
  const resolved = resolveTranscript(draftOf(ref, folder, findings), {
    ...context,
    file: ref.file,
    language: ref.language,
  })
  findings.add(...resolved.problems)
  return resolved
}

function draftOf(ref: TranscriptRef, folder: Folder, findings: Findings): Draft {
  if ('lines' in ref) return draftFromLines(ref.lines, { file: ref.file })
  const source = readText(folder, ref.file)
  findings.add(...source.problems)
  return readTranscript(source)
}
