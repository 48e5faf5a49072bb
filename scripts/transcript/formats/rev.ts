import type { Format } from '../format.ts'
import { isRecord, type Json, listOf, secondsOf, stringOf } from '../json-values.ts'
import { jsonOf } from '../source.ts'
import { draftOfSegments, type TimedSegment } from '../timed-segments.ts'
import { sentencesOf, type TimedWord } from '../timed-words.ts'

const NAME = 'Rev JSON'

/** https://docs.rev.ai/api/asynchronous/transcripts/: words and the signs between them. */
export const rev: Format = {
  name: NAME,
  sign: '{"monologues": [{"speaker": 0, "elements": […]}]}',
  detect(source) {
    const { value } = jsonOf(source)
    const first = isRecord(value) ? listOf(value['monologues'])[0] : undefined
    return isRecord(first) && 'elements' in first
  },
  parse(source) {
    const { value } = jsonOf(source)
    const monologues = isRecord(value) ? listOf(value['monologues']).filter(isRecord) : []
    const names = isRecord(value) ? namesOf(listOf(value['speakers'])) : {}
    return draftOfSegments(source, NAME, monologues.flatMap(segmentsOf), { names })
  },
}

function segmentsOf(monologue: Json): TimedSegment[] {
  const info = isRecord(monologue['speaker_info'])
    ? stringOf(monologue['speaker_info']['display_name'])
    : undefined
  const label = info ?? labelOf(monologue['speaker'])
  const words: TimedWord[] = []
  // A sign is part of the word before it; a blank lets the next word stand apart.
  let apart = true
  for (const element of listOf(monologue['elements']).filter(isRecord)) {
    const value = stringOf(element['value']) ?? ''
    if (value.trim() === '') {
      apart = true
      continue
    }
    const punctuation = element['type'] === 'punct'
    words.push({
      text: punctuation ? value.trim() : value,
      start: secondsOf(element['ts']),
      end: secondsOf(element['end_ts']),
      label,
      tight: !apart,
    })
    apart = /\s$/.test(value)
  }
  return sentencesOf(words)
}

function labelOf(speaker: unknown): string | undefined {
  const said = stringOf(speaker)
  return said !== undefined && /^\d+$/.test(said) ? `Speaker ${said}` : said
}

function namesOf(speakers: readonly unknown[]): Record<string, string> {
  const names: Record<string, string> = {}
  for (const speaker of speakers.filter(isRecord)) {
    const label = labelOf(speaker['id'])
    const name = stringOf(speaker['name'])
    if (label !== undefined && name) names[label] = name
  }
  return names
}
