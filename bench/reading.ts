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
    const script = path.join(ROOT, 'scripts/commands/check.ts')
    const args = ['--import', 'tsx', script, '--content', content]
    values.push((await runCommand(process.execPath, args, ROOT)).seconds)
  }
  return { name: 'check', episodes: episodes.length, unit: 's', values }
}

/**
 * How far estimated times are from true ones. Captions know when each turn begins; here they lose
 * all times but one a minute, as a transcript with minute marks has them, and get the rest back.
 */
export function benchEstimate(archives: string): Measurement[] {
  const files = readArchive(path.join(archives, 'virtualcoffee-srt.tar.gz'))
  const errors = files.filter(({ name }) => name.endsWith('.srt')).flatMap(errorsOf)
  const note = `${errors.length.toLocaleString('en')} turns of ${files.length} files`
  return [
    {
      name: 'estimated times, median error',
      unit: 's',
      values: [percentile(errors, 0.5)],
      budget: 1,
      note,
    },
    {
      name: 'estimated times, 90th percentile',
      unit: 's',
      values: [percentile(errors, 0.9)],
      budget: 3,
    },
  ]
}

function errorsOf({ name, text }: ArchiveFile): number[] {
  const draft = readTranscript({ file: name, text })
  const truth: number[] = []
  const pieces: Piece[] = []
  let minute = 0
  let opens = false
  for (const piece of draft.pieces) {
    if (piece.type === 'speaker') {
      opens = true
      pieces.push(piece)
    } else if (piece.type === 'text') {
      if (piece.start !== undefined) {
        if (opens) truth.push(piece.start)
        opens = false
        if (piece.start >= minute * 60) {
          minute = Math.floor(piece.start / 60) + 1
          pieces.push({ type: 'mark', time: piece.start, line: piece.line })
        }
      }
      pieces.push({ type: 'text', text: piece.text, line: piece.line })
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
    return estimated && start !== undefined && known !== undefined ? [Math.abs(start - known)] : []
  })
}
