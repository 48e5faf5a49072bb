import type { JsonCache } from '../cache/jsonCache.ts'
import type { Place } from '../model/problem.ts'
import type { Audio, CastMember, Chapter, Episode, Guest, Link, Topic } from '../model/show.ts'
import { slugify } from '../model/slug.ts'
import type { Seconds } from '../model/time.ts'
import { audioType, durationOf } from './audio.ts'
import type { Audited } from './audit.ts'
import { orderChapters, readChaptersFile } from './chapters.ts'
import { episodeFields, type Values } from './fields.ts'
import { readPage } from './fileMemory.ts'
import type { Findings } from './findings.ts'
import type { Folder } from './folder.ts'
import type { Page } from './frontMatter.ts'
import { readImage } from './images.ts'
import { isOpen, mediaAddressOf } from './kinds.ts'
import { linkResolver, type Targets } from './links.ts'
import type { EpisodeFiles } from './locate.ts'
import { renderMarkdown } from './markdown.ts'
import { type People, readCast } from './people.ts'
import * as problems from './problems.ts'
import { readFields } from './readFields.ts'
import type { TranscriptRecipe } from './transcriptRecipe.ts'
import { listTranscripts, type TranscriptRef } from './transcriptRefs.ts'
import type { Transcripts } from './transcripts.ts'

/** An episode's file as it was read, before it is linked to the rest of the show. */
export interface EpisodeDraft {
  readonly files: EpisodeFiles
  readonly page: Page
  readonly values: Values<typeof episodeFields>
  readonly slug: string
  readonly date: string
  readonly audio?: Audio
  readonly duration?: Seconds
}

/** Reads an episode's Markdown file and what its audio says about itself. */
export async function readEpisode(
  files: EpisodeFiles,
  folder: Folder,
  findings: Findings,
  cache: JsonCache,
): Promise<EpisodeDraft> {
  const page = readPage(folder, files.file, cache)
  const { values, problems: found } = readFields(page, episodeFields)
  findings.add(...page.problems, ...found)
  if (values.date && !values.date.hasZone)
    findings.add(problems.dateWithoutZone(page.placeOf(['date']), String(page.fields['date'])))
  const { file: audioFile, audio } = readAudio(values, page, files, folder, findings)
  let duration = values.duration
  if (audioFile && duration === undefined) {
    const read = await durationOf(folder, audioFile, page.placeOf(['audio']), cache)
    findings.add(...read.problems)
    duration = read.duration
  }
  return {
    files,
    page,
    values,
    slug: files.slug,
    // Without a date nothing is built; the rest of the episode is still looked at.
    date: values.date?.iso ?? '1970-01-01T00:00:00.000Z',
    ...(audio && { audio }),
    ...(duration !== undefined && { duration }),
  }
}

function readAudio(
  values: Values<typeof episodeFields>,
  page: Page,
  files: EpisodeFiles,
  folder: Folder,
  findings: Findings,
): { readonly file?: string; readonly audio?: Audio } {
  const written = values.audio?.url
  const elsewhere = written && mediaAddressOf(written)
  if (elsewhere) {
    if (isOpen(elsewhere)) findings.add(problems.openMedia(page.placeOf(['audio']), elsewhere))
    const { type = audioType(elsewhere), length } = values.audio ?? {}
    return { audio: { src: elsewhere, type, ...(length !== undefined && { length }) } }
  }
  const place = page.placeOf(['audio'])
  const file = written ? findings.find(folder, place, written) : files.audio
  const src = file === undefined ? undefined : findings.publish(folder, place, file)
  if (file === undefined || src === undefined) return {}
  return {
    file,
    audio: {
      src,
      type: values.audio?.type ?? audioType(file),
      length: folder.sizeOf(file),
    },
  }
}

/** What an episode needs to know about its show. */
export interface ShowContext {
  readonly folder: Folder
  readonly findings: Findings
  /** Whether unknown times are estimated. */
  readonly estimates: boolean
  readonly people: People
  readonly hosts: readonly Guest[]
  readonly site: Parameters<typeof linkResolver>[1]
  readonly language: string
  readonly explicit: boolean
  /** Stands before the slug in a guid that the editor doesn't give. */
  readonly guidPrefix: string
}

/** The same, when everybody is known. */
export interface LinkContext extends ShowContext {
  readonly transcripts: Transcripts
}

/** Who speaks in an episode; the people it names get their pages by this. */
export function castOf(
  draft: EpisodeDraft,
  show: Pick<ShowContext, 'people' | 'hosts' | 'findings'>,
): CastMember[] {
  const { page, values } = draft
  const named = (field: 'hosts' | 'guests') =>
    (values[field] ?? []).map((written, i) => ({ written, place: page.placeOf([field, i]) }))
  const hosts = values.hosts
    ? named('hosts').flatMap(({ written, place }) => show.people.find(written, place) ?? [])
    : show.hosts
  // A show's host may be the guest one week: the episode's own words win.
  const guests = named('guests')
  const asGuests = values.hosts ? [] : guests.map(g => slugify(g.written))
  return readCast(
    show.people,
    hosts.filter(host => !asGuests.includes(host.slug)),
    guests,
    show.findings,
  )
}

/** Asks for the transcripts of an episode, the one in its own language first. */
export function askForTranscripts(
  { page, values, files, duration }: EpisodeDraft,
  cast: readonly CastMember[],
  show: LinkContext,
): TranscriptRecipe[] {
  const language = values.language ?? show.language
  const context = {
    cast,
    speakers: Object.fromEntries(values.speakers ?? []),
    offset: values.transcriptOffset ?? 0,
    estimates: show.estimates,
    ...(duration !== undefined && { duration }),
  }
  const { folder, findings } = show
  const listed = listTranscripts(values.transcript, page, files, language, folder, findings)
  const refs = onePerLanguage(listed, page.placeOf(['transcript']), findings)
  return refs.map(ref => show.transcripts.ask(ref, context))
}

/** Links an episode: notes, transcripts, chapters, people. */
export function linkEpisode(
  draft: EpisodeDraft,
  cast: readonly CastMember[],
  recipes: readonly TranscriptRecipe[],
  topics: readonly Topic[],
  targets: Targets,
  show: LinkContext,
): Audited {
  const { page, values, files, duration } = draft
  const { folder, findings } = show
  const language = values.language ?? show.language
  const notes = renderMarkdown(page.body, {
    file: page.file,
    line: page.bodyLine,
    moments: duration === undefined ? {} : { duration },
    ...linkResolver(page.file, show.site, targets, folder, findings),
  })
  findings.add(...notes.problems)
  const [first, ...others] = recipes.map(recipe => show.transcripts.take(recipe, findings))
  const image = readImage(values.image, page.placeOf(['image']), folder, findings)
  const number = values.number ?? files.number
  const episode: Episode = {
    slug: draft.slug,
    file: files.file,
    title: values.title ?? draft.slug,
    date: draft.date,
    ...(number !== undefined && { number }),
    ...(values.season !== undefined && { season: values.season }),
    type: values.type ?? 'full',
    summary: values.summary ?? shorten(notes.lead),
    notes: notes.html,
    ...(page.body.trim() && { notesMarkdown: page.body.trim() }),
    ...(duration !== undefined && { duration }),
    ...(draft.audio && { audio: draft.audio }),
    cast,
    topics,
    chapters: chaptersOf(draft, first?.chapters ?? [], show),
    ...(first && { transcript: first.transcript }),
    translations: others.map(other => other.transcript),
    language,
    ...(image && { image }),
    explicit: values.explicit ?? show.explicit,
    guid: values.guid ?? `${show.guidPrefix}${draft.slug}`,
    links: linksOf(values.links),
    draft: values.draft ?? false,
    ...(values.soundbites && { soundbites: soundbitesOf(values.soundbites) }),
  }
  return { episode, ...(first && { read: first }) }
}

/** Transcripts of one language would have one address; the first of them has it. */
function onePerLanguage(
  refs: readonly TranscriptRef[],
  place: Place,
  findings: Findings,
): TranscriptRef[] {
  const first = new Map<string, TranscriptRef>()
  for (const ref of refs) {
    const other = first.get(ref.language)
    if (other) findings.add(problems.sameLanguage(place, ref.language, other.file, ref.file))
    else first.set(ref.language, ref)
  }
  return [...first.values()]
}

/** The editor's chapters, else those of the chapters file, else the transcript's headings. */
function chaptersOf(
  draft: EpisodeDraft,
  headings: readonly Chapter[],
  show: ShowContext,
): readonly Chapter[] {
  const { values, files, page, duration } = draft
  const given = values.chapters?.flatMap(({ time, title, url, image }) => {
    const picture = image && mediaAddressOf(image)
    return time === undefined
      ? []
      : [
          {
            start: time,
            title: title ?? '',
            ...(url && { url }),
            ...(picture && { image: picture }),
          },
        ]
  })
  if (given) return ordered(given, page.placeOf(['chapters']), duration, show)
  if (!files.chapters) return headings
  const { chapters, problems: found } = readChaptersFile(show.folder, files.chapters)
  show.findings.add(...found)
  return ordered(chapters, { file: files.chapters }, duration, show)
}

function ordered(
  chapters: readonly Chapter[],
  place: Place,
  duration: Seconds | undefined,
  show: ShowContext,
) {
  const result = orderChapters(chapters, place, duration)
  show.findings.add(...result.problems)
  return result.chapters
}

function soundbitesOf(values: NonNullable<Values<typeof episodeFields>['soundbites']>) {
  return values.flatMap(({ start, duration, title }) =>
    start === undefined || duration === undefined
      ? []
      : [{ start, duration, ...(title && { title }) }],
  )
}

export function linksOf(entries: readonly (readonly [string, string])[] | undefined): Link[] {
  return (entries ?? []).map(([name, url]) => ({ name, url }))
}

/** The first sentences of a text, whole, up to about two lines; for lists and previews. */
function shorten(text: string, most = 240): string {
  if (text.length <= most) return text
  const sentences = /^.*[.!?…]["”’)]?(?=\s)/su.exec(text.slice(0, most + 1))?.[0]
  if (sentences && sentences.length > most / 3) return sentences
  return `${text.slice(0, most).replace(/\s+\S*$/, '')} …`
}
