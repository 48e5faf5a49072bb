import path from 'node:path'
import { isWebAddress } from '../content/kinds.ts'
import { type Existing, isTaken, readExisting } from '../new/existing.ts'
import { episodeStem } from '../new/names.ts'
import { type Fetching, fetchChapters, fetchPicture } from './assets.ts'
import type { Downloader } from './download.ts'
import { episodePage } from './episodePage.ts'
import type { Feed } from './feed.ts'
import type { FeedItem } from './feedItem.ts'
import { slugOf, titleOf } from './itemName.ts'
import type { Ledger } from './ledger.ts'
import { type Cast, castOf, writePeople } from './people.ts'
import type { Report } from './report.ts'
import { selectItems } from './selection.ts'
import { showPage } from './showPage.ts'
import { fetchTranscripts, spokenLanguage, translationStem } from './transcripts.ts'

export interface ImportOptions {
  readonly content: string
  readonly only?: string | undefined
  readonly dry: boolean
  /** Whether pictures are fetched; else their addresses stand in the pages. */
  readonly pictures: boolean
  readonly downloader: Downloader
  readonly ledger: Ledger
  readonly report: Report
  readonly progress: (line: string) => void
}

/** Polite to the one server that most of a feed’s files are on. */
const AT_ONCE = 2

interface Job {
  readonly item: FeedItem
  /** Path of the page, and the path its files share. */
  readonly file: string
  readonly stem: string
  /** Its picture's path without an ending: that of the first episode that has the same one. */
  readonly picture: string
}

interface Context extends ImportOptions {
  readonly feed: Feed
  readonly cast: Cast
  readonly fetching: Fetching
}

/** Brings a feed into a content folder. */
export async function importFeed(feed: Feed, options: ImportOptions): Promise<void> {
  const { content, dry, downloader, ledger, report, progress } = options
  const existing = readExisting(content)
  const items = selectItems(feed.items, options.only)
  const cast = castOf(feed.show, feed.items, existing)
  const has = (file: string) => isTaken(content, file)
  const context: Context = {
    ...options,
    feed,
    cast,
    fetching: { downloader, ledger, report, dry, has, pictures: new Map() },
  }
  const jobs = assignFiles(items, feed.items, existing, context)

  await writeShow(context)
  const speaking = jobs.map(({ item }) => cast.of(item))
  const people = new Set([
    ...cast.hosts,
    ...speaking.flatMap(({ hosts = [], guests }) => [...hosts, ...guests]),
  ])
  await writePeople(
    people,
    cast,
    existing,
    { site: feed.show.link, pictures: options.pictures },
    context.fetching,
  )
  reportCrew(items, report)
  let done = 0
  await inPool(jobs, AT_ONCE, async job => {
    const told = await importEpisode(job, context)
    done++
    progress(
      `${String(done).padStart(String(jobs.length).length)}/${jobs.length}  ${job.file}  ${told}`,
    )
  })
}

async function writeShow({ feed, cast, pictures, fetching }: Context): Promise<void> {
  const { ledger, report } = fetching
  if (fetching.has('show.md') && !ledger.isOurs('show.md')) {
    report.add('show', 'show.md', 'kept')
    return
  }
  const { image } = feed.show
  const cover = image && pictures ? await fetchPicture(image, 'cover', 'show.md', fetching) : image
  const text = showPage(feed, { hosts: cast.hosts, image: cover }, reason =>
    report.note('show.md', reason),
  )
  report.add('show', 'show.md', ledger.put('show.md', text))
}

/**
 * Gives every item its file: the one that has its guid already, or a new one. Oldest first, so that
 * the newer of two episodes with one title gets the `-2`, today and at the next import.
 */
function assignFiles(
  chosen: readonly FeedItem[],
  all: readonly FeedItem[],
  existing: Existing,
  { only, report, ledger }: Context,
): Job[] {
  const byGuid = new Map(existing.episodes.map(episode => [episode.values.guid, episode]))
  const slugs = new Set(existing.episodes.map(episode => episode.slug))
  const seen = new Set<string>()
  const jobs: Job[] = []
  const pictures = new Map<string | undefined, string>()
  for (const item of all.toSorted((a, b) => timeOf(a) - timeOf(b))) {
    const title = titleOf(item)
    if (item.guid !== undefined && seen.has(item.guid)) {
      report.note(
        `“${title}”`,
        'another episode of the feed has the same guid, so this one was left out',
      )
      continue
    }
    if (item.guid !== undefined) seen.add(item.guid)
    const known = item.guid === undefined ? undefined : byGuid.get(item.guid)
    const { number, date, guid } = item
    const numbered = item.type === 'trailer' || item.type === 'bonus' ? undefined : number
    const bare = slugOf(item)
    const handmade = existing.episodes.find(it => it.slug === bare && it.values.guid === undefined)
    const stem =
      known?.stem ??
      handmade?.stem ??
      episodeStem({ title: bare, number: numbered, date, fallback: guid }, slug => slugs.has(slug))
    slugs.add(slugOfStem(stem))
    if (!chosen.includes(item)) continue
    const file = known?.file ?? handmade?.file ?? `${stem}.md`
    if (only !== undefined && ledger.isGone(file)) ledger.forget(file)
    const picture = pictures.get(item.image) ?? beside(file, stem, 'cover')
    pictures.set(item.image, picture)
    jobs.push({ item, file, stem, picture })
  }
  return jobs
}

function slugOfStem(stem: string): string {
  return stem.slice(stem.lastIndexOf('/') + 1).replace(/^(\d{4}-\d{2}-\d{2}|\d+)-/, '')
}

/** Fetches what belongs to an episode, then writes its page; says in a few words what came of it. */
async function importEpisode(
  { item, file, stem, picture }: Job,
  context: Context,
): Promise<string> {
  const { feed, cast, fetching } = context
  const { ledger, report } = fetching
  if (ledger.isGone(file)) return report.add('episode', file, 'gone')
  const from = path.posix.dirname(file)
  const showLanguage = feed.show.language ?? 'en'
  const language = spokenLanguage(item.transcripts, showLanguage)
  const transcripts = await fetchTranscripts(
    item.transcripts,
    language ?? showLanguage,
    other => translationStem(beside(file, stem, 'transcript'), other),
    file,
    fetching,
  )
  const chaptersFile = file.endsWith('/episode.md')
    ? `${stem}/chapters.json`
    : `${stem}.chapters.json`
  const chapters = await importChapters(item, chaptersFile, file, fetching)
  const image = await imageOf(item, picture, file, context)
  const text = episodePage(
    item,
    {
      ...cast.of(item),
      image: image && !isWebAddress(image) ? path.posix.relative(from, image) : image,
      transcripts: transcripts.some(it => it.language)
        ? transcripts.map(it => ({
            file: path.posix.relative(from, it.file),
            language: it.language ?? language ?? showLanguage,
          }))
        : [],
      showExplicit: feed.show.explicit ?? false,
      language,
    },
    reason => report.note(file, reason),
  )
  if (!item.date)
    report.fail(
      file,
      `its date can’t be read: the feed says ${JSON.stringify(item.badDate ?? 'nothing')}`,
    )
  const outcome = report.add('episode', file, ledger.put(file, text))
  const parts = [
    outcome,
    ...(transcripts.length > 0 ? ['transcript'] : []),
    ...(chapters ? ['chapters'] : []),
  ]
  return parts.join(', ')
}

/** A picture of the episode's own: the show's cover needs no copy. */
async function imageOf(
  { image }: FeedItem,
  stem: string,
  where: string,
  { feed, pictures, fetching }: Context,
): Promise<string | undefined> {
  if (image === undefined || image === feed.show.image) return undefined
  if (!pictures) return isWebAddress(image) ? image : undefined
  return fetchPicture(image, stem, where, fetching)
}

/** Where a file of an episode lies: beside its page, or in its folder under a name of its kind. */
function beside(file: string, stem: string, name: string): string {
  return file.endsWith('/episode.md') ? `${stem}/${name}` : stem
}

async function importChapters(
  { chapters, inlineChapters }: FeedItem,
  file: string,
  where: string,
  fetching: Fetching,
): Promise<boolean> {
  if (chapters && (await fetchChapters(chapters, file, where, fetching))) return true
  if (inlineChapters.length === 0) return false
  const text = `${JSON.stringify({ version: '1.2.0', chapters: inlineChapters }, null, 2)}\n`
  fetching.report.add('chapters', file, fetching.ledger.put(file, text))
  return true
}

/** People behind the scenes have no place in a cast; their names are not lost without a word. */
function reportCrew(items: readonly FeedItem[], report: Report): void {
  const crew = new Set(
    items.flatMap(item => item.persons.filter(it => !it.heard).map(it => it.name)),
  )
  if (crew.size > 0) {
    report.note(
      'people',
      `${[...crew].sort().join(', ')} made the show but are not heard in it, so they got no page`,
    )
  }
}

function timeOf({ date }: FeedItem): number {
  const time = new Date(date ?? '').getTime()
  return Number.isNaN(time) ? 0 : time
}

async function inPool<T>(
  items: readonly T[],
  size: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items[Symbol.iterator]()
  const worker = async () => {
    for (const item of rest) await work(item)
  }
  await Promise.all(Array.from({ length: size }, worker))
}
