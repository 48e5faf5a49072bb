import { parseSite, type Site } from '../model/address.ts'
import { formatColour, LEAST_CONTRAST, PAPER, parseColour, readableOn } from '../model/colour.ts'
import type { Admin, Guest, Link, Show, Theme } from '../model/show.ts'
import { slugify } from '../model/slug.ts'
import { linksOf } from './episode.ts'
import { showFields, type Values } from './fields.ts'
import type { Findings } from './findings.ts'
import { type Folder, readText } from './folder.ts'
import { type Page, splitPage } from './frontMatter.ts'
import { readImage } from './images.ts'
import type { People } from './people.ts'
import * as problems from './problems.ts'
import { readFields } from './readFields.ts'

/** `show.md` as it was read. */
export interface ShowPage {
  readonly page: Page
  readonly values: Values<typeof showFields>
}

/** The house colour, for a show that names none. */
const ACCENT = '#9a3b26'

export function readShowPage(folder: Folder, findings: Findings): ShowPage {
  const page = splitPage(readText(folder, 'show.md'))
  const { values, problems: found } = readFields(page, showFields)
  findings.add(...page.problems, ...found)
  return { page, values }
}

/** Where the show is published; this computer, after a problem, when nobody says. */
export function siteOf(url: string | undefined, findings: Findings): Site {
  const site = url === undefined ? undefined : parseSite(url)
  if (site) return site
  findings.add(problems.noUrl())
  return { origin: 'http://localhost:8080', base: '/' }
}

export function hostsOf({ page, values }: ShowPage, people: People): Guest[] {
  return (values.hosts ?? []).flatMap(
    (written, i) => people.find(written, page.placeOf(['hosts', i])) ?? [],
  )
}

/** Stands before an episode's slug in a guid that the editor doesn't give. */
export function guidPrefix({ values }: ShowPage): string {
  return `${slugify(values.title ?? '') || 'show'}/`
}

/** What `show.md` says by itself. */
export function showValues(
  { page, values }: ShowPage,
  folder: Folder,
  findings: Findings,
): Omit<
  Show,
  'site' | 'about' | 'episodes' | 'guests' | 'topics' | 'pages' | 'assets' | 'problems'
> {
  const { author, email, copyright, license, guid, repository, medium, order } = values
  const image = readImage(
    values.image,
    page.placeOf(['image']),
    folder,
    findings,
    `The cover of ${values.title ?? 'the show'}`,
  )
  return {
    title: values.title ?? '',
    description: values.description ?? '',
    language: values.language ?? 'en',
    ...(author && { author }),
    ...(email && { email }),
    ...(values.category && { category: values.category.join(', ') }),
    ...(copyright && { copyright }),
    ...(license && { license }),
    ...(guid && { guid }),
    ...(repository && { repository }),
    ...(values.admin && { admin: adminOf(values, page, findings) }),
    ...(medium && { medium }),
    ...(order && { order }),
    ...(values.feedLimit && { feedLimit: values.feedLimit }),
    ...(values.seasons && { seasons: seasonsOf(values.seasons) }),
    ...(image && { image }),
    explicit: values.explicit ?? false,
    locked: values.locked ?? false,
    funding: (values.funding ?? []).flatMap(fundingOf),
    listen: linksOf(values.listen),
    theme: themeOf(values.theme, page, findings),
  }
}

function fundingOf(value: NonNullable<ShowPage['values']['funding']>[number]): Link[] {
  if (isEntries(value)) return linksOf(value)
  return value.url ? [{ url: value.url, name: value.name ?? 'Support the show' }] : []
}

function isEntries(value: object): value is readonly (readonly [string, string])[] {
  return Array.isArray(value)
}

function seasonsOf(entries: readonly (readonly [string, string])[]) {
  return entries
    .map(([number, name]) => ({ number: Number(number), name }))
    .filter(season => Number.isInteger(season.number))
}

/** The form writes to the repository, so it needs one that it knows how to reach. */
function adminOf(
  { admin = {}, repository }: ShowPage['values'],
  page: Page,
  findings: Findings,
): Admin {
  const host = repository === undefined ? '' : new URL(repository).hostname
  if (!['github.com', 'gitlab.com', 'codeberg.org'].includes(host))
    findings.add(problems.adminWithoutRepository(page.placeOf(['admin'])))
  return { branch: admin.branch ?? 'main', ...(admin.auth && { auth: admin.auth }) }
}

function themeOf(theme: ShowPage['values']['theme'], page: Page, findings: Findings): Theme {
  const fonts = theme?.fonts ?? 'book'
  const accent = theme?.accent
  if (accent === undefined) return { accent: ACCENT, fonts }
  const colour = parseColour(accent)
  const paper = parseColour(PAPER.day)
  const place = page.placeOf(['theme', 'accent'])
  if (!colour) {
    findings.add(problems.badColour(place, accent))
    return { accent: ACCENT, fonts }
  }
  const fitted = paper && readableOn(paper, colour, LEAST_CONTRAST)
  if (fitted && fitted.lightness !== colour.lightness) {
    findings.add(problems.faintColour(place, accent, formatColour(fitted)))
  }
  return { accent, fonts }
}
