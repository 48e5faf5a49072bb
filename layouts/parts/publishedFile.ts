import type { Address } from '../../scripts/model/address.ts'

/** A text file of the site that is no page: a feed, a sitemap, a list for machines. */
export interface PublishedFile {
  readonly address: Address
  /** Made when it is written, because two thousand episodes should not wait in memory. */
  content(): string
}
