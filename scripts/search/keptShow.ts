import { readFileSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import type { KeptDocument } from './indexMemory.ts'
import { packKept, unpackKept } from './keptBytes.ts'
import type { Postings } from './postings.ts'

/** The postings of an earlier show, and what they were made from. */
export interface KeptShow {
  /** For each part its documents with a word. */
  readonly parts: readonly (readonly KeptDocument[])[]
  readonly postings: Postings
}

/** All but the places, which are most of it and need no unpacking. */
interface Head extends Omit<Postings, 'places'> {
  readonly parts: KeptShow['parts']
  /** Of the places. */
  readonly checksum: number
}

/** What the last index has left in a cache; undefined where that is nothing whole. */
export function readShow(cache: string): KeptShow | undefined {
  try {
    const bytes = readFileSync(path.join(cache, SHOW))
    const start = 4 + bytes.readUInt32LE(0)
    const head = unpackKept<Head>(bytes.subarray(4, start))
    const places = bytes.subarray(start)
    if (head?.checksum !== crc32(places)) return undefined
    const { parts, words, counts, ends } = head
    return { parts, postings: { words, counts, ends, places } }
  } catch {
    return undefined
  }
}

/** Leaves postings for the next index. It can be waited for later: a large show has 40 MB. */
export async function keepShow(cache: string, { parts, postings }: KeptShow): Promise<void> {
  const { words, counts, ends, places } = postings
  const head = packKept({ parts, words, counts, ends, checksum: crc32(places) } satisfies Head)
  const length = Buffer.alloc(4)
  length.writeUInt32LE(head.length)
  const file = path.join(cache, SHOW)
  const aside = `${file}.${process.pid}-${asides++}`
  try {
    await writeFile(aside, [length, head, places])
    await rename(aside, file)
  } catch {
    // A full cache slows the next build down, and that is all.
    await rm(aside, { force: true })
  }
}

const SHOW = 'show'

let asides = 0
