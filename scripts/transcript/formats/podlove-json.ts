import type { Format } from '../format.ts'
import { isRecord, type Json, listOf, secondsOf, stringOf } from '../json-values.ts'
import { jsonOf } from '../source.ts'
import { draftOfSegments } from '../timed-segments.ts'

const NAME = 'Podlove JSON'

/** https://docs.podlove.org/podlove-web-player/v5/configuration: `voice` is the name, `speaker` an id. */
export const podloveJson: Format = {
  name: NAME,
  sign: '[{"start": "00:00:00.005", "voice": …, "text": …}]',
  detect(source) {
    const items = itemsOf(jsonOf(source).value)
    return items
      .slice(0, 20)
      .some(
        item => 'start_ms' in item || 'end_ms' in item || 'voice' in item || isClock(item['start']),
      )
  },
  parse(source) {
    const items = itemsOf(jsonOf(source).value)
    return draftOfSegments(
      source,
      NAME,
      items.map(item => ({
        label: stringOf(item['voice']) || stringOf(item['speaker']),
        start: secondsOf(item['start_ms'], 1000) ?? secondsOf(item['start']),
        // The clock times are the ones that people correct.
        end: secondsOf(item['end']) ?? secondsOf(item['end_ms'], 1000),
        text: stringOf(item['text']) ?? '',
      })),
    )
  },
}

function itemsOf(value: unknown): Json[] {
  const list = isRecord(value) ? listOf(value['transcripts']) : listOf(value)
  const items = list.filter(isRecord)
  return items.slice(0, 20).every(item => 'text' in item && 'start' in item) ? items : []
}

function isClock(value: unknown): boolean {
  return typeof value === 'string' && value.includes(':')
}
