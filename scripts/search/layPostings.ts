import { type Postings, PostingsWriter, placesAt } from './postings.ts'
import { compareWords } from './sheet.ts'

/** For each word of a document its places in ascending order, each as the step from the last. */
export function layDocument(places: ReadonlyMap<string, readonly number[]>): Postings {
  const writer = new PostingsWriter()
  for (const [word, own] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
    let last = 0
    for (const place of own) {
      writer.places.number(place - last)
      last = place
    }
    writer.add(word, own.length)
  }
  return writer.finish()
}

/** For each word the documents with it: the step to the document, how many places, the places. */
export function layPart(documents: readonly Postings[]): Postings {
  const writer = new PostingsWriter()
  for (const [word, holders] of holdersOf(documents)) {
    let count = 0
    eachHolder(documents, holders, (document, at, step) => {
      const own = document.counts[at] ?? 0
      writer.places.number(step)
      writer.places.number(own)
      writer.places.raw(placesAt(document, at))
      count += own
    })
    writer.add(word, count)
  }
  return writer.finish()
}

/** For each word the parts with it: the step to the part, a length, and what `layPart` wrote. */
export function layShow(parts: readonly Postings[]): Postings {
  const writer = new PostingsWriter(
    parts.reduce((sum, part) => sum + 1.2 * part.places.length, 1024),
  )
  const holders = holdersOf(parts)
  for (const word of [...holders.keys()].sort(compareWords)) {
    let count = 0
    eachHolder(parts, holders.get(word) ?? [], (part, at, step) => {
      const bytes = placesAt(part, at)
      writer.places.number(step)
      writer.places.number(bytes.length)
      writer.places.raw(bytes)
      count += part.counts[at] ?? 0
    })
    writer.add(word, count)
  }
  return writer.finish()
}

/** For each word where it stands: pairs of a list's number and an index in it. */
function holdersOf(lists: readonly Postings[]): Map<string, number[]> {
  const holders = new Map<string, number[]>()
  lists.forEach(({ words }, list) => {
    words.forEach((word, at) => {
      const own = holders.get(word)
      if (own) own.push(list, at)
      else holders.set(word, [list, at])
    })
  })
  return holders
}

function eachHolder(
  lists: readonly Postings[],
  holders: readonly number[],
  visit: (list: Postings, at: number, step: number) => void,
): void {
  let before = -1
  for (let i = 0; i < holders.length; i += 2) {
    const number = holders[i] ?? 0
    const list = lists[number]
    if (list) visit(list, holders[i + 1] ?? 0, number - before - 1)
    before = number
  }
}
