import { round } from '../../model/time.ts'
import type { Break, Heading, Timed, Transcript } from '../../model/transcript.ts'
import { type About, type Stretch, stretchesOf } from './stretches.ts'

/**
 * Podcasting 2.0 transcript JSON: one segment for each of ours, in reading order. Beyond the
 * standard, `estimated` says that a time is; `paragraph` that a paragraph starts here.
 */
export function writeJson(transcript: Transcript, _about: About): string {
  const lines: string[] = []
  for (const one of stretchesOf(transcript)) {
    if ('segment' in one) lines.push(segmentLine(one))
    else lines.push(betweenLine(one))
  }
  return `{\n  "version": "1.0.0",\n  "segments": [\n${lines.join(',\n')}\n  ]\n}\n`
}

/** Put together by hand: to make an object and have it written takes three times as long. */
function segmentLine({ segment, speaker, part }: Stretch): string {
  const who = speaker ? `"speaker":${quoted(speaker.name)},` : ''
  const paragraph = part === 1 ? ',"paragraph":true' : ''
  const tight = segment.tight ? ',"tight":true' : ''
  return `    {${who}${times(segment)}"body":${quoted(segment.text)}${paragraph}${tight}}`
}

function betweenLine(item: Break | Heading): string {
  const words =
    item.kind === 'break'
      ? `"body":${quoted(`[${item.text}]`)},"break":true`
      : `"body":"","heading":${quoted(item.text)}`
  return `    {${times(item)}${words}}`
}

function times({ start, end, estimated }: Timed): string {
  const from = start === undefined ? '' : `"startTime":${round(start)},`
  const to = end === undefined ? '' : `"endTime":${round(end)},`
  return `${from}${to}${estimated ? '"estimated":true,' : ''}`
}

// What JSON does not write as it stands: quotation marks, backslashes, controls, halves of letters.
const SPECIAL = /[^ !#-[\]-\ud7ff\ue000-\uffff]/

function quoted(text: string): string {
  return SPECIAL.test(text) ? JSON.stringify(text) : `"${text}"`
}
