import type { SearchDocument } from './document.ts'
import { hashOf } from './hashOf.ts'
import { searchVersion } from './searchVersion.ts'

const sources = new WeakMap<SearchDocument, string>()

/** Names what a document is made from, without looking at its pieces where that can be avoided. */
export function sourceOf(document: SearchDocument): string {
  const { key, head, source } = document
  const known = sources.get(document)
  if (known !== undefined) return known
  const own = source === undefined ? keyOf(document) : hashOf([JSON.stringify([key, head, source])])
  sources.set(document, own)
  return own
}

const keys = new WeakMap<SearchDocument, string>()

/** Names a document by its pieces. */
export function keyOf(document: SearchDocument): string {
  const known = keys.get(document)
  if (known !== undefined) return known
  // Most of a document is its text, which needs no escaping to be told apart.
  let text = ''
  for (const { at, start, estimated, speaker, opens, role, text: words } of document.pieces) {
    text += `${at}\0${start}\0${estimated}\0${speaker?.key}\0${speaker?.name}\0${opens}\0${role}\0${words}\0`
  }
  const own = hashOf([searchVersion(), JSON.stringify([document.key, document.head]), text])
  keys.set(document, own)
  return own
}
