import type { Problem } from '../model/problem.ts'
import type { Chapter } from '../model/show.ts'
import { LONGEST, parseTime, type Seconds } from '../model/time.ts'
import { type Folder, readText } from './folder.ts'
import { isRecord, isWebAddress, mediaAddressOf } from './kinds.ts'
import * as problems from './problems.ts'
import { nameOf, UNFIT } from './yaml.ts'

/** Chapters as they were read, before it is known how long the episode is. */
export interface ChapterList {
  readonly chapters: readonly Chapter[]
  readonly problems: readonly Problem[]
}

/**
 * Reads a chapters file: Podcasting 2.0 (`{version, chapters: [{startTime, title}]}`) or a bare
 * list of the same.
 *
 * @see https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md
 */
export function readChaptersFile(folder: Folder, file: string): ChapterList {
  const source = readText(folder, file)
  const fail = (reason: string): ChapterList => ({
    chapters: [],
    problems: [...source.problems, problems.badChapters({ file }, reason)],
  })
  let data: unknown
  try {
    data = JSON.parse(source.text)
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
  const list = isRecord(data) ? data['chapters'] : data
  if (!Array.isArray(list)) return fail('there is no list of chapters in it')
  const chapters: Chapter[] = []
  for (const [i, item] of list.entries()) {
    const chapter = isRecord(item) ? readChapter(item) : undefined
    if (!chapter) return fail(`chapter ${i + 1} has no startTime`)
    chapters.push(chapter)
  }
  const unfit = chapters.flatMap(({ title }) => title.match(UNFIT) ?? [])[0]
  if (unfit === undefined) return { chapters, problems: source.problems }
  // They stand as escapes in JSON, so nobody sees them in the file.
  const clean = chapters.map(it => ({ ...it, title: it.title.replace(UNFIT, '').trim() }))
  const problem = problems.controlCharacters({ file }, nameOf(unfit))
  return { chapters: clean, problems: [...source.problems, problem] }
}

function readChapter(item: Record<string, unknown>): Chapter | undefined {
  const { startTime, time, title, url, img, image, toc } = item
  const written = startTime ?? time
  const start = typeof written === 'number' ? written : parseTime(String(written ?? ''))
  if (start === undefined || !(start >= 0 && start <= LONGEST)) return undefined
  const picture = img ?? image
  const shown = typeof picture === 'string' ? mediaAddressOf(picture) : undefined
  return {
    start,
    title: typeof title === 'string' ? title.trim() : '',
    ...(typeof url === 'string' && isWebAddress(url) && { url }),
    ...(shown !== undefined && { image: shown }),
    // A chapter without a title is only there for its picture: never listed.
    ...((toc === false || typeof title !== 'string') && { hidden: true as const }),
  }
}

/** Puts chapters in the order of their times, and says so when they weren't, or don't fit. */
export function orderChapters(
  chapters: readonly Chapter[],
  place: { readonly file: string; readonly line?: number },
  duration: Seconds | undefined,
): ChapterList {
  const found: Problem[] = []
  const ordered = chapters.toSorted((a, b) => a.start - b.start)
  if (ordered.some((chapter, i) => chapter !== chapters[i]))
    found.push(problems.chapterOrder(place))
  for (const chapter of ordered) {
    if (duration !== undefined && chapter.start > duration) {
      found.push(problems.chapterOutside(place, chapter.title, chapter.start, duration))
    }
  }
  return { chapters: ordered, problems: found }
}
