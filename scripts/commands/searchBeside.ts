import type { Press } from '../../.eleventy.ts'
import type { Show } from '../model/show.ts'
import type { SearchDocument } from '../search/document.ts'
import { documentsOf } from '../search/documents.ts'
import type { SearchIndexReport } from '../search/index.ts'
import { Thread } from '../threads/thread.ts'
import type { PlainDocument } from './plainDocument.ts'
import type { SearchTask } from './searchThread.ts'

/** Writes one search index in a thread, while pages are made here. */
export class SearchBeside {
  readonly #thread = new Thread<SearchTask, SearchIndexReport>('scripts/commands/searchThread.ts')

  /** @param press knows what transcripts are made from */
  async write(
    show: Show,
    press: Press,
    place: Pick<SearchTask, 'content' | 'folder' | 'cacheDir'>,
  ): Promise<SearchIndexReport> {
    const documents = documentsOf(show).map(document => plain(document, press))
    const report = await this.#thread.ask({ ...place, documents, guests: press.guests })
    // Nobody waits for that: it has half a gigabyte to give back.
    void this.#thread.end()
    return report
  }
}

function plain(document: SearchDocument, press: Press): PlainDocument {
  const { key, head, source, spoken, facets } = document
  const rest = { key, head, facets, ...(source !== undefined && { source }) }
  if (!spoken) return { ...rest, pieces: document.pieces }
  const { transcript, duration } = spoken
  return { ...rest, recipe: { transcript: press.recipeOf(transcript), duration } }
}
