import type { Survey } from '../scripts/insight/survey.ts'
import { type Address, isAddress, pathOf } from '../scripts/model/address.ts'
import type { Html, Show } from '../scripts/model/show.ts'
import type { Assets } from './assets.ts'
import type { Pictures } from './pictures.ts'

/** What every page is made from: the show, and the styles and scripts it is set with. */
export interface Edition {
  readonly show: Show
  readonly assets: Assets
  readonly pictures: Pictures
  /** What can be worked out from what is said. */
  readonly survey: Survey
}

/**
 * What the page of one episode is made from, beside the episode itself: nothing in it says anything
 * about any other, so that the page stays as it is while others come and go.
 */
export interface EpisodeEdition extends Omit<Edition, 'survey'> {
  readonly survey: Pick<Survey, 'digests' | 'digest' | 'related'>
}

const alone = new WeakMap<Edition, EpisodeEdition>()

/** The edition for pages of single episodes. */
export function withoutOthers(edition: Edition): EpisodeEdition {
  const known = alone.get(edition) ?? leaveOut(edition)
  alone.set(edition, known)
  return known
}

function leaveOut({ show, assets, pictures, survey }: Edition): EpisodeEdition {
  // Of the topics a page asks only whether there are any.
  const topics = show.topics.slice(0, 1).map(() => ({ slug: '', name: '' }))
  const others = { episodes: [], guests: [], topics, pages: [], assets: [], problems: [] }
  return { show: { ...show, ...others, about: '' as Html }, assets, pictures, survey }
}

/** What to write in `href`. */
export function href(edition: EpisodeEdition, address: Address): string {
  return pathOf(edition.show.site, address)
}

/** What to write in `src` for something on the site or elsewhere. */
export function src(edition: EpisodeEdition, source: string): string {
  return isAddress(source) ? pathOf(edition.show.site, source) : source
}
