import { decodeHTML } from 'entities'
import type { Seconds } from '../../model/time.ts'
import type { Format } from '../format.ts'
import { isRecord, type Json, listOf, secondsOf, stringOf } from '../json-values.ts'
import { jsonOf } from '../source.ts'
import { draftOfSegments, type TimedSegment } from '../timed-segments.ts'
import { sentencesOf, type TimedWord, wordTimesIn } from '../timed-words.ts'

const NAME = 'JSON list of segments'

const TEXT = [
  'text',
  'body',
  'transcript',
  'content',
  'sentence',
  'line',
  'caption',
  'value',
  'words',
  'word',
  'paragraph',
]
const START = [
  'start',
  'startTime',
  'start_time',
  'start_ts',
  'startTimeInSeconds',
  'timestamp',
  'begin',
  'from',
  'ts',
  'time',
  'offset',
  'sec',
]
const START_MS = ['start_ms', 'startMs', 'startTimeMs', 'offset_ms', 'startTimeInMs', 'tStartMs']
const END = ['end', 'endTime', 'end_time', 'end_ts', 'to', 'stop', 'endTimeInSeconds']
const END_MS = ['end_ms', 'endMs', 'endTimeMs']
const WHO = [
  'speaker',
  'speakerName',
  'speaker_name',
  'name',
  'who',
  'voice',
  'speakerLabel',
  'speaker_label',
  'speaker_id',
  'speakerId',
  'author',
  'label',
]

/**
 * What many tools and shows make up for themselves: a list of things with words in them, under
 * any of the usual keys. Orbit, Descript, Fireflies, ElevenLabs and others.
 */
export const listedJson: Format = {
  name: NAME,
  sign: '[{"speaker": …, "start": …, "text": …}]',
  detect: source => findList(jsonOf(source).value) !== undefined,
  parse(source) {
    const { value } = jsonOf(source)
    const list = findList(value) ?? []
    const language = isRecord(value)
      ? stringOf(value['language_code'] ?? value['language'])
      : undefined
    const tag = language && /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(language) ? { language } : {}
    const scale = inMilliseconds(list) ? 1000 : 1
    const names = isRecord(value) ? namesOf(listOf(value['speakers'])) : {}
    return draftOfSegments(source, NAME, segmentsOf(list, scale), { ...tag, names })
  },
}

/** The longest list, near the top, whose things hold words. */
function findList(value: unknown, depth = 0): Json[] | undefined {
  if (Array.isArray(value)) {
    const records = value.filter(isRecord)
    const worded = records.filter(
      record => textOf(record).trim() !== '' || innerWords(record).length > 0,
    ).length
    if (records.length > 0 && worded >= records.length * 0.5) return records
  }
  if (typeof value !== 'object' || value === null || depth > 5) return undefined
  let longest: Json[] | undefined
  for (const inner of Array.isArray(value) ? value.slice(0, 5) : Object.values(value)) {
    const found = findList(inner, depth + 1)
    if (found && found.length > (longest?.length ?? 0)) longest = found
  }
  return longest
}

function segmentsOf(list: readonly Json[], scale: number): TimedSegment[] {
  // ElevenLabs lists words and the blanks between them.
  if (list.some(one => one['type'] === 'spacing')) return sentencesOf(spacedWords(list))
  return list.flatMap(entry => {
    // Premiere and Gecko have the words of a stretch, but not the stretch.
    const inner = textOf(entry).trim() === '' ? innerWords(entry) : []
    if (inner.length > 0) {
      const label = labelOf(entry)
      return sentencesOf(inner.map(word => ({ ...wordOf(word, scale), label })))
    }
    // Video Indexer puts the times into a list of where the words are heard.
    const heard = listOf(entry['instances'])[0]
    const one = isRecord(heard) ? { ...heard, ...entry } : entry
    const text = textOf(one)
    const start = timeOf(one, START, START_MS, scale)
    const length = secondsOf(one['duration'] ?? one['dur'], scale)
    const words = listOf(one['words'])
      .filter(isRecord)
      .map(word => wordOf(word, scale))
    return {
      label: labelOf(one),
      start,
      end:
        timeOf(one, END, END_MS, scale) ??
        (start !== undefined && length !== undefined ? start + length : undefined),
      text,
      words: wordTimesIn(text, words),
    }
  })
}

function spacedWords(list: readonly Json[]): TimedWord[] {
  return list
    .filter(one => one['type'] !== 'spacing')
    .map(one => ({
      text: textOf(one),
      start: secondsOf(one['start']),
      end: secondsOf(one['end']),
      label: labelOf(one),
    }))
}

/** Words in a list of their own, inside of what is said at once. */
function innerWords(record: Json): Json[] {
  for (const key of ['words', 'terms', 'tokens', 'elements', 'items']) {
    const words = listOf(record[key]).filter(isRecord)
    if (words.some(word => textOf(word).trim() !== '')) return words
  }
  return []
}

/** `speakers: [{id: "s1", name: "Ann Lee"}]` beside the list. */
function namesOf(speakers: readonly unknown[]): Record<string, string> {
  const names: Record<string, string> = {}
  for (const speaker of speakers.filter(isRecord)) {
    const id = stringOf(speaker['id'])
    const name = stringOf(speaker['name'])?.trim()
    if (id !== undefined && name) names[/^\d+$/.test(id) ? `Speaker ${id}` : id] = name
  }
  return names
}

function wordOf(word: Json, scale: number): TimedWord {
  return { text: textOf(word), start: timeOf(word, START, START_MS, scale) }
}

function textOf(record: Json): string {
  for (const key of TEXT) {
    const value = record[key]
    // YouTube's own captions are written for HTML.
    if (typeof value === 'string')
      return value.replace(/&(?:amp|lt|gt|quot|apos|nbsp|#39);/g, entity => decodeHTML(entity))
  }
  return ''
}

function timeOf(
  record: Json,
  keys: readonly string[],
  ms: readonly string[],
  scale: number,
): Seconds | undefined {
  for (const key of ms) {
    const time = secondsOf(record[key], 1000)
    if (time !== undefined) return time
  }
  for (const key of keys) {
    const value = record[key]
    const time = secondsOf(value, typeof value === 'string' && value.includes(':') ? 1 : scale)
    if (time !== undefined) return time
  }
  return undefined
}

function labelOf(record: Json): string | undefined {
  for (const key of WHO) {
    const value = record[key]
    const said = isRecord(value) ? stringOf(value['name'] ?? value['label']) : stringOf(value)
    if (said !== undefined && said.trim() !== '')
      return /^\d+$/.test(said) ? `Speaker ${said}` : said
  }
  return undefined
}

/** Whole numbers that would make one sentence last for minutes count milliseconds. */
function inMilliseconds(list: readonly Json[]): boolean {
  const starts = list.map(one => START.map(key => one[key]).find(value => value !== undefined))
  if (
    !starts.every(
      start => start === undefined || (typeof start === 'number' && Number.isInteger(start)),
    )
  )
    return false
  const numbers = starts.filter(start => typeof start === 'number')
  const last = numbers.at(-1) ?? 0
  return numbers.length > 1 && last / numbers.length > 300
}
