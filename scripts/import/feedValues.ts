import { child, childrenOf, type Element, textOf } from './xml.ts'

/** Address of a channel’s or an item’s picture. */
export function imageOf(of: Element): string | undefined {
  const href = child(of, 'itunes:image')?.attributes['href']
  return href || textOf(child(of, 'image'), 'url') || undefined
}

/** Address of an Atom link, in an Atom feed or within RSS. */
export function linkOf(of: Element, rel: string): string | undefined {
  const links = [...childrenOf(of, 'atom:link'), ...childrenOf(of, 'link')]
  return links.find(
    ({ attributes }) => (attributes['rel'] ?? 'alternate') === rel && attributes['href'],
  )?.attributes['href']
}

/** Apple’s older `yes`, `explicit` and `clean` count too. */
export function yesNo(text: string | undefined): boolean | undefined {
  const word = text?.trim().toLowerCase()
  if (word === 'true' || word === 'yes' || word === 'explicit') return true
  return word === 'false' || word === 'no' || word === 'clean' ? false : undefined
}
