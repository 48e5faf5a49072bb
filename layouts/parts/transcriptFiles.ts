import type { Digests } from '../../scripts/insight/digests.ts'
import { type Address, transcriptFile } from '../../scripts/model/address.ts'
import type { Episode } from '../../scripts/model/show.ts'
import type { Transcript } from '../../scripts/model/transcript.ts'

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
export function transcriptFiles(episode: Episode, digests: Digests): TranscriptFile[] {
  const own = episode.transcript ? filesOf(episode, digests, episode.transcript) : []
  const others = episode.translations.flatMap(it => filesOf(episode, digests, it, it.language))
  return [...own, ...others]
}

function filesOf(
  { slug, duration }: Episode,
  digests: Digests,
  transcript: Transcript,
  translation?: string,
): TranscriptFile[] {
  const { language } = transcript
  const { timed } = digests.of(transcript, duration)
  const files = [...(timed ? CAPTIONS : []), ...READING]
  return files.map(([extension, type]) => ({
    address: transcriptFile(slug, extension, translation),
    type,
    language,
    captions: extension === 'vtt' || extension === 'srt',
  }))
}
