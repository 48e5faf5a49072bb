import type { Draft } from './draft.ts'
import type { Format, TranscriptSource } from './format.ts'
import { inlineMarks } from './formats/inline-marks.ts'
import { podcastJson } from './formats/podcast-json.ts'
import { srt } from './formats/srt.ts'
import { webvtt } from './formats/webvtt.ts'
import * as problem from './problems.ts'
import { cleanSource, linesOf } from './source.ts'

/**
 * Every format, the surest sign first. A new one is a file in `formats/` and a line here.
 */
export const FORMATS: readonly Format[] = [webvtt, srt, podcastJson, inlineMarks]

/** Reads a transcript file of any known format, recognised by its content. */
export function readTranscript(source: TranscriptSource): Draft {
  const clean = cleanSource(source)
  const format = FORMATS.find(known => known.detect(clean.source))
  if (!format) return unknown(clean.source, clean.problems)
  const draft = format.parse(clean.source)
  if (clean.problems.length === 0) return draft
  return { ...draft, problems: [...clean.problems, ...draft.problems] }
}

function unknown(source: TranscriptSource, problems: Draft['problems']): Draft {
  const seen = linesOf(source)
    .filter(line => line.trim() !== '')
    .slice(0, 3)
  const signs = FORMATS.map(({ name, sign }) => `${name} (${sign})`)
  return {
    format: 'unknown',
    pieces: [],
    problems: [...problems, problem.unknownFormat(source.file, seen, signs)],
  }
}
