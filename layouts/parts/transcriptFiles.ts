import { type Address, transcriptFile } from '../../scripts/model/address.ts'
import type { Episode } from '../../scripts/model/show.ts'
import { type Transcript, turnsOf } from '../../scripts/model/transcript.ts'

/** A transcript as a file to fetch. */
export interface TranscriptFile {
  readonly address: Address
  /** MIME type. */
  readonly type: string
  readonly language: string
  /** It carries times, so a player can show it as captions. */
  readonly captions: boolean
}

const CAPTIONS = [
  ['vtt', 'text/vtt'],
  ['srt', 'application/x-subrip'],
] as const
const READING = [
  ['json', 'application/json'],
  ['txt', 'text/plain'],
] as const

/** Every transcript file of an episode, its own language first, WebVTT first in each. */
export function transcriptFiles(episode: Episode): TranscriptFile[] {
  const own = episode.transcript ? filesOf(episode, episode.transcript) : []
  const others = episode.translations.flatMap(it => filesOf(episode, it, it.language))
  return [...own, ...others]
}

function filesOf(
  { slug }: Episode,
  transcript: Transcript,
  translation?: string,
): TranscriptFile[] {
  const { language } = transcript
  const timed = turnsOf(transcript).some(turn => turn.start !== undefined)
  const files = [...(timed ? CAPTIONS : []), ...READING]
  return files.map(([extension, type]) => ({
    address: transcriptFile(slug, extension, translation),
    type,
    language,
    captions: extension === 'vtt' || extension === 'srt',
  }))
}
