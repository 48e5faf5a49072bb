import { episodeFields } from '../content/fields.ts'
import { isWebAddress } from '../content/kinds.ts'
import { formatClock } from '../model/time.ts'
import { type FrontMatterLine, pageText } from '../new/pageText.ts'
import type { FeedItem } from './feedItem.ts'
import { htmlToMarkdown, htmlToText } from './htmlToMarkdown.ts'
import { titleOf } from './itemName.ts'
import { usable } from './usable.ts'

/** What an episode's page needs beside its item in the feed. */
export interface EpisodeParts {
  /** Slugs; undefined where they are the show's own. */
  readonly hosts: readonly string[] | undefined
  readonly guests: readonly string[]
  /** A path, or an address where the picture could not be fetched. */
  readonly image: string | undefined
  /** Only where there is more than the one beside the page. */
  readonly transcripts: readonly { readonly file: string; readonly language: string }[]
  readonly showExplicit: boolean
  /** Where it isn't the show's. */
  readonly language: string | undefined
}

/** An episode's page from its item in a feed. */
export function episodePage(
  item: FeedItem,
  parts: EpisodeParts,
  refuse: (reason: string) => void,
): string {
  const title = titleOf(item)
  const notes = htmlToMarkdown(item.notes)
  const dateLine: FrontMatterLine = item.date
    ? { field: 'date', value: item.date }
    : { comment: `date: is missing; the feed says ${JSON.stringify(item.badDate ?? 'nothing')}` }
  const lines = usable(
    episodeFields,
    [
      { field: 'title', value: title },
      dateLine,
      { field: 'number', value: item.number },
      { field: 'season', value: item.season },
      { field: 'type', value: item.type === 'full' ? undefined : item.type },
      { field: 'summary', value: summaryOf(item) },
      {
        field: 'duration',
        value: item.duration ? formatClock(Math.round(item.duration)) : undefined,
      },
      { field: 'audio', value: audioOf(item, refuse) },
      { field: 'hosts', value: parts.hosts },
      { field: 'guests', value: parts.guests },
      { field: 'topics', value: item.topics },
      { field: 'image', value: parts.image && { src: parts.image, alt: `Cover of ${title}` } },
      { field: 'soundbites', value: item.soundbites },
      {
        field: 'explicit',
        value: item.explicit === parts.showExplicit ? undefined : item.explicit,
      },
      { field: 'language', value: parts.language },
      { field: 'transcript', value: parts.transcripts },
      { field: 'guid', value: item.guid },
    ],
    refuse,
  )
  return pageText(lines, notes)
}

/** What stands beside the notes, when it says something of its own. */
function summaryOf(item: FeedItem): string | undefined {
  const summary = htmlToText(item.summary ?? '')
  if (summary === '' || summary.length > 1000) return undefined
  const notes = htmlToText(item.notes)
  return summary === notes ? undefined : summary
}

/** Anything but a web address would be looked for as a file of ours. */
function audioOf({ audio }: FeedItem, refuse: (reason: string) => void): FeedItem['audio'] {
  if (audio === undefined || isWebAddress(audio.url)) return audio
  refuse(`the feed’s audio, “${audio.url.slice(0, 80)}”, has no web address, so it was left out`)
  return undefined
}
