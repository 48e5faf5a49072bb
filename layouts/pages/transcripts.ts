import { transcriptFile } from '../../scripts/model/address.ts'
import type { Show } from '../../scripts/model/show.ts'
import type { Transcript } from '../../scripts/model/transcript.ts'
import type { FileOfTranscript } from '../parts/publishedFile.ts'
import { ofTranscript } from '../press/ofTranscript.ts'

const EXTENSIONS = ['vtt', 'srt', 'json', 'txt', 'md'] as const

/** Every transcript in every format, to take along; a translation has its language in its name. */
export function transcripts(show: Show): FileOfTranscript[] {
  return show.episodes.flatMap(({ slug, title, transcript, translations }) => {
    const files = (of: Transcript, language?: string) =>
      EXTENSIONS.map(extension => ({
        address: transcriptFile(slug, extension, language),
        text: ofTranscript(of, extension, { title }),
      }))
    return [
      ...(transcript ? files(transcript) : []),
      ...translations.flatMap(it => files(it, it.language)),
    ]
  })
}
