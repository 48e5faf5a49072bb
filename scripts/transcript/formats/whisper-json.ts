import type { Format } from '../format.ts'
import { isRecord, type Json, listOf, secondsOf, stringOf } from '../json-values.ts'
import { jsonOf } from '../source.ts'
import { draftOfSegments, type TimedSegment } from '../timed-segments.ts'
import { sentencesOf, type TimedWord, wordTimesIn } from '../timed-words.ts'

const NAME = 'Whisper JSON'

/** Whisper, WhisperX, faster-whisper, whisper.cpp and OpenAI's `verbose_json`. */
export const whisperJson: Format = {
  name: NAME,
  sign: '{"segments": [{"start": …, "end": …, "text": …}]}',
  detect(source) {
    const { value } = jsonOf(source)
    if (!isRecord(value)) return false
    const first = listOf(value['segments'])[0]
    if (isRecord(first)) return 'text' in first && 'start' in first && !('speakerLabel' in first)
    const cpp = listOf(value['transcription'])[0]
    if (isRecord(cpp)) return 'offsets' in cpp || 'timestamps' in cpp
    const chunk = listOf(value['chunks'])[0]
    if (isRecord(chunk)) return Array.isArray(chunk['timestamp'])
    const word = listOf(value['words'])[0]
    return isRecord(word) && 'word' in word && 'start' in word && typeof value['text'] === 'string'
  },
  parse(source) {
    const { value } = jsonOf(source)
    if (!isRecord(value)) return draftOfSegments(source, NAME, [])
    const language = languageOf(value)
    return draftOfSegments(source, NAME, segmentsOf(value), language ? { language } : {})
  },
}

function segmentsOf(value: Json): TimedSegment[] {
  const cpp = listOf(value['transcription']).filter(isRecord)
  if (cpp.length > 0) return cpp.map(cppSegment)
  const chunks = listOf(value['chunks']).filter(isRecord)
  if (chunks.length > 0) return chunks.map(chunkSegment)
  const segments = listOf(value['segments']).filter(isRecord)
  const all = listOf(value['words']).filter(isRecord).map(wordOf)
  if (segments.length === 0) return sentencesOf(all)
  let at = 0
  return segments.map(segment => {
    const end = secondsOf(segment['end'])
    let words = listOf(segment['words']).filter(isRecord).map(wordOf)
    if (words.length === 0 && all.length > 0) {
      // OpenAI's own service puts all the words beside the segments, not into them.
      const from = at
      while (at < all.length && (end === undefined || (all[at]?.start ?? 0) < end)) at++
      words = all.slice(from, at)
    }
    return segmentOf(segment, words)
  })
}

function segmentOf(segment: Json, words: readonly TimedWord[]): TimedSegment {
  const text = (stringOf(segment['text']) ?? '').replace(/\s+/g, ' ').trim()
  return {
    label: stringOf(segment['speaker']) ?? words.find(word => word.label !== undefined)?.label,
    start: secondsOf(segment['start']),
    end: secondsOf(segment['end']),
    text,
    words: wordTimesIn(text, words),
  }
}

function wordOf(word: Json): TimedWord {
  return {
    text: stringOf(word['word']) ?? stringOf(word['text']) ?? '',
    start: secondsOf(word['start']),
    end: secondsOf(word['end']),
    label: stringOf(word['speaker']),
  }
}

/** whisper.cpp: offsets in milliseconds, or clock times. */
function cppSegment(segment: Json): TimedSegment {
  const offsets = isRecord(segment['offsets']) ? segment['offsets'] : {}
  const stamps = isRecord(segment['timestamps']) ? segment['timestamps'] : {}
  return {
    label: stringOf(segment['speaker']),
    start: secondsOf(offsets['from'], 1000) ?? secondsOf(stamps['from']),
    end: secondsOf(offsets['to'], 1000) ?? secondsOf(stamps['to']),
    text: stringOf(segment['text']) ?? '',
  }
}

/** Hugging Face pipelines: `{"timestamp": [0.0, 5.2], "text": …}`. */
function chunkSegment(chunk: Json): TimedSegment {
  const [start, end] = listOf(chunk['timestamp'])
  return {
    label: stringOf(chunk['speaker']),
    start: secondsOf(start),
    end: secondsOf(end),
    text: stringOf(chunk['text']) ?? '',
  }
}

function languageOf(value: Json): string | undefined {
  const result = isRecord(value['result']) ? value['result']['language'] : undefined
  const language = stringOf(value['language']) ?? stringOf(result)
  // The service writes `english`, which is no language tag.
  return language && /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(language) ? language : undefined
}
