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
import { publishPicture } from './images.ts'
import { isOpen, isWebAddress, mediaAddressOf } from './kinds.ts'
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
    if (file) targets.set(file.normalize('NFC'), target)
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
    const own = targets.get(file.normalize('NFC'))
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
    const asset = assetOf(file, written, folder)
    if (asset !== undefined && !/\.md$/i.test(asset)) {
      const address = findings.publish(folder, place, asset)
      // Where there is nothing to lead to, the words stay and the link goes.
      return address === undefined ? {} : { href: pathOf(site, address) }
    }
    return { href, problem: problems.brokenLink(place, href, suggest(written, targets.keys())) }
  }
  return {
    link: follow,
    image(src, place) {
      if (mediaAddressOf(src) !== undefined) {
        return isOpen(src) ? { src, problem: problems.openMedia(place, src) } : { src }
      }
      const asset = assetOf(file, src, folder) ?? findings.find(folder, place, decode(src))
      const address =
        asset === undefined ? undefined : publishPicture(asset, place, folder, findings)
      return address === undefined ? {} : { src: pathOf(site, address) }
    },
  }
}

function findTarget(file: string, written: string, targets: Targets): Target | undefined {
  if (written.startsWith('/')) return targets.get(written) ?? targets.get(`${written}/`)
  const beside = path.posix.join(path.posix.dirname(file), decode(written))
  return targets.get(path.posix.normalize(beside).normalize('NFC'))
}

/** The file that a link means, whichever part of its name is written as `%20` and the like. */
function assetOf(from: string, written: string, folder: Folder): string | undefined {
  for (const name of [decode(written, decodeURIComponent), decode(written), written]) {
    const found = folder.find(resolvePath(from, name))
    if (found !== undefined) return found
  }
  return undefined
}

function decode(href: string, by = decodeURI): string {
  try {
    return by(href)
  } catch {
    // A stray `%` in a file's name: it stands for itself.
    return href
  }
}
