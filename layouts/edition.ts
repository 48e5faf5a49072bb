import type { Survey } from '../scripts/insight/survey.ts'
import { type Address, isAddress, pathOf } from '../scripts/model/address.ts'
import type { Show } from '../scripts/model/show.ts'
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

/** What to write in `href`. */
export function href(edition: Edition, address: Address): string {
  return pathOf(edition.show.site, address)
}

/** What to write in `src` for something on the site or elsewhere. */
export function src(edition: Edition, source: string): string {
  return isAddress(source) ? pathOf(edition.show.site, source) : source
}
