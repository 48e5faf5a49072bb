import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { episodeFields, guestFields, type Values } from '../content/fields.ts'
import { type Folder, openFolder, readText } from '../content/folder.ts'
import { splitPage } from '../content/frontMatter.ts'
import { locateEpisodes } from '../content/locate.ts'
import { readFields } from '../content/readFields.ts'
import { slugify } from '../model/slug.ts'

/** An episode that is there already, as far as its own file says. */
export interface ExistingEpisode {
  readonly file: string
  /** The path that its files share: `episodes/004-foghorns`. */
  readonly stem: string
  readonly slug: string
  readonly number?: number
  readonly transcripts: readonly string[]
  readonly values: Values<typeof episodeFields>
}

export interface ExistingGuest {
  readonly file: string
  readonly slug: string
  readonly name: string
  readonly aliases: readonly string[]
}

/** What a content folder holds before something is added to it. Problems in it are not our business here. */
export interface Existing {
  readonly folder: Folder
  readonly episodes: readonly ExistingEpisode[]
  readonly guests: readonly ExistingGuest[]
  /** The person whom an editor means by a name, an alias or a slug. */
  guest(written: string): ExistingGuest | undefined
}

/** A folder that is still to be made. */
const NOTHING: Folder = {
  root: '',
  files: [],
  has: () => false,
  find: () => undefined,
  sizeOf: () => 0,
  problems: [],
}

export function readExisting(content: string): Existing {
  const folder = existsSync(content) ? openFolder(content) : NOTHING
  const episodes = locateEpisodes(folder).episodes.map(files => {
    const { values } = readFields(splitPage(readText(folder, files.file)), episodeFields)
    const number = values.number ?? files.number
    return {
      file: files.file,
      stem: files.file.replace(/(\/episode)?\.md$/, ''),
      slug: files.slug,
      transcripts: files.transcripts,
      ...(number !== undefined && { number }),
      values,
    }
  })
  const guests = folder.files
    .filter(file => /^guests\/[^/]+\.md$/.test(file))
    .map(file => {
      const { values } = readFields(splitPage(readText(folder, file)), guestFields)
      const slug = slugify(file.slice('guests/'.length, -'.md'.length))
      return { file, slug, name: values.name ?? slug, aliases: values.aliases ?? [] }
    })
  return {
    folder,
    episodes,
    guests,
    guest(written) {
      const slug = slugify(written)
      return (
        guests.find(guest => guest.slug === slug || slugify(guest.name) === slug) ??
        guests.find(guest => guest.aliases.some(alias => slugify(alias) === slug))
      )
    },
  }
}

/** Whether a path from the content folder is taken, also by a file that the site doesn't read. */
export function isTaken(content: string, file: string): boolean {
  return existsSync(path.join(content, file))
}

/** The text of a file in the content folder, or undefined when there is none. */
export function textOf(content: string, file: string): string | undefined {
  const absolute = path.join(content, file)
  return existsSync(absolute) ? readFileSync(absolute, 'utf8') : undefined
}
