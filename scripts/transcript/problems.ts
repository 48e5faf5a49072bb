import type { Problem } from '../model/problem.ts'
import { formatClock, formatCueTime, formatSeconds, type Seconds } from '../model/time.ts'

/**
 * Every sentence about transcripts that an editor may read. One function a problem, named like
 * its code.
 */

export function unknownFormat(
  file: string,
  firstLines: readonly string[],
  signs: readonly string[],
): Problem {
  const seen = firstLines.map(quote).join(', ')
  return {
    severity: 'error',
    code: 'unknown-format',
    file,
    line: 1,
    message: seen
      ? `This file is in no transcript format that Verbatim reads; it starts with ${seen}.`
      : 'This transcript file is empty.',
    fix: seen
      ? `Export it again as WebVTT, SRT or text with speaker names; looked for: ${signs.join('; ')}.`
      : "Put the episode's transcript into it, or delete it: an episode needs no transcript.",
  }
}

export function brokenData(file: string, line: number, format: string, why: string): Problem {
  return {
    severity: 'error',
    code: 'broken-transcript',
    file,
    line,
    message: `This looks like ${format}, but it can't be read: ${why}.`,
    fix: 'Export the file again; it may have been cut off.',
  }
}

export function controlCharacter(file: string, line: number, code: number, count: number): Problem {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return warning(
    'control-character',
    file,
    line,
    count === 1
      ? `An invisible control character (${name}) stood here and was left out.`
      : `${count} invisible control characters, the first ${name}, were left out.`,
    `Delete ${count === 1 ? 'it' : 'them'} in the transcript file.`,
  )
}

export function conflictMarker(file: string, line: number, text: string): Problem {
  return warning(
    'conflict-marker',
    file,
    line,
    `A line of an unfinished merge, ${quote(text)}, was left out.`,
    'Decide which of the two versions is right and delete the other one and the marker lines.',
  )
}

export function leftOut(file: string, from: number, to: number, text: string): Problem {
  return warning(
    'left-out',
    file,
    from,
    from === to
      ? `Line ${from} is not speech and was left out: ${quote(text)}.`
      : `Lines ${from} to ${to} are not speech and were left out: ${quote(text)}.`,
    from === to
      ? 'Delete it from the transcript file; if it is speech, put a speaker and a colon before it.'
      : 'Delete them from the transcript file; if they are speech, put a speaker and a colon before them.',
  )
}

export function longLabel(file: string, line: number): Problem {
  return warning(
    'long-label',
    file,
    line,
    'A text far too long for a name stands where the speaker is named, so it was cut.',
    'Check the columns or keys of the export; the names may have been mixed up with the words.',
  )
}

export function badTime(file: string, line: number, text: string): Problem {
  return warning(
    'bad-time',
    file,
    line,
    `${quote(text)} is no time that exists, so these words have no time of their own.`,
    'Write times as m:ss or h:mm:ss, with minutes and seconds below 60.',
  )
}

export function backwardTime(
  file: string,
  line: number | undefined,
  start: Seconds,
  before: Seconds,
  count: number,
): Problem {
  // Within a second, the thousandths say what is wrong.
  const say = clock(before) === clock(start) ? formatCueTime : clock
  const others = count > 1 ? ` The file has ${count} such places.` : ''
  return warning(
    'backward-time',
    file,
    line,
    `The time goes back from ${say(before)} to ${say(start)}.${others}`,
    'The words stay in the order of the file; correct the time that is wrong.',
  )
}

export function lateTime(
  file: string,
  line: number | undefined,
  start: Seconds,
  duration: Seconds,
): Problem {
  return warning(
    'time-past-end',
    file,
    line,
    `${clock(start)} is after the end of the episode, which lasts ${clock(duration)}.`,
    "Correct the time, the episode's duration, or set transcriptOffset if the file was made from other audio.",
  )
}

export function overlap(file: string, line: number | undefined, count: number): Problem {
  return warning(
    'overlapping-times',
    file,
    line,
    count === 1
      ? 'A cue here starts before the one above it has ended.'
      : `${count} cues start before the one above them has ended; the first is here.`,
    'Nothing to do if people talk at once; otherwise correct the times.',
  )
}

export function zeroLength(file: string, line: number | undefined, count: number): Problem {
  return warning(
    'no-duration',
    file,
    line,
    count === 1
      ? 'A cue here ends when it starts, or before.'
      : `${count} cues end when they start, or before; the first is here.`,
    'Their words are kept; correct the end times if you can.',
  )
}

export function negativeTime(
  file: string,
  line: number | undefined,
  first: Seconds,
  count: number,
): Problem {
  const seconds = formatSeconds(-first)
  return warning(
    'negative-time',
    file,
    line,
    `${count === 1 ? 'A time lies' : `${count} times lie`} before the recording starts, the first by ${seconds} seconds; they are kept as unknown.`,
    `If the file counts from another moment, add "transcriptOffset: ${seconds}" to the episode's front matter.`,
  )
}

export function unresolvedSpeaker(
  file: string,
  line: number | undefined,
  label: string,
  turns: number,
  words: string,
): Problem {
  const key = /^[\p{L}\p{N}][\p{L}\p{N} _.'’-]*$/u.test(label) ? label : JSON.stringify(label)
  return warning(
    'unresolved-speaker',
    file,
    line,
    `Nobody in this show is called ${quote(label)}, who speaks ${turns === 1 ? 'once' : `${turns} times`}, first: ${quote(words)}.`,
    `Add "speakers: { ${key}: their-slug }" to the episode's front matter, or ${quote(label)} to the aliases of a guest.`,
  )
}

export function ambiguousSpeaker(
  file: string,
  line: number | undefined,
  label: string,
  slugs: readonly string[],
): Problem {
  return warning(
    'ambiguous-speaker',
    file,
    line,
    `${quote(label)} could be ${slugs.join(' or ')}.`,
    `Say who it is in the episode's front matter: "speakers: { ${label}: ${slugs[0] ?? 'their-slug'} }".`,
  )
}

export function similarLabels(
  file: string,
  line: number | undefined,
  label: string,
  other: string,
): Problem {
  return warning(
    'similar-labels',
    file,
    line,
    `${quote(label)} and ${quote(other)} look like two spellings of one name.`,
    `Correct one of them, or map both to one person under "speakers:" in the episode's front matter.`,
  )
}

export function unknownGuest(file: string, label: string, value: string): Problem {
  return warning(
    'unknown-speaker-slug',
    file,
    undefined,
    `The episode's speakers say that ${quote(label)} is ${quote(value)}, but no guest has that slug.`,
    `Add content/guests/${value}.md, or write the person's name instead.`,
  )
}

function warning(
  code: string,
  file: string,
  line: number | undefined,
  message: string,
  fix: string,
): Problem {
  return { severity: 'warning', code, file, ...(line === undefined ? {} : { line }), message, fix }
}

function clock(seconds: Seconds): string {
  return formatClock(seconds)
}

/** A short piece of the editor's own text, in quotation marks. */
function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const letters = [...line.slice(0, 200)]
  return `"${letters.length > 60 ? `${letters.slice(0, 57).join('')}...` : letters.join('')}"`
}
