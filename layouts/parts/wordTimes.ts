import type { Segment, Transcript } from '../../scripts/model/transcript.ts'
import { turnsOf } from '../../scripts/model/transcript.ts'

/**
 * One entry for each segment that carries `data-t` on the page, in reading order: 0, or offset,
 * start, offset, start …
 */
export function wordsJson(transcript: Transcript): string {
  const segments = turnsOf(transcript)
    .flatMap(({ paragraphs }) => paragraphs.flat())
    .filter(({ start }) => start !== undefined)
  return JSON.stringify(segments.map(timesOf))
}

function timesOf({ words: times }: Segment): number[] | 0 {
  if (!times) return 0
  return times.offsets.flatMap((offset, at) => {
    const start = times.starts[at]
    return start === undefined || Number.isNaN(start) ? [] : [offset, start]
  })
}
