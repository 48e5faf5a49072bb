import path from 'node:path'
import {
  type Address,
  episodeAddress,
  guestAddress,
  pageAddress,
  parseMoment,
  pathOf,
  type Site,
} from '../model/address.ts'
import type { Place } from '../model/problem.ts'
import type { Seconds } from '../model/time.ts'
import type { Findings } from './findings.ts'
import { type Folder, resolvePath } from './folder.ts'
import { isWebAddress } from './kinds.ts'
import type { MarkdownContext } from './markdown.ts'
import * as problems from './problems.ts'
import { suggest } from './suggest.ts'

/** A page of the site that Markdown can link to. */
export interface Target {
  readonly address: Address
  /** For `#t=` links to an episode. */
  readonly duration?: Seconds | undefined
}

/** Every page by its address and by the file it is made from. */
export type Targets = ReadonlyMap<string, Target>

const FIXED: readonly Address[] = [
  '/',
  '/episodes/',
  '/guests/',
  '/topics/',
  '/search/',
  '/about/',
  '/feed.xml',
]

/** The pages that content makes, each under its file's path and under its address. */
export function targetsOf(made: {
  readonly episodes: readonly {
    readonly file: string
    readonly slug: string
    readonly duration?: Seconds | undefined
  }[]
  readonly guests: readonly { readonly file?: string; readonly slug: string }[]
  readonly topics: readonly Address[]
  readonly pages: readonly { readonly file: string; readonly slug: string }[]
}): Targets {
  const targets = new Map<string, Target>()
  const add = (target: Target, file?: string) => {
    targets.set(target.address, target)
    if (file) targets.set(file, target)
  }
  for (const address of [...FIXED, ...made.topics]) add({ address })
  for (const { slug, file, duration } of made.episodes)
    add({ address: episodeAddress(slug), duration }, file)
  for (const { slug, file } of made.guests) add({ address: guestAddress(slug) }, file)
  for (const { slug, file } of made.pages) add({ address: pageAddress(slug) }, file)
  add({ address: '/about/' }, 'show.md')
  return targets
}

/** How the links and pictures of one Markdown file are resolved. */
export function linkResolver(
  file: string,
  site: Site,
  targets: Targets,
  folder: Folder,
  findings: Findings,
): Pick<MarkdownContext, 'link' | 'image'> {
  const follow = (href: string, place: Place) => {
    if (isWebAddress(href)) return { href }
    const own = targets.get(file)
    const hash = href.indexOf('#')
    const written = hash < 0 ? href : href.slice(0, hash)
    const rest = hash < 0 ? '' : href.slice(hash)
    const target = written === '' ? own : findTarget(file, written, targets)
    if (target) {
      const moment = parseMoment(rest)
      const problem =
        moment && target.duration !== undefined && moment.start > target.duration
          ? problems.momentOutside(place, href, target.duration)
          : undefined
      return {
        href: written === '' ? rest : pathOf(site, target.address) + rest,
        ...(problem && { problem }),
      }
    }
    const asset = resolvePath(file, decode(written))
    if (folder.has(asset) && !asset.endsWith('.md'))
      return { href: pathOf(site, findings.publish(asset)) }
    return { href, problem: problems.brokenLink(place, href, suggest(written, targets.keys())) }
  }
  return {
    link: follow,
    image(src, place) {
      if (isWebAddress(src)) return { src }
      const found = findings.find(folder, place, decode(src))
      return found === undefined ? {} : { src: pathOf(site, findings.publish(found)) }
    },
  }
}

function findTarget(file: string, written: string, targets: Targets): Target | undefined {
  if (written.startsWith('/')) return targets.get(written) ?? targets.get(`${written}/`)
  return targets.get(
    path.posix.normalize(path.posix.join(path.posix.dirname(file), decode(written))),
  )
}

function decode(href: string): string {
  try {
    return decodeURI(href)
  } catch {
    // A stray `%` in a file's name: it stands for itself.
    return href
  }
}
