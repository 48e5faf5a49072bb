import type { TimedWord } from './speech.ts'
import type { Part, Turn } from './timeline.ts'

/** Writes a conversation the way one tool exports it; `label` is what the tool calls a speaker. */
export type Writer = (turns: readonly Turn[], label: (speaker: string) => string) => string

export const WRITERS: Readonly<Record<string, Writer>> = {
  'vtt-voices': (turns, label) => vtt(turns, label, { everyCue: true }),
  'vtt-changes': (turns, label) => vtt(turns, label, { everyCue: false }),
  srt,
  'podcast-json': podcastJson,
  whisper,
  'minute-marks': minuteMarks,
  changelog,
  otter,
  riverside,
  'bracket-md': bracketMarkdown,
  'podcast-html': podcastHtml,
  'no-times': (turns, label) =>
    `${turns.map(turn => `${name(turn, label)}: ${said(turn.parts)}`).join('\n\n')}\n`,
}

interface Cue {
  readonly start: number
  readonly end: number
  readonly text: string
}

const name = (turn: Turn, label: (speaker: string) => string) =>
  turn.speaker === undefined ? '' : label(turn.speaker)
const text = (part: Part) =>
  part.type === 'sound' ? `[${part.name}]` : part.words.map(word => word.text).join(' ')
const wordsOf = (part: Part): readonly TimedWord[] =>
  part.type === 'sound' ? [{ text: text(part), start: part.start, end: part.end }] : part.words
const said = (parts: readonly Part[]) => parts.map(text).join(' ')
const startOf = (turn: Turn) => turn.parts[0]?.start ?? 0
const two = (value: number) => String(value).padStart(2, '0')

function clock(seconds: number, comma = '.'): string {
  const ms = Math.round(seconds * 1000)
  const [h, m, s] = [
    Math.floor(ms / 3_600_000),
    Math.floor(ms / 60_000) % 60,
    Math.floor(ms / 1000) % 60,
  ]
  return `${two(h)}:${two(m)}:${two(s)}${comma}${String(ms % 1000).padStart(3, '0')}`
}
const minutes = (seconds: number) =>
  `${two(Math.floor(seconds / 60))}:${two(Math.floor(seconds) % 60)}`

/** A sentence, cut where it grows longer than a tool would let a cue grow. */
function cues(part: Part, limit: number): Cue[] {
  if (part.type === 'sound') return [{ start: part.start, end: part.end, text: text(part) }]
  // Even pieces: nobody wants a last cue of one word.
  const whole = text(part).length
  const even = whole <= limit ? limit : Math.ceil(whole / Math.ceil(whole / limit)) + 7
  const pieces: TimedWord[][] = [[]]
  for (const word of part.words) {
    const last = pieces.at(-1) ?? []
    const length = last.reduce((sum, w) => sum + w.text.length + 1, 0)
    if (length > 0 && length + word.text.length > even) pieces.push([word])
    else last.push(word)
  }
  return pieces.map((words, index) => ({
    start: index === 0 ? part.start : (words[0]?.start ?? part.start),
    end: pieces[index + 1]?.[0]?.start ?? part.end,
    text: words.map(word => word.text).join(' '),
  }))
}

function vtt(
  turns: readonly Turn[],
  label: (s: string) => string,
  { everyCue }: { everyCue: boolean },
): string {
  const blocks = turns.flatMap(turn =>
    turn.parts
      .flatMap(part => cues(part, 90))
      .map(({ start, end, text }, index) => {
        const voice =
          turn.speaker !== undefined && (everyCue || index === 0) ? `<v ${name(turn, label)}>` : ''
        return `${clock(start)} --> ${clock(end)}\n${voice}${text.replaceAll('&', '&amp;')}\n`
      }),
  )
  return ['WEBVTT\n', ...blocks].join('\n')
}

/** Two lines of 36 characters at most, the name only where the speaker changes. */
function srt(turns: readonly Turn[], label: (speaker: string) => string): string {
  const all = turns.flatMap(turn =>
    turn.parts
      .flatMap(part => cues(part, 60))
      .map((cue, index) => ({
        ...cue,
        text:
          index === 0 && turn.speaker !== undefined
            ? `${name(turn, label)}: ${cue.text}`
            : cue.text,
      })),
  )
  return all
    .map(
      ({ start, end, text }, index) =>
        `${index + 1}\n${clock(start, ',')} --> ${clock(end, ',')}\n${wrapped(text, 36)}\n`,
    )
    .join('\n')
}

function wrapped(text: string, width: number): string {
  if (text.length <= width) return text
  const words = text.split(' ')
  let first = ''
  while (
    words.length > 0 &&
    `${first} ${words[0]}`.length <= Math.max(width, text.length / 2 + 4)
  ) {
    first = `${first} ${words.shift()}`.trim()
  }
  return words.length === 0 ? first : `${first}\n${words.join(' ')}`
}

const rounded = (seconds: number, digits = 2) => Number(seconds.toFixed(digits))

function podcastJson(turns: readonly Turn[], label: (speaker: string) => string): string {
  const segments = turns.flatMap(turn =>
    turn.parts
      .flatMap(part => cues(part, 80))
      .map(cue => ({
        ...(turn.speaker !== undefined && { speaker: name(turn, label) }),
        startTime: rounded(cue.start),
        endTime: rounded(cue.end),
        body: cue.text,
      })),
  )
  return `${JSON.stringify({ version: '1.0.0', segments }, undefined, 2)}\n`
}

/** As WhisperX writes it: segments with words that carry their leading space, speakers as SPEAKER_00. */
function whisper(turns: readonly Turn[], label: (speaker: string) => string): string {
  const segments = turns.flatMap(turn =>
    turn.parts.map(part => {
      const words = wordsOf(part)
      return {
        start: rounded(part.start),
        end: rounded(part.end),
        text: ` ${text(part)}`,
        words: words.map(w => ({
          word: ` ${w.text}`,
          start: rounded(w.start),
          end: rounded(w.end),
        })),
        speaker: name(turn, label),
      }
    }),
  )
  const all = segments.map(segment => segment.text).join('')
  const numbered = segments.map((segment, id) => ({ id, ...segment }))
  return `${JSON.stringify({ text: all, segments: numbered, language: 'en' }, undefined, 1)}\n`
}

/** As Descript exports: no time for a turn, but one for each minute, before the first word after it. */
function minuteMarks(turns: readonly Turn[], label: (speaker: string) => string): string {
  let next = 0
  const mark = (start: number) => {
    // The first mark stands at the very beginning, whatever is said there.
    if (next > 0 && start < next * 60) return ''
    return `[${clock(60 * next++).slice(0, 8)}] `
  }
  const lines = turns.map(turn => {
    const words = turn.parts.flatMap(wordsOf)
    return `${name(turn, label)}: ${words.map(word => mark(word.start) + word.text).join(' ')}`
  })
  return `${lines.join('\n')}\n`
}

function changelog(turns: readonly Turn[], label: (speaker: string) => string): string {
  const escaped = (turn: Turn) => said(turn.parts).replaceAll('[', '\\[').replaceAll(']', '\\]')
  return `${turns
    .map(turn => `**${name(turn, label)}:** \\[${minutes(startOf(turn))}\\] ${escaped(turn)}`)
    .join('\n\n')}\n`
}

function otter(turns: readonly Turn[], label: (speaker: string) => string): string {
  const time = (s: number) => `${Math.floor(s / 60)}:${two(Math.floor(s) % 60)}`
  return turns
    .map(turn => `${name(turn, label)}  ${time(startOf(turn))}  \n${said(turn.parts)}\n`)
    .join('\n')
}

function riverside(turns: readonly Turn[], label: (speaker: string) => string): string {
  return turns
    .map(turn => `${name(turn, label)} (${minutes(startOf(turn))})\n${said(turn.parts)}\n`)
    .join('\n')
}

function bracketMarkdown(turns: readonly Turn[], label: (speaker: string) => string): string {
  return `${turns
    .map(turn => `[${minutes(startOf(turn))}] **${name(turn, label)}:** ${said(turn.parts)}`)
    .join('\n\n')}\n`
}

/** The HTML of the podcast namespace: who, when, what. */
function podcastHtml(turns: readonly Turn[], label: (speaker: string) => string): string {
  const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const time = (s: number) => `${Math.floor(s / 60)}:${two(Math.floor(s) % 60)}`
  return turns
    .map(
      turn =>
        `<cite>${name(turn, label)}:</cite>\n<time>${time(startOf(turn))}</time>\n<p>${escaped(said(turn.parts))}</p>\n`,
    )
    .join('')
}
