import { showFields } from '../content/fields.ts'
import { pageText } from '../new/pageText.ts'
import type { Feed } from './feed.ts'
import { htmlToMarkdown, htmlToText } from './htmlToMarkdown.ts'
import { usable } from './usable.ts'

/** What `show.md` needs beside the feed. */
export interface ShowParts {
  /** Slugs. */
  readonly hosts: readonly string[]
  /** A path, or an address where the picture could not be fetched. */
  readonly image: string | undefined
}

/** `show.md` from what a feed says of its show. */
export function showPage(
  { show, items }: Feed,
  { hosts, image }: ShowParts,
  refuse: (reason: string) => void,
): string {
  const title = show.title ?? 'Untitled show'
  const seasons = Object.fromEntries(
    items
      .filter(item => item.season !== undefined && item.seasonName)
      .map(item => [String(item.season), item.seasonName]),
  )
  const lines = usable(
    showFields,
    [
      { field: 'title', value: title },
      { field: 'url', value: show.link, comment: 'where the site will be published' },
      { field: 'description', value: htmlToText(show.description ?? '') },
      { field: 'language', value: show.language },
      { field: 'hosts', value: hosts },
      { field: 'author', value: show.author },
      { field: 'email', value: show.email },
      { field: 'category', value: show.category },
      // What goes without saying is left out.
      { field: 'explicit', value: show.explicit || undefined },
      { field: 'image', value: image && { src: image, alt: `Cover of ${title}` } },
      { field: 'copyright', value: show.copyright },
      { field: 'license', value: show.license },
      { field: 'medium', value: show.medium === 'podcast' ? undefined : show.medium },
      { field: 'order', value: show.order === 'episodic' ? undefined : show.order },
      { field: 'locked', value: show.locked || undefined },
      { field: 'funding', value: show.funding },
      { field: 'seasons', value: Object.keys(seasons).length > 0 ? seasons : undefined },
      { field: 'guid', value: show.guid, comment: 'for podcast apps; never change it' },
    ],
    refuse,
  )
  return pageText(lines, htmlToMarkdown(show.description ?? ''))
}
