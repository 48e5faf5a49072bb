import type { Seconds } from '../../model/time.ts'
import type { Format } from '../format.ts'
import { isRecord, type Json, listOf, secondsOf, stringOf } from '../json-values.ts'
import { jsonOf } from '../source.ts'
import { draftOfSegments, type TimedSegment } from '../timed-segments.ts'
import { sentencesOf, type TimedWord } from '../timed-words.ts'

const NAME = 'Google Speech-to-Text JSON'

/** https://cloud.google.com/speech-to-text/docs/reference/rest/v1/speech/recognize, also v2. */
export const googleSpeech: Format = {
  name: NAME,
  sign: '{"results": [{"alternatives": [{"transcript": …}]}]}',
  detect: source => resultsOf(jsonOf(source).value).length > 0,
  parse(source) {
    const results = resultsOf(jsonOf(source).value)
    const language = results.map(result => stringOf(result['languageCode'])).find(Boolean)
    return draftOfSegments(source, NAME, segmentsOf(results), language ? { language } : {})
  },
}

/** The list itself, or inside the operation that made it. */
function resultsOf(value: unknown): Json[] {
  if (!isRecord(value)) return []
  const inner = [value, value['response'], value['result']].filter(isRecord)
  for (const holder of inner) {
    const results = listOf(holder['results']).filter(isRecord)
    if (results.some(isResult)) return results
  }
  return []
}

function isResult(result: Json): boolean {
  const best = listOf(result['alternatives'])[0]
  return isRecord(best) && ('transcript' in best || 'words' in best)
}

function segmentsOf(results: readonly Json[]): TimedSegment[] {
  const tagged = results.at(-1)
  const last = tagged ? wordsOf(tagged) : []
  // With speakers asked for, the last result says all the words again, this time with who.
  const before = results.slice(0, -1).flatMap(wordsOf)
  const repeats =
    last.some(word => word.label !== undefined) && before.every(word => word.label === undefined)
  if (repeats && last.length >= before.length) return sentencesOf(last)
  const segments: TimedSegment[] = []
  for (const result of results) {
    const words = wordsOf(result)
    if (words.length > 0) segments.push(...sentencesOf(words))
    else
      segments.push({
        text: bestOf(result),
        end: duration(result['resultEndTime'] ?? result['resultEndOffset']),
      })
  }
  return segments
}

function bestOf(result: Json): string {
  const best = listOf(result['alternatives'])[0]
  return isRecord(best) ? (stringOf(best['transcript']) ?? '') : ''
}

function wordsOf(result: Json): TimedWord[] {
  const best = listOf(result['alternatives'])[0]
  if (!isRecord(best)) return []
  return listOf(best['words'])
    .filter(isRecord)
    .map(word => ({
      text: stringOf(word['word']) ?? '',
      start: duration(
        word['startTime'] ?? word['startOffset'] ?? word['start_time'] ?? word['start_offset'],
      ),
      end: duration(word['endTime'] ?? word['endOffset'] ?? word['end_time'] ?? word['end_offset']),
      label: speaker(
        word['speakerLabel'] ?? word['speaker_label'] ?? word['speakerTag'] ?? word['speaker_tag'],
      ),
    }))
}

/** `"1.300s"`, or `{seconds: "1", nanos: 300000000}`; a first word's zero may be left out. */
function duration(value: unknown): Seconds | undefined {
  if (!isRecord(value)) return secondsOf(value)
  return (secondsOf(value['seconds']) ?? 0) + (secondsOf(value['nanos'], 1e9) ?? 0)
}

function speaker(value: unknown): string | undefined {
  const said = stringOf(value)
  if (said === undefined || said === '' || said === '0') return undefined
  return /^\d+$/.test(said) ? `Speaker ${said}` : said
}
