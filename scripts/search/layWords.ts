import { indexDocuments } from './indexDocuments.ts'
import type { IndexMemory, KeptDocument } from './indexMemory.ts'
import type { IndexedPart, PartDocument } from './indexPart.ts'
import { type KeptShow, keepShow, readShow } from './keptShow.ts'
import { layPart, layShow } from './layPostings.ts'
import type { Postings } from './postings.ts'
import { type ChangedPart, relayShow } from './relayShow.ts'

export interface LaidWords {
  readonly postings: Postings
  /** When they are kept for the next index. */
  readonly kept: Promise<void>
}

/** When more parts than this share have changed, laying all of them is as quick. */
const FEW = 1 / 4

/** The words of the whole show: from those of the last index, where only few parts changed. */
export async function layWords(
  parts: readonly IndexedPart[],
  memory: IndexMemory,
): Promise<LaidWords> {
  const now = parts.map(part => part.documents.map(({ kept }) => kept))
  const last = readShow(memory.folder)
  const postings =
    (last && (await relay(last, parts, memory))) ??
    layShow(await Promise.all(parts.map(part => layNow(part, memory))))
  // Also when nothing but a title is new: what was laid is looked up by its documents' keys.
  const known = last && keysOf(last.parts) === keysOf(now)
  const kept = known ? Promise.resolve() : keepShow(memory.folder, { parts: now, postings })
  return { postings, kept }
}

/** Undefined where too much has changed, or too much is gone. */
async function relay(
  last: KeptShow,
  parts: readonly IndexedPart[],
  memory: IndexMemory,
): Promise<Postings | undefined> {
  if (last.parts.length !== parts.length) return undefined
  const changed = parts.flatMap((part, number) => {
    const before = last.parts[number] ?? []
    return same(part, before) ? [] : [{ number, part, before }]
  })
  if (changed.length > Math.max(2, parts.length * FEW)) return undefined
  const changes: ChangedPart[] = []
  for (const { number, part, before } of changed) {
    const old = before.map(kept => memory.postingsOf(kept))
    // Another build has tidied up.
    if (!old.every(postings => postings !== undefined)) return undefined
    changes.push({ number, before: layPart(old), after: await layNow(part, memory) })
  }
  return changes.length === 0 ? last.postings : relayShow(last.postings, changes)
}

async function layNow({ documents }: IndexedPart, memory: IndexMemory): Promise<Postings> {
  const postings: Postings[] = []
  for (const one of documents) postings.push(await postingsOf(one, memory))
  return layPart(postings)
}

async function postingsOf({ document, kept }: PartDocument, memory: IndexMemory) {
  const known = memory.postingsOf(kept)
  if (known) return known
  const [made] = await indexDocuments([document])
  if (!made) throw new Error(`${document.key} was given to Pagefind and did not come back`)
  memory.keep(document, made)
  return made.postings
}

/** Whether the same words stand in the same places. */
function same({ documents }: IndexedPart, before: readonly KeptDocument[]): boolean {
  return (
    documents.length === before.length &&
    documents.every(({ kept }, at) => kept.summary.postings === before[at]?.summary.postings)
  )
}

function keysOf(parts: KeptShow['parts']): string {
  return parts.map(documents => documents.map(({ key }) => key).join(' ')).join('\n')
}
