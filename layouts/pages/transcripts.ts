import { transcriptFile } from '../../scripts/model/address.ts'
import type { Show } from '../../scripts/model/show.ts'
import type { Transcript } from '../../scripts/model/transcript.ts'
import { writeJson } from '../../scripts/transcript/write/json.ts'
import { writeMarkdown } from '../../scripts/transcript/write/markdown.ts'
import { writeSrt } from '../../scripts/transcript/write/srt.ts'
import type { About } from '../../scripts/transcript/write/stretches.ts'
import { writeText } from '../../scripts/transcript/write/text.ts'
import { writeVtt } from '../../scripts/transcript/write/vtt.ts'
import type { PublishedFile } from '../parts/publishedFile.ts'

type Write = (transcript: Transcript, about: About) => string

const WRITERS: readonly (readonly [extension: string, write: Write])[] = [
  ['vtt', writeVtt],
  ['srt', writeSrt],
  ['json', writeJson],
  ['txt', writeText],
  ['md', writeMarkdown],
]

/** Every transcript in every format, to take along; a translation has its language in its name. */
export function transcripts(show: Show): PublishedFile[] {
  return show.episodes.flatMap(({ slug, title, transcript, translations }) => {
    const files = (of: Transcript, language?: string) =>
      WRITERS.map(([extension, write]) => ({
        address: transcriptFile(slug, extension, language),
        content: () => write(of, { title }),
      }))
    return [
      ...(transcript ? files(transcript) : []),
      ...translations.flatMap(it => files(it, it.language)),
    ]
  })
}
