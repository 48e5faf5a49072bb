import { constants, copyFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import Eleventy from '@11ty/eleventy'
import site from '../../.eleventy.ts'
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
  readonly stages: Stages
}

/** Writes everything that a Show is made into: pages, downloads, media, search index. */
export async function writeSite(show: Show, options: SiteOptions): Promise<void> {
  const { content, folder, stages } = options
  await stages.run(
    'pages',
    () => writePages(show, folder),
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
      () => writeSearchIndex(show, folder),
      ({ records }) => plural(records, 'passage'),
    )
  }
}

async function writePages(show: Show, folder: string): Promise<void> {
  const root = path.resolve(import.meta.dirname, '../..')
  const eleventy = new Eleventy(path.join(root, 'layouts', 'pages'), folder, {
    quietMode: true,
    configPath: undefined,
    config: site(show),
  })
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
