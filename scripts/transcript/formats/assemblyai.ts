import type { Format } from '../format.ts'
import { isRecord, type Json, listOf, secondsOf, stringOf } from '../json-values.ts'
import { jsonOf } from '../source.ts'
import { draftOfSegments, type TimedSegment } from '../timed-segments.ts'
import { sentencesOf, type TimedWord, wordTimesIn } from '../timed-words.ts'

const NAME = 'AssemblyAI JSON'

/** https://www.assemblyai.com/docs/api-reference/transcripts/get: times are whole milliseconds. */
export const assemblyai: Format = {
  name: NAME,
  sign: '{"utterances": [{"speaker": "A", "start": …, "text": …}]}',
  detect(source) {
    const { value } = jsonOf(source)
    if (!isRecord(value)) return false
    const list = lists(value).find(one => one.length > 0)
    const first = list?.[0]
    if (!isRecord(first) || !('text' in first) || !('start' in first)) return false
    return (
      'audio_duration' in value ||
      'audio_url' in value ||
      'confidence' in first ||
      Array.isArray(value['utterances'])
    )
  },
  parse(source) {
    const { value } = jsonOf(source)
    const language = isRecord(value)
      ? stringOf(value['language_code'])?.replace('_', '-')
      : undefined
    return draftOfSegments(
      source,
      NAME,
      isRecord(value) ? segmentsOf(value) : [],
      language ? { language } : {},
    )
  },
}

function lists(value: Json): (readonly unknown[])[] {
  return [
    listOf(value['utterances']),
    listOf(value['paragraphs']),
    listOf(value['sentences']),
    listOf(value['words']),
  ]
}

function segmentsOf(value: Json): TimedSegment[] {
  const [utterances = [], paragraphs = [], sentences = [], words = []] = lists(value)
  const long = [utterances, paragraphs, sentences].find(list => list.length > 0)
  if (long) return long.filter(isRecord).map(segmentOf)
  return sentencesOf(words.filter(isRecord).map(wordOf))
}

function segmentOf(one: Json): TimedSegment {
  const text = stringOf(one['text']) ?? ''
  const words = listOf(one['words']).filter(isRecord).map(wordOf)
  return {
    label: speaker(one['speaker']),
    start: secondsOf(one['start'], 1000),
    end: secondsOf(one['end'], 1000),
    text,
    words: wordTimesIn(text, words),
  }
}

function wordOf(word: Json): TimedWord {
  return {
    text: stringOf(word['text']) ?? '',
    start: secondsOf(word['start'], 1000),
    end: secondsOf(word['end'], 1000),
    label: speaker(word['speaker']),
  }
}

function speaker(value: unknown): string | undefined {
  const said = stringOf(value)
  return said !== undefined && /^[A-Z]$/.test(said) ? `Speaker ${said}` : said
}
