import { existsSync, statSync } from 'node:fs'
import { JsonCache } from '../cache/jsonCache.ts'
import { topicAddress } from '../model/address.ts'
import { compareProblems, type Problem } from '../model/problem.ts'
import type { Episode, Html, Show, Topic } from '../model/show.ts'
import { slugify } from '../model/slug.ts'
import { audit } from './audit.ts'
import {
  askForTranscripts,
  castOf,
  type EpisodeDraft,
  linkEpisode,
  readEpisode,
  type ShowContext,
} from './episode.ts'

import { Findings } from './findings.ts'
import { type Folder, openFolder } from './folder.ts'
import type { Page } from './frontMatter.ts'
import { readGuests, readPages } from './guests.ts'
import { linkResolver, type Targets, targetsOf } from './links.ts'
import { locateEpisodes } from './locate.ts'
import { renderMarkdown } from './markdown.ts'
import { People } from './people.ts'
import * as problems from './problems.ts'
import { guidPrefix, hostsOf, readShowPage, showValues, siteOf } from './showValues.ts'
import { type TranscriptMemory, Transcripts } from './transcripts.ts'

export interface ReadOptions {
  /** The content folder. */
  readonly root: string
  /** Publishes the show elsewhere than its `url` says. */
  readonly url?: string | undefined
  /** Whether drafts and future episodes are in. */
  readonly drafts: boolean
  /** Episodes later than this stay out. */
  readonly now: Date
  /** false when only problems are wanted: estimating times takes a quarter of the reading. */
  readonly estimates?: boolean
  /** What is known of transcripts from earlier; without it all are read. */
  readonly cache?: JsonCache
  /** Transcripts of this process's earlier readings; filled by this one. */
  readonly kept?: TranscriptMemory['kept']
  /** Who reads many transcripts at once; without it they are read one after the other. */
  readonly readers?: TranscriptMemory['readers']
}

/** Either a Show, or only the problems that kept it from being one. */
export interface ReadResult {
  readonly show?: Show
  /** Sorted by `compareProblems`. */
  readonly problems: readonly Problem[]
}

/** Reads a content folder and links everything in it into one Show. */
export async function readShow(options: ReadOptions): Promise<ReadResult> {
  if (!existsSync(options.root) || !statSync(options.root).isDirectory()) {
    return { problems: [problems.noContent(options.root)] }
  }
  const folder = openFolder(options.root)
  const findings = new Findings()
  findings.add(...folder.problems)
  if (!folder.has('show.md')) findings.add(problems.noShow())
  else {
    const show = await linkShow(folder, findings, options)
    return { show, problems: show.problems }
  }
  return { problems: findings.problems.sort(compareProblems) }
}

async function linkShow(folder: Folder, findings: Findings, options: ReadOptions): Promise<Show> {
  const showPage = readShowPage(folder, findings)
  const guests = readGuests(folder, findings)
  const pages = readPages(folder, findings)
  const { cache = new JsonCache(), kept, readers } = options
  const drafts = await readEpisodes(folder, findings, options, cache)
  const people = new People(
    guests.map(draft => draft.guest),
    findings,
  )
  const values = showValues(showPage, folder, findings)
  const context: ShowContext = {
    folder,
    findings,
    estimates: options.estimates ?? true,
    people,
    hosts: hostsOf(showPage, people),
    site: siteOf(options.url ?? showPage.values.url, findings),
    language: values.language,
    explicit: values.explicit,
    guidPrefix: guidPrefix(showPage),
  }
  // Casts come first: a person without a file gets a page by being named in an episode.
  const casts = new Map(drafts.map(draft => [draft, castOf(draft, context)]))
  const topics = readTopics(drafts)
  const targets = targetsOf({
    episodes: drafts.map(({ files, slug, duration }) => ({ file: files.file, slug, duration })),
    guests: people.all(),
    topics: [...topics.keys()].map(topicAddress),
    pages: pages.map(({ page, slug }) => ({ file: page.file, slug })),
  })
  const html = (page: Page) => renderPage(page, targets, context)
  const bios = new Map(guests.map(({ guest, page }) => [guest.slug, html(page)]))
  people.complete(context.hosts, bios)
  const transcripts = new Transcripts(folder.root, people.all(), { cache, kept, readers })
  const complete = { ...context, transcripts }
  const asked = drafts.map(draft => {
    const cast = (casts.get(draft) ?? []).map(({ guest, role }) => ({
      guest: people.now(guest),
      role,
    }))
    return { draft, cast, recipes: askForTranscripts(draft, cast, complete) }
  })
  await transcripts.readUnknown()

  const audited = asked.map(({ draft, cast, recipes }) =>
    linkEpisode(draft, cast, recipes, topicsOf(draft, topics), targets, complete),
  )
  findings.add(...audit(audited))
  const episodes = audited.map(({ episode }) => episode)
  return {
    ...values,
    site: context.site,
    about: html(showPage.page),
    episodes: episodes.sort(newestFirst),
    guests: people.inOrder(context.hosts),
    topics: [...topics.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1)),
    pages: pages.map(({ slug, title, page }) => ({
      slug,
      title,
      file: page.file,
      body: html(page),
    })),
    assets: findings.assets,
    problems: findings.problems.sort(compareProblems),
  }
}

/** Every episode that is to be published now; two of one address are a problem. */
async function readEpisodes(
  folder: Folder,
  findings: Findings,
  { drafts, now }: ReadOptions,
  cache: JsonCache,
): Promise<EpisodeDraft[]> {
  const located = locateEpisodes(folder)
  findings.add(...located.problems)
  const bySlug = new Map<string, string>()
  const episodes: EpisodeDraft[] = []
  for (const files of located.episodes) {
    const other = bySlug.get(files.slug)
    if (other) findings.add(problems.sameSlug({ file: files.file }, files.slug, other))
    bySlug.set(files.slug, files.file)
    const draft = await readEpisode(files, folder, findings, cache)
    const waits = draft.values.draft || new Date(draft.date) > now
    if (!other && (drafts || !waits)) episodes.push(draft)
  }
  return episodes
}

function renderPage(page: Page, targets: Targets, { site, folder, findings }: ShowContext): Html {
  const { html, problems: found } = renderMarkdown(page.body, {
    file: page.file,
    line: page.bodyLine,
    ...linkResolver(page.file, site, targets, folder, findings),
  })
  findings.add(...found)
  return html
}

/** Topics by slug; the first spelling of a topic is its name. */
function readTopics(drafts: readonly EpisodeDraft[]): ReadonlyMap<string, Topic> {
  const topics = new Map<string, Topic>()
  for (const name of drafts.flatMap(draft => draft.values.topics ?? [])) {
    const slug = slugify(name)
    if (slug !== '' && !topics.has(slug)) topics.set(slug, { slug, name })
  }
  return topics
}

function topicsOf(draft: EpisodeDraft, topics: ReadonlyMap<string, Topic>): Topic[] {
  const slugs = new Set((draft.values.topics ?? []).map(slugify))
  return [...slugs].flatMap(slug => topics.get(slug) ?? [])
}

function newestFirst(a: Episode, b: Episode): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1
  return (b.number ?? 0) - (a.number ?? 0) || (a.slug < b.slug ? -1 : 1)
}
