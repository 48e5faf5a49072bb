import path from 'node:path'
import { turnsOf } from '../scripts/model/transcript.ts'
import type { Piece } from '../scripts/transcript/draft.ts'
import { readTranscript } from '../scripts/transcript/read.ts'
import { resolveTranscript } from '../scripts/transcript/resolve.ts'
import { type ArchiveFile, readArchive } from './archive.ts'
import type { BenchContext } from './bench.ts'
import { type BenchEpisode, writeContent } from './contentFolder.ts'
import { type Measurement, percentile, runCommand } from './measure.ts'

const ROOT = path.resolve(import.meta.dirname, '..')

/** Reading every transcript once, in seconds of the processor. */
export function benchParse(context: BenchContext, episodes: readonly BenchEpisode[]): Measurement {
  const values = Array.from({ length: context.runs }, () => {
    const begun = process.cpuUsage()
    for (const { slug, transcript } of episodes) {
      readTranscript({ file: `${slug}.md`, text: transcript })
    }
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / 1e6
  })
  return { name: 'parse, processor time', episodes: episodes.length, unit: 's', values }
}

/** `npm run check` over the whole show. */
export async function benchCheck(
  context: BenchContext,
  episodes: readonly BenchEpisode[],
): Promise<Measurement> {
  const content = path.join(context.folder, `check-${episodes.length}`)
  writeContent(content, episodes)
  const values: number[] = []
  for (let run = 0; run < context.runs; run++) {
    const args = [path.join(ROOT, 'scripts/run.js'), 'check', '--content', content]
    values.push((await runCommand(process.execPath, args, ROOT)).seconds)
  }
  return { name: 'check', episodes: episodes.length, unit: 's', values }
}

/**
 * How far estimated times are from true ones. Captions know when each turn begins; here they lose
 * all times but one a minute, as a transcript with minute marks has them, and get the rest back.
 * Beside it stands what letters alone would say, between the same marks.
 */
export function benchEstimate(archives: string): Measurement[] {
  const files = readArchive(path.join(archives, 'virtualcoffee-srt.tar.gz'))
  const errors = files.filter(({ name }) => name.endsWith('.srt')).flatMap(errorsOf)
  const note = `${errors.length.toLocaleString('en')} turns of ${files.length} files`
  const measurement = (
    name: string,
    of: keyof Errors,
    p: number,
    budget?: number,
  ): Measurement => ({
    name,
    unit: 's',
    values: [
      percentile(
        errors.map(error => error[of]),
        p,
      ),
    ],
    ...(budget === undefined ? {} : { budget, note }),
  })
  return [
    measurement('estimated times, median error', 'ours', 0.5, 1),
    measurement('by letters alone', 'letters', 0.5),
    measurement('estimated times, 90th percentile', 'ours', 0.9, 3),
    measurement('by letters alone, 90th percentile', 'letters', 0.9),
  ]
}

/** Seconds between the truth and each way of estimating, for one turn. */
interface Errors {
  readonly ours: number
  readonly letters: number
}

function errorsOf({ name, text }: ArchiveFile): Errors[] {
  const draft = readTranscript({ file: name, text })
  const truth: { time: number; letters: number }[] = []
  const marks: { time: number; letters: number }[] = []
  const pieces: Piece[] = []
  let letters = 0
  let opens = false
  for (const piece of draft.pieces) {
    if (piece.type === 'speaker') {
      opens = true
      pieces.push(piece)
    } else if (piece.type === 'text') {
      const { start } = piece
      if (start !== undefined) {
        if (opens) truth.push({ time: start, letters })
        opens = false
        if (start >= minuteAfter(marks.at(-1)?.time)) {
          marks.push({ time: start, letters })
          pieces.push({ type: 'mark', time: start, line: piece.line })
        }
      }
      pieces.push({ type: 'text', text: piece.text, line: piece.line })
      letters += piece.text.length + 1
    }
  }
  const { transcript } = resolveTranscript(
    { ...draft, pieces, problems: [] },
    { file: name, language: 'en', cast: [], guests: [], speakers: {}, offset: 0 },
  )
  const turns = turnsOf(transcript)
  // Turns that the resolver joined or split can't be told apart: such a file says nothing.
  if (turns.length !== truth.length) return []
  return turns.flatMap(({ start, estimated }, at) => {
    const known = truth[at]
    const byLetters = known && interpolate(marks, known.letters)
    if (!estimated || start === undefined || !known || byLetters === undefined) return []
    return [{ ours: Math.abs(start - known.time), letters: Math.abs(byLetters - known.time) }]
  })
}

/** The first second of the next whole minute. */
function minuteAfter(time: number | undefined): number {
  return time === undefined ? 0 : (Math.floor(time / 60) + 1) * 60
}

/** Where a place stands between the marks before and after it; undefined outside them. */
function interpolate(
  marks: readonly { readonly time: number; readonly letters: number }[],
  letters: number,
): number | undefined {
  const next = marks.findIndex(mark => mark.letters > letters)
  const [before, after] = [marks[next - 1], marks[next]]
  if (!before || !after) return undefined
  const share = (letters - before.letters) / (after.letters - before.letters)
  return before.time + share * (after.time - before.time)
}
