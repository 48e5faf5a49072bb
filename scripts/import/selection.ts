import { UsageError } from '../commands/commandLine.ts'
import { slugify } from '../model/slug.ts'
import type { FeedItem } from './feedItem.ts'
import { slugOf } from './itemName.ts'

/**
 * The items that `--only` asks for: a number, a slug, a guid, several of them with commas between,
 * or `latest 10`.
 */
export function selectItems(
  items: readonly FeedItem[],
  only: string | undefined,
): readonly FeedItem[] {
  if (only === undefined) return items
  const latest = /^latest(?:[\s:=]+(\d+))?$/i.exec(only.trim())
  if (latest) {
    const newest = items.toSorted((a, b) => timeOf(b) - timeOf(a)).slice(0, Number(latest[1] ?? 1))
    return items.filter(item => newest.includes(item))
  }
  const whole = items.filter(item => item.guid === only.trim())
  if (whole.length > 0) return whole
  const wanted = only.split(',').map(it => it.trim())
  const found = wanted.map(want => items.filter(item => matches(item, want)))
  const missing = wanted.filter((_, i) => found[i]?.length === 0)
  if (missing.length > 0) {
    throw new UsageError(
      `The feed has no episode ${missing.map(it => `“${it}”`).join(' or ')}. --only takes a number, a slug, a guid, or “latest 10”.`,
    )
  }
  const chosen = new Set(found.flat())
  return items.filter(item => chosen.has(item))
}

function matches(item: FeedItem, want: string): boolean {
  if (item.guid === want) return true
  if (/^\d+$/.test(want)) return item.number === Number(want)
  const slug = slugify(want.replace(/^\d+-(?=.)/, ''))
  return slug !== '' && [slugOf(item), slugify(item.title ?? '')].includes(slug)
}

function timeOf({ date }: FeedItem): number {
  const time = new Date(date ?? '').getTime()
  return Number.isNaN(time) ? 0 : time
}
