import {
  type Address,
  episodeAddress,
  guestAddress,
  pageAddress,
  urlOf,
} from '../../scripts/model/address.ts'
import type { Show } from '../../scripts/model/show.ts'

/** Makes every link of an editor's Markdown whole, so that it leads somewhere from anywhere. */
export type AbsoluteMarkdown = (markdown: string, page: Address) => string

/**
 * Links between files of the content folder (`[Foghorns](004-foghorns.md)`) lead to their pages,
 * `#t=754` to the page's moment, and pictures to where they are published.
 */
export function absoluteMarkdown(show: Show): AbsoluteMarkdown {
  const { site, episodes, guests, pages, assets } = show
  const addresses = new Map<string, Address>()
  const add = (file: string | undefined, address: Address) => {
    if (file === undefined) return
    addresses.set(file, address)
    addresses.set(nameOf(file), address)
  }
  for (const { file, address } of assets) add(file, address)
  for (const { file, slug } of pages) add(file, pageAddress(slug))
  for (const { file, slug } of guests) add(file, guestAddress(slug))
  for (const { file, slug } of episodes) add(file, episodeAddress(slug))

  return (markdown, page) =>
    markdown.replace(/(\]\()([^()\s]+)/g, (whole, open: string, target: string) => {
      if (URL.canParse(target)) return whole
      if (target.startsWith('#')) return `${open}${urlOf(site, page)}${target}`
      const [, path = '', rest = ''] = /^([^#?]*)(.*)$/.exec(target) ?? []
      const file = decode(path).replace(/^(\.{0,2}\/)+/, '')
      const address = addresses.get(file) ?? addresses.get(nameOf(file))
      if (address) return `${open}${urlOf(site, address)}${rest}`
      const full = new URL(target, urlOf(site, page)).href
      return `${open}${full}`
    })
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1)
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    // A stray `%` in a file's name: it stands for itself.
    return path
  }
}
