import type { Seconds } from '../../model/time.ts'
import {
  type Break,
  type Heading,
  type Segment,
  type Speaker,
  type Transcript,
  turnsOf,
} from '../../model/transcript.ts'
import { secondsToSay } from '../estimate.ts'

/** What the exports are about besides the transcript itself. */
export interface About {
  /** The episode's title. */
  readonly title: string
}

/** One segment with its place in the transcript and a time that it is over. */
export interface Stretch {
  readonly segment: Segment
  readonly speaker: Speaker | undefined
  /** 1-based: the turn in the transcript, the paragraph in the turn, the segment in the paragraph. */
  readonly turn: number
  readonly paragraph: number
  readonly part: number
  /** After `start`; undefined when that is unknown. */
  readonly until: Seconds | undefined
}

/** Segments and what stands between turns, in reading order. */
export function stretchesOf(transcript: Transcript): (Stretch | Break | Heading)[] {
  const flat: (Stretch | Break | Heading)[] = []
  let turn = turnsOf(transcript).length
  let next: Seconds | undefined
  // Backwards, because a segment is over when the next one starts.
  for (const item of transcript.items.toReversed()) {
    if (item.kind !== 'turn') {
      flat.push(item)
      next = item.start ?? next
      continue
    }
    const { speaker, paragraphs } = item
    for (let paragraph = paragraphs.length; paragraph > 0; paragraph--) {
      const segments = paragraphs[paragraph - 1] ?? []
      for (let part = segments.length; part > 0; part--) {
        const segment = segments[part - 1]
        if (!segment) continue
        flat.push({ segment, speaker, turn, paragraph, part, until: until(segment, next) })
        next = segment.start ?? next
      }
    }
    turn--
  }
  return flat.reverse()
}

/** The file's own end, the next start, or as long as the words take. */
function until({ start, end, text }: Segment, next: Seconds | undefined): Seconds | undefined {
  if (start === undefined) return undefined
  if (end !== undefined && end > start) return end
  // Most segments end where the next one starts, and their words need not be measured.
  if (next !== undefined && next > start && end === undefined) return next
  if (next !== undefined && next <= start) return start + 0.001
  const said = start + Math.max(0.5, secondsToSay(text) * 1.2)
  return next === undefined ? said : Math.min(next, said)
}
