import { readName } from '../content/locate.ts'
import { slugify } from '../model/slug.ts'

/** What an episode's file name is made of. */
export interface NameParts {
  readonly title: string
  readonly number?: number | undefined
  /** `2026-03-03…`; stands before a title that begins with a number of its own. */
  readonly date?: string | undefined
  /** Used where a title has no letter or digit. */
  readonly fallback?: string | undefined
}

/**
 * The path from the content folder, without an ending, for a new episode:
 * `episodes/004-open-models`. The number stands first, so that folders are in the show's order.
 *
 * @param taken whether a slug is another episode's already; `-2`, `-3` … are then tried
 */
export function episodeStem(parts: NameParts, taken: (slug: string) => boolean): string {
  const base = slugify(parts.title) || slugify(parts.fallback ?? '') || 'episode'
  let slug = base
  for (let n = 2; taken(slug); n++) slug = `${base}-${n}`
  if (parts.number !== undefined) return `episodes/${String(parts.number).padStart(3, '0')}-${slug}`
  // `2023-in-review` would be read as episode number 2023.
  if (readName(slug).slug === slug) return `episodes/${slug}`
  const day = /^\d{4}-\d{2}-\d{2}/.exec(parts.date ?? '')?.[0] ?? '0001-01-01'
  return `episodes/${day}-${slug}`
}
