import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { episodeFields } from '../content/fields.ts'
import { splitPage } from '../content/frontMatter.ts'
import { date as dateKind } from '../content/kinds.ts'
import { readName, TRANSCRIPTS } from '../content/locate.ts'
import { readFields } from '../content/readFields.ts'
import { slugify } from '../model/slug.ts'
import { formatClock, type Seconds } from '../model/time.ts'
import { type Existing, type ExistingEpisode, readExisting } from '../new/existing.ts'
import { episodeStem } from '../new/names.ts'
import { type FrontMatterLine, pageText } from '../new/pageText.ts'
import type { Ledger } from './ledger.ts'
import { type PublishedPage, readPublishedPage } from './publishedPage.ts'
import { decode } from './readSource.ts'
import type { Report } from './report.ts'

export interface TranscriptImport {
  readonly content: string
  readonly ledger: Ledger
  readonly report: Report
  readonly progress: (line: string) => void
}

const LARGEST = 24 * 1024 * 1024

/**
 * Brings transcripts into a content folder: to the episode that has their name or number and no
 * transcript yet, or with a page of their own. The files are kept byte for byte.
 */
export function importTranscripts(source: string, options: TranscriptImport): void {
  const files = statSync(source).isDirectory() ? transcriptsIn(source) : [source]
  if (files.length === 0) {
    options.report.fail(
      source,
      `there is no transcript in it; names end in ${TRANSCRIPTS.map(it => `.${it}`).join(', ')}`,
    )
  }
  ensureShow(files, options)
  const existing = readExisting(options.content)
  const slugs = new Set(existing.episodes.map(episode => episode.slug))
  for (const file of files) {
    const told = importOne(file, existing, slugs, options)
    options.progress(`${path.basename(file)}  ${told}`)
  }
}

/** Transcripts alone say little of their show; a folder without one gets the least it needs. */
function ensureShow(files: readonly string[], { content, ledger, report }: TranscriptImport): void {
  if (existsSync(path.join(content, 'show.md'))) return
  const [only] = files.length === 1 ? files : []
  const named = only && readPublishedPage(decode(readFileSync(only), undefined)).show
  const text = pageText(
    [
      { field: 'title', value: named ?? 'Untitled show' },
      { field: 'url', value: 'https://example.org/', comment: 'where it will be published' },
    ],
    '',
  )
  report.add('show', 'show.md', ledger.put('show.md', text))
  report.note('show.md', named ? 'give the show its url' : 'give the show its title and its url')
}

function transcriptsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(
      entry => entry.isFile() && !entry.name.startsWith('.') && !/^readme\b/i.test(entry.name),
    )
    .filter(entry => TRANSCRIPTS.includes(path.extname(entry.name).slice(1).toLowerCase()))
    .map(entry => path.join(folder, entry.name))
    .sort(byNameAndNumber)
}

/** `episode-2` before `episode-10`. */
function byNameAndNumber(a: string, b: string): number {
  const padded = (text: string) => text.replace(/\d+/g, digits => digits.padStart(9, '0'))
  return padded(a) < padded(b) ? -1 : 1
}

function importOne(
  file: string,
  existing: Existing,
  slugs: Set<string>,
  { ledger, report }: TranscriptImport,
): string {
  const { size } = statSync(file)
  if (size > LARGEST || size === 0) {
    report.fail(file, size === 0 ? 'it is empty' : 'it is larger than any transcript')
    return 'left out'
  }
  const bytes = readFileSync(file)
  const about = describe(file, decode(bytes, undefined))
  const ending = path.extname(file).slice(1).toLowerCase()
  const suffix = ending === 'md' ? '.transcript.md' : `.${ending}`

  const known = findEpisode(file, about, existing)
  if (known) {
    const other = known.transcripts[0]
    const target =
      other ?? `${known.stem}${known.file.endsWith('/episode.md') ? '/transcript' : ''}${suffix}`
    const outcome = report.add('transcript', target, ledger.put(target, bytes))
    return `${outcome === 'kept' ? 'kept the transcript of' : 'for'} ${known.file}`
  }
  const guessed = about.date === undefined
  const date = about.date ?? dayOf(statSync(file).mtime)
  const stem = episodeStem({ title: about.title, number: about.number, date }, slug =>
    slugs.has(slug),
  )
  slugs.add(readName(stem.slice('episodes/'.length)).slug)
  const guests = writePeople(about.people, existing, { ledger, report })
  const lines: FrontMatterLine[] = [
    { field: 'title', value: about.title },
    {
      field: 'date',
      value: date,
      ...(guessed && { comment: 'guessed from the file; please check' }),
    },
    { field: 'number', value: about.number },
    { field: 'duration', value: about.duration ? formatClock(about.duration) : undefined },
    { field: 'guests', value: guests },
  ]
  if (guessed) report.guess(`${stem}.md`)
  report.add('transcript', `${stem}${suffix}`, ledger.put(`${stem}${suffix}`, bytes))
  report.add('episode', `${stem}.md`, ledger.put(`${stem}.md`, pageText(lines, '')))
  return `${stem}.md`
}

interface About {
  readonly title: string
  readonly number?: number | undefined
  readonly date?: string | undefined
  readonly duration?: Seconds | undefined
  readonly people: PublishedPage['people']
}

/** The file’s own front matter first, then what the page around the words says, then its name. */
function describe(file: string, text: string): About {
  const base = path.basename(file, path.extname(file)).replace(/\.transcript$/i, '')
  const named = readName(slugify(base))
  const isPage = /\.(txt|md)$/i.test(file)
  const page = isPage
    ? readPublishedPage(text.replace(/^---\n[\s\S]*?\n---\n/, ''))
    : { people: [] }
  const own = isPage
    ? readFields(splitPage({ file, text, problems: [] }), episodeFields).values
    : {}
  // The head of a plain transcript is its first words: a title only where the page says more.
  const isPublished =
    page.duration !== undefined || page.people.length > 0 || page.number !== undefined
  const day = /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/.exec(base)?.[1]
  return {
    title: own.title ?? (isPublished ? page.title : undefined) ?? titleFromName(base),
    number: own.number ?? page.number ?? named.number ?? numberIn(base),
    date: own.date?.iso.replace(/T00:00:00\.000Z$/, '') ?? (isDay(day) ? day : undefined),
    duration: own.duration ?? page.duration,
    people: page.people,
  }
}

/** `the-retort-episode-4`: the number of a name that says which number it is. */
function numberIn(base: string): number | undefined {
  const number = /(?:episode|ep|folge)[\s_.-]*(\d{1,5})(?!\d)/i.exec(base)?.[1]
  return number === undefined ? undefined : Number(number)
}

function titleFromName(base: string): string {
  const words = base
    .replace(/^\d{4}-\d{2}-\d{2}[-_ ]+|^\d+[-_. ]+(?=.)/, '')
    .replace(/[-_]+/g, ' ')
    .trim()
  return words === '' ? base : words.charAt(0).toUpperCase() + words.slice(1)
}

function isDay(day: string | undefined): boolean {
  return day !== undefined && dateKind.read(day, () => {}) !== undefined
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

/** The episode that a transcript belongs to, by its name, else by a number that only one has. */
function findEpisode(
  file: string,
  about: About,
  { episodes }: Existing,
): ExistingEpisode | undefined {
  const base = path.basename(file, path.extname(file)).replace(/\.transcript$/i, '')
  const { slug } = readName(slugify(base))
  const bySlug = episodes.find(it => it.slug === slug || it.slug === slugify(about.title))
  if (bySlug) return bySlug
  const sameNumber = episodes.filter(it => it.number !== undefined && it.number === about.number)
  return sameNumber.length === 1 ? sameNumber[0] : undefined
}

function writePeople(
  people: About['people'],
  existing: Existing,
  { ledger, report }: Pick<TranscriptImport, 'ledger' | 'report'>,
): string[] {
  return people.map(({ name, bio }) => {
    const known = existing.guest(name)
    const slug = known?.slug ?? slugify(name)
    const file = known?.file ?? `guests/${slug}.md`
    // A line of a few words is what they do; it stands as the bio too, so that the page has one.
    const title = bio !== '' && bio.length <= 120 ? bio.replace(/\.$/, '') : undefined
    const text = pageText(
      [
        { field: 'name', value: name },
        { field: 'title', value: title },
      ],
      bio,
    )
    report.add('person', file, known && !ledger.isOurs(file) ? 'kept' : ledger.put(file, text))
    return slug
  })
}
