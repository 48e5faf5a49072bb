import { render } from 'preact-render-to-string'
import type { Chapter } from '../../scripts/model/show.ts'
import type { Seconds } from '../../scripts/model/time.ts'
import type { Break, Heading, Transcript, TranscriptItem } from '../../scripts/model/transcript.ts'
import { directionOf } from './document.tsx'
import { MomentLink } from './moment.tsx'
import { freeId, TurnBlock } from './turn.tsx'
import type { Voices } from './voices.ts'

/** A page around its conversation: all that it says of itself is in these values. */
export interface PageOfTranscript {
  /** The page's HTML up to where the conversation stands. */
  readonly before: string
  readonly after: string
  readonly chapters: readonly Chapter[]
  /** Colours of the speakers by their keys. */
  readonly voices: readonly (readonly [key: string, voice: string])[]
  /** Whether there is a file of word times, and it is about this transcript. */
  readonly words: boolean
  /** Of the chapters' titles, where it is not the transcript's. */
  readonly chapterLanguage?: string
}

/** Sets the conversation into its page. */
export function setPage(transcript: Transcript, page: PageOfTranscript): string {
  const { before, after, voices, ...rest } = page
  const props = { transcript, voices: new Map(voices), ...rest }
  return before + render(<TranscriptText {...props} />) + after
}

interface Props extends Pick<PageOfTranscript, 'chapters' | 'words' | 'chapterLanguage'> {
  readonly transcript: Transcript
  readonly voices: Voices
}

/** The conversation: turns, the breaks between them, and a heading where a chapter begins. */
export function TranscriptText(props: Props) {
  const { transcript, chapters, voices, words, chapterLanguage } = props
  const { items, language } = transcript
  const taken = new Set(items.flatMap(item => (item.kind === 'turn' ? [item.id] : [])))
  const hasHeadings = items.some(item => item.kind === 'heading')
  const begins = placeChapters(items, chapters)
  return (
    <div
      class="turns"
      lang={language}
      dir={directionOf(language) ?? 'ltr'}
      data-words={words ? 'words.json' : undefined}
    >
      {items.map(item => (
        <>
          {begins
            .get(item)
            ?.map(({ title, start }) =>
              hasHeadings ? (
                <ChapterAnchor start={start} taken={taken} />
              ) : (
                <ChapterHeading
                  title={title}
                  start={start}
                  taken={taken}
                  language={chapterLanguage}
                />
              ),
            )}
          <Item item={item} voices={voices} taken={taken} />
        </>
      ))}
    </div>
  )
}

function Item({
  item,
  voices,
  taken,
}: {
  item: TranscriptItem
  voices: Voices
  taken: Set<string>
}) {
  if (item.kind === 'turn') return <TurnBlock turn={item} voices={voices} taken={taken} />
  if (item.kind === 'heading')
    return <ChapterHeading title={item.text} {...timeOf(item)} taken={taken} />
  return (
    <p class="break" id={item.start === undefined ? undefined : freeId(item.start, taken)}>
      {item.start !== undefined && <MomentLink start={item.start} estimated={item.estimated} />}
      <span>{item.text}</span>
    </p>
  )
}

/** Where a transcript has headings of its own, a chapter is only a place to link to. */
function ChapterAnchor({ start, taken }: { start: Seconds; taken: Set<string> }) {
  const id = freeId(start, taken)
  return id === undefined ? null : <span class="anchor" id={id} />
}

interface HeadingProps {
  readonly title: string
  readonly start?: Seconds
  readonly estimated?: boolean
  readonly language?: string | undefined
  readonly taken: Set<string>
}

function ChapterHeading({ title, start, estimated, language, taken }: HeadingProps) {
  return (
    <h3 id={start === undefined ? undefined : freeId(start, taken)}>
      {start !== undefined && <MomentLink start={start} estimated={estimated} />}
      <span lang={language}>{title}</span>
    </h3>
  )
}

function timeOf({ start, estimated }: Heading | Break): { start?: Seconds; estimated?: true } {
  return { ...(start === undefined ? {} : { start }), ...(estimated ? { estimated } : {}) }
}

/** A chapter's heading stands before the turn that begins nearest to it. */
function placeChapters(
  items: readonly TranscriptItem[],
  chapters: readonly Chapter[],
): Map<TranscriptItem, Chapter[]> {
  const placed = new Map<TranscriptItem, Chapter[]>()
  const timed = items.filter(({ start }) => start !== undefined)
  let at = 0
  for (const chapter of chapters) {
    if (chapter.hidden) continue
    const distance = (item?: TranscriptItem) => Math.abs((item?.start ?? Infinity) - chapter.start)
    while (at + 1 < timed.length && distance(timed[at + 1]) <= distance(timed[at])) at += 1
    const item = timed[at]
    if (item) placed.set(item, [...(placed.get(item) ?? []), chapter])
  }
  return placed
}
