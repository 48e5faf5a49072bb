import { isSlug, slugify } from '../model/slug.ts'
import type { FeedItem } from './feedItem.ts'
import { htmlToText } from './htmlToMarkdown.ts'

export function titleOf(item: FeedItem): string {
  if (item.title) return item.title.replace(/\s+/g, ' ')
  const words = htmlToText(item.notes).split(' ').slice(0, 8).join(' ')
  return words || 'Untitled'
}

/**
 * The slug that an item should get: its old one, so that addresses go on, where the address of its
 * old page ends in words; else its title's.
 */
export function slugOf(item: FeedItem): string {
  const title = slugify(titleOf(item))
  const segments = item.link && URL.canParse(item.link) ? pathOf(new URL(item.link)) : []
  const last = (segments.at(-1) ?? '').replace(/\.html?$/, '').replace(/^\d+-(?=\p{L})/u, '')
  if (!isSlug(last) || !/\p{L}{3}/u.test(last)) return title
  const words = title.split('-')
  const ofTitle = last.split('-').every(word => words.includes(word))
  return ofTitle || segments.at(-2) === 'episodes' ? last : title
}

function pathOf(url: URL): string[] {
  try {
    return decodeURIComponent(url.pathname)
      .split('/')
      .filter(segment => segment !== '')
  } catch {
    // A stray `%`: not the address of a page with a name.
    return []
  }
}
