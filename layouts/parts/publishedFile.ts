import type { Address } from '../../scripts/model/address.ts'
import type { Text } from '../press/ofTranscript.ts'

/** A text file of the site that is no page: a feed, a sitemap, a list for machines. */
export interface PublishedFile {
  readonly address: Address
  /** Made when it is written, because two thousand episodes should not wait in memory. */
  content(): string
}

/** A file that holds a transcript: kept between builds, and made by several threads. */
export interface FileOfTranscript {
  readonly address: Address
  readonly text: Text
}
