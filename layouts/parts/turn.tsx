import { formatSeconds } from '../../scripts/model/time.ts'
import type { Paragraph, Segment, Turn } from '../../scripts/model/transcript.ts'
import { MomentLink } from './moment.tsx'
import type { Voices } from './voices.ts'

interface Props {
  readonly turn: Turn
  readonly voices: Voices
  /** Ids that stand on the page already; a mark gets one only where it is free. */
  readonly taken: Set<string>
}

/**
 * One turn. Its time is its own link; its segments carry their start in `data-t`, on the paragraph
 * itself when it has only one. An hour has hundreds of these, so not a tag more than needed.
 */
export function TurnBlock({ turn, voices, taken }: Props) {
  const { speaker } = turn
  return (
    <div
      class="turn"
      id={turn.id}
      data-speaker={speaker?.key ?? ''}
      data-short={isShort(turn) ? '' : undefined}
      data-long={lengthClass(turn)}
    >
      {turn.start === undefined ? (
        <a href={`#${turn.id}`} aria-label="Link to this passage">
          ¶
        </a>
      ) : (
        <MomentLink start={turn.start} estimated={turn.estimated} to={`#${turn.id}`} />
      )}
      {speaker && <b class={voices.get(speaker.key)}>{speaker.name}</b>}
      {turn.paragraphs.map((paragraph, at) => (
        <ParagraphBlock
          paragraph={at === 0 ? withoutFirstMark(turn, paragraph) : paragraph}
          taken={taken}
        />
      ))}
    </div>
  )
}

/** A word or two, which stand beside the name. */
function isShort({ paragraphs, speaker }: Turn): boolean {
  const [only, second] = paragraphs
  if (!only || second || !speaker || speaker.name.length > 24) return false
  return only.reduce((length, { text }) => length + text.length, 0) <= 40
}

/** Roughly how tall a turn is, so that the scroll bar of a page that isn't laid out yet is honest. */
function lengthClass({ paragraphs }: Turn): 1 | 2 | 3 | undefined {
  const length = paragraphs.flat().reduce((sum, { text }) => sum + text.length, 0)
  return length < 500 ? undefined : length < 1200 ? 1 : length < 2400 ? 2 : 3
}

/** A mark at the very start of a turn is the turn's own time, which stands in the margin. */
function withoutFirstMark({ start }: Turn, paragraph: Paragraph): Paragraph {
  const [first, ...rest] = paragraph
  if (!first?.mark || first.start !== start) return paragraph
  const { mark: _, ...unmarked } = first
  return [unmarked, ...rest]
}

function ParagraphBlock({ paragraph, taken }: { paragraph: Paragraph; taken: Set<string> }) {
  const [only, second] = paragraph
  if (only && !second && !only.mark) {
    return (
      <p data-t={timeOf(only)} class={only.sound && 'sound'}>
        {only.text}
      </p>
    )
  }
  return (
    <p>
      {paragraph.map((segment, at) => (
        <>
          {at > 0 && !segment.tight && ' '}
          <SegmentWords segment={segment} taken={taken} />
        </>
      ))}
    </p>
  )
}

/**
 * An `i`, which means nothing to a screen reader and is set upright: an hour has a thousand of these,
 * and of all elements without a meaning it is the shortest.
 */
function SegmentWords({ segment, taken }: { segment: Segment; taken: Set<string> }) {
  const { start, mark, sound, text } = segment
  if (start === undefined && !sound) return <>{text}</>
  return (
    <i
      data-t={timeOf(segment)}
      id={mark && start !== undefined ? freeId(start, taken) : undefined}
      class={sound && 'sound'}
    >
      {mark && start !== undefined && (
        <>
          <MomentLink start={start} kind="mark" />
          {text !== '' && ' '}
        </>
      )}
      {text}
    </i>
  )
}

/** `t=120`, unless something else on the page is called so. */
export function freeId(start: number, taken: Set<string>): string | undefined {
  const id = `t=${formatSeconds(start)}`
  if (taken.has(id)) return undefined
  taken.add(id)
  return id
}

function timeOf({ start }: Segment): string | undefined {
  return start === undefined ? undefined : formatSeconds(start)
}
