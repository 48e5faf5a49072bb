import path from 'node:path'
import { UsageError } from '../commands/commandLine.ts'
import { isWebAddress } from '../content/kinds.ts'
import { slugify } from '../model/slug.ts'
import type { Asker } from './ask.ts'
import type { NewPages } from './episode.ts'
import type { Existing } from './existing.ts'
import { type FrontMatterLine, pageText } from './pageText.ts'
import { type NewFile, readableFile } from './writeNew.ts'

/** What is known about a new person. */
export interface GuestWishes {
  readonly name?: string | undefined
  /** What they do. */
  readonly title?: string | undefined
  readonly pronouns?: string | undefined
  readonly aliases?: readonly string[] | undefined
  /** Path of a file to copy, or an address. */
  readonly photo?: string | undefined
  readonly site?: string | undefined
}

/** Puts a new person's page together, with the portrait. */
export async function newGuest(
  wishes: GuestWishes,
  existing: Existing,
  asker: Asker | undefined,
): Promise<NewPages> {
  const said = asker ? await askAbout(wishes, asker) : wishes
  const name = said.name?.trim()
  if (!name) throw new UsageError('A new guest needs a name: npm run new -- guest "Ann Lee"')
  const other = existing.guest(name)
  if (other) {
    throw new UsageError(
      `${other.file} is ${other.name} already. Nothing was written; edit that file, or give a longer name.`,
    )
  }
  const page = guestFile({ ...said, name })
  const stem = page.file.slice(0, -'.md'.length)
  if (!said.photo || isWebAddress(said.photo)) return { files: [page], notes: [] }
  const source = readableFile(said.photo, 'photo')
  const file = `${stem}${path.extname(source).toLowerCase()}`
  return {
    files: [
      guestFile({ ...said, name, photo: path.posix.basename(file) }),
      { file, copyOf: source },
    ],
    notes: [],
  }
}

/** A person's page. */
export function guestFile(guest: GuestWishes & { readonly name: string }): NewFile & {
  readonly text: string
} {
  const slug = slugify(guest.name)
  if (slug === '') {
    throw new UsageError(`“${guest.name}” has no letter or digit to make an address of.`)
  }
  const or = (field: string, value: unknown, example: string, comment?: string): FrontMatterLine =>
    value === undefined || value === ''
      ? { field, example, ...(comment && { comment }) }
      : { field, value }
  const text = pageText(
    [
      { field: 'name', value: guest.name },
      or('title', guest.title, 'Keeper of a lighthouse', 'what they do'),
      or('pronouns', guest.pronouns, 'she/her'),
      or('aliases', guest.aliases, '[Ann, SPEAKER_01]', 'other names transcripts use'),
      guest.photo
        ? { field: 'photo', value: { src: guest.photo, alt: `Portrait of ${guest.name}` } }
        : { field: 'photo', example: `{src: ${slug}.jpg, alt: Who is to be seen, and where}` },
      or('links', guest.site && { site: guest.site }, '{site: https://example.org/}'),
      { comment: 'Below: who they are, in a few sentences.' },
    ],
    '',
  )
  return { file: `guests/${slug}.md`, text }
}

async function askAbout(wishes: GuestWishes, asker: Asker): Promise<GuestWishes> {
  const name = wishes.name || (await asker.ask('Name'))
  const title = wishes.title ?? (await asker.ask('What they do'))
  const pronouns = wishes.pronouns ?? (await asker.ask('Pronouns'))
  const site = wishes.site ?? (await asker.ask('Their site'))
  const photo = wishes.photo ?? (await asker.ask('Path of a photo, if it is there'))
  return { ...wishes, name, title, pronouns, site, photo }
}
