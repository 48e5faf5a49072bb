import { constants, copyFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import Eleventy from '@11ty/eleventy'
import site, { drawPictures } from '../../.eleventy.ts'
import { cacheFolder, PICTURE_CACHE } from '../cache/cacheFolder.ts'
import type { Asset, Show } from '../model/show.ts'
import { writeSearchIndex } from '../search/index.ts'
import { plural } from './report.ts'
import type { Stages } from './stages.ts'

export interface SiteOptions {
  /** The content folder, for the files that are published as they are. */
  readonly content: string
  /** Where the site is written; exists and is empty. */
  readonly folder: string
  readonly search: boolean
  /** Whether link previews get a drawn card each. */
  readonly cards: boolean
  readonly stages: Stages
}

const ROOT = path.resolve(import.meta.dirname, '../..')

/** Writes everything that a Show is made into: pages, downloads, media, search index. */
export async function writeSite(show: Show, options: SiteOptions): Promise<void> {
  const { content, folder, stages } = options
  const pictures = await stages.run(
    'pictures',
    () => drawPictures(show, { content, cache: PICTURE_CACHE, cards: options.cards }),
    ({ made, files, unreadable }) =>
      `${plural(files.length, 'file')}, ${made} of them new${unreadable.length > 0 ? `; no picture: ${unreadable.join(', ')}` : ''}`,
  )
  await stages.run(
    'pages',
    () => writePages(show, folder, pictures),
    () =>
      `${plural(show.episodes.length, 'episode')}, ${plural(show.guests.length, 'person', 'people')}, ${plural(show.topics.length, 'topic')}`,
  )
  if (show.assets.length > 0) {
    await stages.run(
      'media',
      () => copyAssets(show.assets, content, folder),
      () => plural(show.assets.length, 'file'),
    )
  }
  if (options.search) {
    await stages.run(
      'search',
      () => writeSearchIndex(show, folder, { cacheDir: path.join(cacheFolder(content), 'search') }),
      ({ records }) => plural(records, 'passage'),
    )
  }
}

type Drawn = Awaited<ReturnType<typeof drawPictures>>

async function writePages(show: Show, folder: string, pictures: Drawn): Promise<void> {
  const eleventy = new Eleventy(path.join(ROOT, 'layouts', 'pages'), folder, {
    quietMode: true,
    configPath: undefined,
    config: site(show, pictures),
  })
  eleventy.disableLogger()
  await eleventy.write()
}

function copyAssets(assets: readonly Asset[], content: string, folder: string): void {
  for (const { file, address } of assets) {
    const target = path.join(folder, decodeURIComponent(address))
    mkdirSync(path.dirname(target), { recursive: true })
    // A copy-on-write clone where the disk can: audio is most of a site's bytes.
    copyFileSync(path.join(content, file), target, constants.COPYFILE_FICLONE)
  }
}
