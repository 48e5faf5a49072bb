import type { Draft, Piece } from './draft.ts'
import { withoutEscapes } from './escapes.ts'
import type { Format, TranscriptSource } from './format.ts'
import { assemblyai } from './formats/assemblyai.ts'
import { awsTranscribe } from './formats/aws-transcribe.ts'
import { azureSpeech } from './formats/azure-speech.ts'
import { changelogMarkdown } from './formats/changelog-markdown.ts'
import { csv } from './formats/csv.ts'
import { deepgram } from './formats/deepgram.ts'
import { googleSpeech } from './formats/google-speech.ts'
import { podcastHtml } from './formats/html.ts'
import { htmlParagraphs } from './formats/html-paragraphs.ts'
import { hyperaudioHtml } from './formats/hyperaudio-html.ts'
import { inlineMarks } from './formats/inline-marks.ts'
import { labelledText } from './formats/labelled-text.ts'
import { listedJson } from './formats/listed-json.ts'
import { namedBlocks } from './formats/named-blocks.ts'
import { plainParagraphs } from './formats/plain-paragraphs.ts'
import { podcastJson } from './formats/podcast-json.ts'
import { podloveJson } from './formats/podlove-json.ts'
import { podwhispererJson } from './formats/podwhisperer-json.ts'
import { rev } from './formats/rev.ts'
import { sbv } from './formats/sbv.ts'
import { spacelog } from './formats/spacelog.ts'
import { speechmatics } from './formats/speechmatics.ts'
import { srt } from './formats/srt.ts'
import { stampedMarkdown } from './formats/stamped-markdown.ts'
import { substation } from './formats/substation.ts'
import { timedLines } from './formats/timed-lines.ts'
import { ttml } from './formats/ttml.ts'
import { verbatimSrt } from './formats/verbatim-srt.ts'
import { verbatimMarkdown, verbatimText } from './formats/verbatim-text.ts'
import { verbatimVtt } from './formats/verbatim-vtt.ts'
import { webvtt } from './formats/webvtt.ts'
import { whisperJson } from './formats/whisper-json.ts'
import * as problem from './problems.ts'
import { cleanSource, jsonOf, linesOf } from './source.ts'

/**
 * Every format, the surest sign first. A new one is a file in `formats/` and a line here.
 */
export const FORMATS: readonly Format[] = [
  verbatimVtt,
  verbatimSrt,
  verbatimText,
  verbatimMarkdown,
  webvtt,
  ttml,
  hyperaudioHtml,
  podcastHtml,
  htmlParagraphs,
  podcastJson,
  podwhispererJson,
  deepgram,
  rev,
  awsTranscribe,
  speechmatics,
  googleSpeech,
  azureSpeech,
  assemblyai,
  whisperJson,
  podloveJson,
  listedJson,
  srt,
  sbv,
  substation,
  spacelog,
  csv,
  namedBlocks,
  stampedMarkdown,
  changelogMarkdown,
  timedLines,
  inlineMarks,
  labelledText,
  plainParagraphs,
]

/** Reads a transcript file of any known format, recognised by its content. */
export function readTranscript(source: TranscriptSource): Draft {
  const clean = cleanSource(source)
  const format = FORMATS.find(known => known.detect(clean.source))
  if (!format) return unknown(clean.source, clean.problems)
  const parsed = withoutEscapes(format.parse(clean.source), clean.source)
  const draft = worded(withShortLabels(parsed, source.file), source.file)
  if (clean.problems.length === 0) return draft
  return { ...draft, problems: [...clean.problems, ...draft.problems] }
}

/** In letters; every export names who speaks again and again, so a page of text for a name is many. */
const LONGEST_LABEL = 200

/** A text that stands where a name should: kept, in so many letters as a name could have. */
function withShortLabels(draft: Draft, file: string): Draft {
  let first: number | undefined
  const pieces = draft.pieces.map((piece): Piece => {
    if (piece.type !== 'speaker' || (piece.label?.length ?? 0) <= LONGEST_LABEL) return piece
    first ??= piece.line
    const label = piece.label?.slice(0, LONGEST_LABEL).replace(/[\ud800-\udbff]$/, '')
    return { ...piece, label: `${label?.trimEnd()}…` }
  })
  if (first === undefined) return draft
  return { ...draft, pieces, problems: [...draft.problems, problem.longLabel(file, first)] }
}

/** A file that is recognised and says nothing is no transcript: never silently. */
function worded(draft: Draft, file: string): Draft {
  const said = draft.pieces.some(({ type }) => type === 'text' || type === 'sound')
  if (said || draft.problems.some(({ severity }) => severity === 'error')) return draft
  const empty = problem.brokenData(file, 1, draft.format, 'there are no words in it')
  return { ...draft, problems: [...draft.problems, empty] }
}

function unknown(source: TranscriptSource, problems: Draft['problems']): Draft {
  const { error } = jsonOf(source)
  if (error !== undefined) {
    const broken = problem.brokenData(source.file, 1, 'JSON', error.replace(/\.$/, ''))
    return { format: 'unknown', pieces: [], problems: [...problems, broken] }
  }
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
