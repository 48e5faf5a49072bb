import path from 'node:path'
import siteMap, { drawPictures, type Press } from '../../.eleventy.ts'
import { cacheFolder, pictureCache } from '../cache/cacheFolder.ts'
import type { JsonCache } from '../cache/jsonCache.ts'
import type { SiteFolder } from '../cache/siteFolder.ts'
import type { Digests } from '../insight/digests.ts'
import type { Show } from '../model/show.ts'
import { ROOT } from '../root.ts'
import { INDEX_FOLDER } from '../search/manifest.ts'
import { publishMedia } from './media.ts'
import { MARKER } from './publish.ts'
import { plural } from './report.ts'
import type { SearchBeside } from './searchBeside.ts'
import type { Stages } from './stages.ts'

export interface SiteOptions {
  /** The content folder, for the files that are published as they are. */
  readonly content: string
  /** Where the site is written. */
  readonly site: SiteFolder
  /** The site that this one will replace, if there is one. */
  readonly before: string
  /** What is known of media that the last build has copied. */
  readonly media: JsonCache
  /** Prints what is made of transcripts. */
  readonly press: Press
  readonly digests: Digests
  /** Who writes the search index; without it there is none. */
  readonly search: SearchBeside | undefined
  /** Whether link previews get a drawn card each. */
  readonly cards: boolean
  readonly stages: Stages
}

/** Writes everything that a Show is made into: pages, downloads, media, search index. */
export async function writeSite(show: Show, options: SiteOptions): Promise<void> {
  const { content, site, stages, press, search } = options
  const place = { content, folder: site.path, cacheDir: path.join(cacheFolder(content), 'search') }
  const index = search && [
    stages.run(
      'search',
      () => search.write(show, press, place),
      ({ records }) => plural(records, 'passage'),
    ),
  ]
  await allOf([...(index ?? []), writeFiles(show, options)])
  site.sweep([MARKER, ...(search ? [INDEX_FOLDER] : [])])
}

/** Writes everything but the search index. */
async function writeFiles(show: Show, options: SiteOptions): Promise<void> {
  const { content, site, stages, digests } = options
  const pictures = await stages.run(
    'pictures',
    () => drawPictures(show, { content, cache: pictureCache(), cards: options.cards, digests }),
    ({ made, files, unreadable }) =>
      `${plural(files.length, 'file')}, ${made} of them new${unreadable.length > 0 ? `; no picture: ${unreadable.join(', ')}` : ''}`,
  )
  await stages.run(
    'pages',
    () => writePages(show, pictures, options),
    () =>
      `${plural(show.episodes.length, 'episode')}, ${plural(show.guests.length, 'person', 'people')}, ${plural(show.topics.length, 'topic')}`,
  )
  if (show.assets.length > 0) {
    await stages.run(
      'media',
      () => publishMedia(show.assets, content, site, options.before, options.media),
      () => plural(show.assets.length, 'file'),
    )
  }
}

/** Waits for all of them, so that nothing goes on when one has failed; then throws for that one. */
async function allOf(work: readonly Promise<unknown>[]): Promise<void> {
  const ended = await Promise.allSettled(work)
  for (const end of ended) if (end.status === 'rejected') throw end.reason
}

type Drawn = Awaited<ReturnType<typeof drawPictures>>

async function writePages(show: Show, pictures: Drawn, options: SiteOptions): Promise<void> {
  const { site, press, digests } = options
  // Loaded only now: it takes half a second, and by now the search index is in the making.
  const { default: Eleventy } = await import('@11ty/eleventy')
  const eleventy = new Eleventy(path.join(ROOT, 'layouts', 'pages'), site.path, {
    quietMode: true,
    configPath: undefined,
    config: siteMap(show, { pictures, press, digests }),
  })
  eleventy.disableLogger()
  await eleventy.write()
  await press.finish()
}
