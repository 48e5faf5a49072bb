import type { Place } from '../model/problem.ts'
import type { Findings } from './findings.ts'
import type { Folder } from './folder.ts'
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
