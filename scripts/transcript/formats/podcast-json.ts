import type { Draft, Piece } from '../draft.ts'
import type { Format } from '../format.ts'
import { isRecord, listOf, secondsOf, stringOf } from '../json-values.ts'
import { bareLabel } from '../names.ts'
import { jsonOf } from '../source.ts'
import { piecesOfSegments } from '../timed-segments.ts'

const NAME = 'Podcasting 2.0 JSON'

/** https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md */
export const podcastJson: Format = {
  name: NAME,
  sign: '{"version": …, "segments": [{"startTime": …, "body": …}]}',
  detect(source) {
    const { value } = jsonOf(source)
    const segments = isRecord(value) ? listOf(value['segments']) : []
    return segments.slice(0, 20).some(segment => isRecord(segment) && 'body' in segment)
  },
  parse(source): Draft {
    const { value } = jsonOf(source)
    const segments = isRecord(value) ? listOf(value['segments']).filter(isRecord) : []
    const pieces: Piece[] = piecesOfSegments(
      source,
      segments.map(segment => ({
        label: bareLabel(stringOf(segment['speaker']) ?? '') || undefined,
        start: secondsOf(segment['startTime']),
        end: secondsOf(segment['endTime']),
        text: stringOf(segment['body']) ?? '',
        estimated: segment['estimated'] === true,
      })),
    )
    return { format: NAME, pieces, problems: [] }
  },
}
