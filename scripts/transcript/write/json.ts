import { round } from '../../model/time.ts'
import type { Transcript } from '../../model/transcript.ts'
import { type About, stretchesOf } from './stretches.ts'

/**
 * Podcasting 2.0 transcript JSON: one segment for each of ours, in reading order. Beyond the
 * standard, `estimated` says that a time is; `paragraph` that a paragraph starts here.
 */
export function writeJson(transcript: Transcript, _about: About): string {
  const segments: object[] = []
  for (const one of stretchesOf(transcript)) {
    if (!('segment' in one)) {
      if (one.kind === 'break') segments.push({ ...times(one), body: `[${one.text}]`, break: true })
      else segments.push({ ...times(one), body: '', heading: one.text })
      continue
    }
    const { segment, speaker, place } = one
    segments.push({
      ...(speaker && { speaker: speaker.name }),
      ...times(segment),
      body: segment.text,
      ...(place[2] === 1 && { paragraph: true }),
      ...(segment.tight && { tight: true }),
    })
  }
  const lines = segments.map(segment => `    ${JSON.stringify(segment)}`)
  return `{\n  "version": "1.0.0",\n  "segments": [\n${lines.join(',\n')}\n  ]\n}\n`
}

function times({
  start,
  end,
  estimated,
}: {
  start?: number
  end?: number
  estimated?: true
}): object {
  return {
    ...(start !== undefined && { startTime: round(start) }),
    ...(end !== undefined && { endTime: round(end) }),
    ...(estimated && { estimated: true }),
  }
}
