import type { Format } from '../format.ts'
import { isRecord, type Json, listOf, secondsOf, stringOf } from '../json-values.ts'
import { jsonOf } from '../source.ts'
import { draftOfSegments, type TimedSegment } from '../timed-segments.ts'
import { sentencesOf, type TimedWord, wordTimesIn } from '../timed-words.ts'

const NAME = 'Deepgram JSON'

/** https://developers.deepgram.com/reference/speech-to-text/listen-pre-recorded */
export const deepgram: Format = {
  name: NAME,
  sign: '{"results": {"channels": [{"alternatives": …}]}}',
  detect: source => resultsOf(jsonOf(source).value) !== undefined,
  parse(source) {
    const results = resultsOf(jsonOf(source).value) ?? {}
    const channels = listOf(results['channels']).filter(isRecord)
    const language = stringOf(channels[0]?.['detected_language'])
    return draftOfSegments(
      source,
      NAME,
      segmentsOf(results, channels),
      language ? { language } : {},
    )
  },
}

function resultsOf(value: unknown): Json | undefined {
  const results = isRecord(value) ? value['results'] : undefined
  if (!isRecord(results)) return undefined
  return listOf(results['channels']).length > 0 || isUtterances(results) ? results : undefined
}

function isUtterances(results: Json): boolean {
  const first = listOf(results['utterances'])[0]
  return isRecord(first) && 'transcript' in first
}

/** Utterances are the best cut; then paragraphs, then words. */
function segmentsOf(results: Json, channels: readonly Json[]): TimedSegment[] {
  if (isUtterances(results)) return listOf(results['utterances']).filter(isRecord).map(utterance)
  const segments: TimedSegment[] = []
  for (const [channel, { alternatives }] of channels.entries()) {
    const best = listOf(alternatives)[0]
    if (!isRecord(best)) continue
    const words = listOf(best['words'])
      .filter(isRecord)
      .map(word => wordOf(word, channels.length > 1 ? channel : undefined))
    if (words.length > 0) segments.push(...sentencesOf(words))
    else segments.push(...paragraphs(best))
  }
  // Channels are written one after another but were spoken at once.
  return channels.length > 1 ? segments.sort((a, b) => (a.start ?? 0) - (b.start ?? 0)) : segments
}

function utterance(one: Json): TimedSegment {
  const text = stringOf(one['transcript']) ?? ''
  const words = listOf(one['words'])
    .filter(isRecord)
    .map(word => wordOf(word))
  return {
    label: speaker(one['speaker']),
    start: secondsOf(one['start']),
    end: secondsOf(one['end']),
    text,
    words: wordTimesIn(text, words),
  }
}

function paragraphs(best: Json): TimedSegment[] {
  const inner = isRecord(best['paragraphs']) ? listOf(best['paragraphs']['paragraphs']) : []
  const found = inner.filter(isRecord).flatMap(paragraph =>
    listOf(paragraph['sentences'])
      .filter(isRecord)
      .map(sentence => ({
        label: speaker(paragraph['speaker']),
        start: secondsOf(sentence['start']),
        end: secondsOf(sentence['end']),
        text: stringOf(sentence['text']) ?? '',
      })),
  )
  return found.length > 0 ? found : [{ text: stringOf(best['transcript']) ?? '' }]
}

function wordOf(word: Json, channel?: number): TimedWord {
  return {
    text: stringOf(word['punctuated_word']) ?? stringOf(word['word']) ?? '',
    start: secondsOf(word['start']),
    end: secondsOf(word['end']),
    label: speaker(word['speaker']) ?? (channel === undefined ? undefined : `Channel ${channel}`),
  }
}

function speaker(value: unknown): string | undefined {
  const said = stringOf(value)
  return said === undefined ? undefined : /^\d+$/.test(said) ? `Speaker ${said}` : said
}
