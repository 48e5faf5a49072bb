import type { Format } from '../format.ts'
import { isRecord, type Json, listOf, secondsOf, stringOf } from '../json-values.ts'
import { jsonOf } from '../source.ts'
import { draftOfSegments } from '../timed-segments.ts'
import { sentencesOf, type TimedWord } from '../timed-words.ts'

const NAME = 'Speechmatics JSON'

/** https://docs.speechmatics.com/speech-to-text/batch/output: words and signs, each with its best reading. */
export const speechmatics: Format = {
  name: NAME,
  sign: '{"results": [{"type": "word", "alternatives": [{"content": …}]}]}',
  detect: source => resultsOf(jsonOf(source).value).length > 0,
  parse(source) {
    const words = resultsOf(jsonOf(source).value).map(wordOf)
    return draftOfSegments(source, NAME, sentencesOf(words))
  },
}

function resultsOf(value: unknown): Json[] {
  const results = isRecord(value) ? listOf(value['results']).filter(isRecord) : []
  const best = listOf(results[0]?.['alternatives'])[0]
  return isRecord(best) && 'content' in best ? results : []
}

function wordOf(result: Json): TimedWord {
  const best = listOf(result['alternatives'])[0]
  const { content, speaker } = isRecord(best) ? best : {}
  const label = stringOf(speaker)
  return {
    text: stringOf(content) ?? '',
    start: secondsOf(result['start_time']),
    end: secondsOf(result['end_time']),
    // `UU` is the service's word for a voice it does not know.
    label: label === 'UU' ? undefined : label?.replace(/^S(\d+)$/, 'Speaker $1'),
    tight: result['type'] === 'punctuation' || result['attaches_to'] === 'previous',
  }
}
