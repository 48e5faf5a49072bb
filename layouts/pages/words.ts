import type { Digests } from '../../scripts/insight/digests.ts'
import { episodeFile } from '../../scripts/model/address.ts'
import type { Show } from '../../scripts/model/show.ts'
import type { FileOfTranscript } from '../parts/publishedFile.ts'
import { ofTranscript } from '../press/ofTranscript.ts'

/**
 * The times of single words, for pages whose transcript has them. Apart from the page, because only
 * somebody who listens needs them.
 */
export function words(show: Show, digests: Digests): FileOfTranscript[] {
  return show.episodes.flatMap(({ slug, transcript, duration }) =>
    transcript && digests.of(transcript, duration).wordTimes
      ? [
          {
            address: episodeFile(slug, 'words.json'),
            text: ofTranscript(transcript, 'words', undefined),
          },
        ]
      : [],
  )
}
