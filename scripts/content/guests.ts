import type { Guest, Html } from '../model/show.ts'
import { slugify } from '../model/slug.ts'
import { linksOf } from './episode.ts'
import { guestFields, pageFields } from './fields.ts'
import type { Findings } from './findings.ts'
import { type Folder, readText } from './folder.ts'
import { type Page, splitPage } from './frontMatter.ts'
import { readImage } from './images.ts'
import * as problems from './problems.ts'
import { readFields } from './readFields.ts'

/** A guest's file as it was read; the bio waits until all addresses are known. */
export interface GuestDraft {
  readonly guest: Guest
  readonly page: Page
}

export function readGuests(folder: Folder, findings: Findings): GuestDraft[] {
  return namedFiles(folder, 'guests', findings).flatMap(({ file, slug }) => {
    const page = splitPage(readText(folder, file))
    const { values, problems: found } = readFields(page, guestFields)
    findings.add(...page.problems, ...found)
    if (!values.name) return []
    const photo = readImage(values.photo, page.placeOf(['photo']), folder, findings, values.name)
    const guest: Guest = {
      slug,
      name: values.name,
      aliases: values.aliases ?? [],
      ...(values.title && { title: values.title }),
      ...(values.pronouns && { pronouns: values.pronouns }),
      ...(photo && { photo }),
      links: linksOf(values.links),
      bio: '' as Html,
      host: false,
      file,
    }
    return [{ guest, page }]
  })
}

/** A page of the show's own, from `pages/`. */
export interface PageDraft {
  readonly slug: string
  readonly title: string
  readonly page: Page
}

/** Addresses that the site itself uses. */
const RESERVED = new Set([
  'episodes',
  'guests',
  'topics',
  'search',
  'assets',
  'media',
  'admin',
  '404',
])

export function readPages(folder: Folder, findings: Findings): PageDraft[] {
  return namedFiles(folder, 'pages', findings).flatMap(({ file, slug }) => {
    const page = splitPage(readText(folder, file))
    const { values, problems: found } = readFields(page, pageFields)
    findings.add(...page.problems, ...found)
    if (RESERVED.has(slug)) findings.add(problems.reservedSlug({ file }, slug))
    return values.title && !RESERVED.has(slug) ? [{ slug, title: values.title, page }] : []
  })
}

function namedFiles(folder: Folder, below: string, findings: Findings) {
  const seen = new Map<string, string>()
  return folder.files
    .filter(
      file => file.startsWith(`${below}/`) && /\.md$/i.test(file) && file.split('/').length === 2,
    )
    .flatMap(file => {
      const slug = slugify(file.slice(below.length + 1, -'.md'.length))
      const other = seen.get(slug)
      if (slug === '') findings.add(problems.noSlug(file))
      else if (other) findings.add(problems.sameSlug({ file }, slug, other))
      if (slug === '' || other) return []
      seen.set(slug, file)
      return [{ file, slug }]
    })
}
