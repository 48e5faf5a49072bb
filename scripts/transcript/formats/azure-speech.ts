import type { Seconds } from '../../model/time.ts'
import type { Format } from '../format.ts'
import { isRecord, type Json, listOf, secondsOf, stringOf } from '../json-values.ts'
import { jsonOf } from '../source.ts'
import { draftOfSegments, type TimedSegment } from '../timed-segments.ts'
import { type TimedWord, wordTimesIn } from '../timed-words.ts'

const NAME = 'Azure Speech JSON'
/** Azure counts in steps of 100 nanoseconds. */
const TICKS = 1e7

/**
 * Batch transcription (`recognizedPhrases`), fast transcription (`phrases`) and lists of single
 * recognitions. https://learn.microsoft.com/azure/ai-services/speech-service/batch-transcription-get
 */
export const azureSpeech: Format = {
  name: NAME,
  sign: '{"recognizedPhrases": [{"offsetInTicks": …, "nBest": …}]}',
  detect: source => phrasesOf(jsonOf(source).value).length > 0,
  parse(source) {
    const phrases = phrasesOf(jsonOf(source).value).map(phrase => ({
      phrase,
      start: startOf(phrase),
    }))
    const channels = new Set(phrases.map(({ phrase }) => phrase['channel']))
    // Channels are written one after another but were spoken at once.
    if (channels.size > 1) phrases.sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
    const language = phrases.map(({ phrase }) => stringOf(phrase['locale'])).find(Boolean)
    const segments = phrases.map(({ phrase, start }) => segmentOf(phrase, start, channels.size > 1))
    return draftOfSegments(source, NAME, segments, language ? { language } : {})
  },
}

function phrasesOf(value: unknown): Json[] {
  const holders = Array.isArray(value) ? value : isRecord(value) ? [value] : []
  const found: Json[] = []
  for (const holder of holders.filter(isRecord)) {
    for (const key of ['recognizedPhrases', 'phrases', 'RecognizedPhrases']) {
      found.push(...listOf(holder[key]).filter(isRecord))
    }
    if ('RecognitionStatus' in holder && 'Offset' in holder) found.push(holder)
  }
  return found.filter(isPhrase)
}

function isPhrase(phrase: Json): boolean {
  return ['offsetInTicks', 'offset', 'offsetMilliseconds', 'Offset'].some(key => key in phrase)
}

function startOf(of: Json): Seconds | undefined {
  return (
    secondsOf(of['offsetInTicks'], TICKS) ??
    secondsOf(of['offsetMilliseconds'], 1000) ??
    secondsOf(of['Offset'], TICKS) ??
    isoDuration(of['offset'])
  )
}

function lengthOf(of: Json): Seconds | undefined {
  return (
    secondsOf(of['durationInTicks'], TICKS) ??
    secondsOf(of['durationMilliseconds'], 1000) ??
    secondsOf(of['Duration'], TICKS) ??
    isoDuration(of['duration'])
  )
}

/** `PT1M2.5S`; a bare number counts ticks. */
function isoDuration(value: unknown): Seconds | undefined {
  if (typeof value === 'number') return secondsOf(value, TICKS)
  const found = /^PT(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d+)?)S)?$/.exec(
    stringOf(value) ?? '',
  )
  if (!found) return undefined
  return Number(found[1] ?? 0) * 3600 + Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0)
}

function segmentOf(phrase: Json, start: Seconds | undefined, channels: boolean): TimedSegment {
  const best = listOf(phrase['nBest'] ?? phrase['NBest'])[0]
  const inner = isRecord(best) ? best : {}
  const text =
    stringOf(inner['display'] ?? inner['Display'] ?? phrase['text'] ?? phrase['DisplayText']) ??
    stringOf(inner['lexical'] ?? inner['Lexical']) ??
    ''
  const list = [inner['displayWords'], inner['words'], inner['Words'], phrase['words']]
    .map(listOf)
    .find(one => one.length > 0)
  const length = lengthOf(phrase)
  return {
    label: labelOf(phrase, channels),
    start,
    end: start !== undefined && length !== undefined ? start + length : undefined,
    text,
    words: wordTimesIn(text, (list ?? []).filter(isRecord).map(wordOf)),
  }
}

function wordOf(word: Json): TimedWord {
  const text = stringOf(word['displayText'] ?? word['text'] ?? word['word'] ?? word['Word']) ?? ''
  return { text, start: startOf(word) }
}

function labelOf(phrase: Json, channels: boolean): string | undefined {
  const speaker = stringOf(phrase['speaker'] ?? phrase['SpeakerId'] ?? phrase['speakerId'])
  if (speaker !== undefined) return /^\d+$/.test(speaker) ? `Speaker ${speaker}` : speaker
  const channel = stringOf(phrase['channel'])
  return channels && channel !== undefined ? `Channel ${channel}` : undefined
}
