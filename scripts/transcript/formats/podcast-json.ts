import type { Format } from '../format.ts'
import { isRecord, listOf, secondsOf, stringOf } from '../json-values.ts'
import { jsonOf } from '../source.ts'
import { draftOfSegments, type TimedSegment } from '../timed-segments.ts'

const NAME = 'Podcasting 2.0 JSON'

/**
 * https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md
 * and what our own export adds to it.
 */
export const podcastJson: Format = {
  name: NAME,
  sign: '{"segments": [{"startTime": …, "body": …}]}',
  detect(source) {
    const { value } = jsonOf(source)
    const segments = isRecord(value) ? listOf(value['segments']) : []
    if (isRecord(value) && segments.length === 0) return 'segments' in value && 'version' in value
    return segments.slice(0, 20).some(segment => isRecord(segment) && 'body' in segment)
  },
  parse(source) {
    const { value } = jsonOf(source)
    const segments = isRecord(value) ? listOf(value['segments']).filter(isRecord) : []
    const language = isRecord(value) ? stringOf(value['language']) : undefined
    return draftOfSegments(source, NAME, segments.map(segmentOf), language ? { language } : {})
  },
}

function segmentOf(segment: { readonly [key: string]: unknown }): TimedSegment {
  const start = secondsOf(segment['startTime'])
  const estimated = segment['estimated'] === true
  const heading = stringOf(segment['heading'])
  const body = stringOf(segment['body']) ?? ''
  if (heading !== undefined) return { text: heading, start, estimated, kind: 'heading' }
  if (segment['break'] === true) {
    return { text: body.replace(/^\[|\]$/g, ''), start, estimated, kind: 'break' }
  }
  return {
    label: stringOf(segment['speaker']),
    start,
    end: secondsOf(segment['endTime']),
    text: body,
    estimated,
    paragraph: segment['paragraph'] === true,
    tight: segment['tight'] === true,
  }
}
