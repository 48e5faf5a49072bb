import type { Format } from '../format.ts'
import { isRecord, type Json, listOf, secondsOf, stringOf } from '../json-values.ts'
import { jsonOf } from '../source.ts'
import { draftOfSegments } from '../timed-segments.ts'
import { sentencesOf, type TimedWord } from '../timed-words.ts'

const NAME = 'AWS Transcribe JSON'

/**
 * https://docs.aws.amazon.com/transcribe/latest/dg/how-input.html: times are strings, signs have
 * none, and who spoke may stand in a list of its own.
 */
export const awsTranscribe: Format = {
  name: NAME,
  sign: '{"results": {"items": [{"alternatives": [{"content": …}]}]}}',
  detect(source) {
    const { value } = jsonOf(source)
    const results = isRecord(value) ? value['results'] : undefined
    const first = isRecord(results) ? listOf(results['items'])[0] : undefined
    return isRecord(first) && 'alternatives' in first
  },
  parse(source) {
    const { value } = jsonOf(source)
    const results = isRecord(value) && isRecord(value['results']) ? value['results'] : {}
    const language = stringOf(results['language_code'])
    return draftOfSegments(
      source,
      NAME,
      sentencesOf(wordsOf(results)),
      language ? { language } : {},
    )
  },
}

function wordsOf(results: Json): TimedWord[] {
  const speakers = speakersOf(results)
  const words: TimedWord[] = []
  for (const item of listOf(results['items']).filter(isRecord)) {
    const best = listOf(item['alternatives'])[0]
    const text = isRecord(best) ? (stringOf(best['content']) ?? '') : ''
    const punctuation = item['type'] === 'punctuation'
    const start = secondsOf(item['start_time'])
    words.push({
      text,
      start,
      end: secondsOf(item['end_time']),
      label: punctuation
        ? words.at(-1)?.label
        : (stringOf(item['speaker_label']) ?? speakers.get(stringOf(item['start_time']) ?? '')),
      tight: punctuation,
    })
  }
  return words
}

/** Start of each word → who says it, from `speaker_labels` or `channel_labels`. */
function speakersOf(results: Json): Map<string, string> {
  const speakers = new Map<string, string>()
  const labels = isRecord(results['speaker_labels']) ? results['speaker_labels'] : {}
  for (const segment of listOf(labels['segments']).filter(isRecord)) {
    const own = stringOf(segment['speaker_label'])
    for (const item of listOf(segment['items']).filter(isRecord)) {
      const at = stringOf(item['start_time'])
      const label = stringOf(item['speaker_label']) ?? own
      if (at !== undefined && label !== undefined) speakers.set(at, label)
    }
  }
  const channels = isRecord(results['channel_labels']) ? results['channel_labels'] : {}
  for (const channel of listOf(channels['channels']).filter(isRecord)) {
    const label = stringOf(channel['channel_label'])
    for (const item of listOf(channel['items']).filter(isRecord)) {
      const at = stringOf(item['start_time'])
      if (at !== undefined && label !== undefined) speakers.set(at, label)
    }
  }
  return speakers
}
