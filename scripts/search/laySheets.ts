import { constants, gzipSync } from 'node:zlib'
import { ByteWriter } from './bytes.ts'
import type { Part } from './part.ts'
import { compareWords, packSheet, type SheetWord } from './sheet.ts'
import { stem } from './stem.ts'
import { VOICE } from './voice.ts'

/** Bytes of a sheet that is full. */
const SHEET = 10_000

/** A word whose places take more has a file of its own: its neighbours shouldn't cost that much. */
const APART = 6_000

export interface Sheets {
  readonly files: readonly (readonly [name: string, bytes: Uint8Array])[]
  readonly firstStems: readonly string[]
  /** How often each word stands in the show. */
  readonly counts: ReadonlyMap<string, number>
}

/** Lays the words of all parts together, each word with its places in every part. */
export function laySheets(parts: readonly Part[]): Sheets {
  const merged = merge(parts)
  const size = Math.max(SHEET, Math.ceil(merged.reduce((sum, w) => sum + w.size, 0) / 3000))
  const files: [string, Uint8Array][] = []
  const firstStems: string[] = []
  let sheet: SheetWord[] = []
  let filled = 0
  let apart = 0
  let last = ''
  const finish = () => {
    const first = sheet[0]
    if (!first) return
    files.push([`${firstStems.length}.bin`, gzip(packSheet(sheet))])
    firstStems.push(stem(first.word))
    sheet = []
    filled = 0
  }
  for (const word of merged) {
    const own = stem(word.word)
    if (filled >= size && own !== last) finish()
    last = own
    if (word.size > APART) {
      files.push([`w${apart}.bin`, gzip(word.places as Uint8Array)])
      sheet.push({ ...word, places: apart++ })
      filled += 16
    } else {
      sheet.push(word)
      filled += word.size + 4
    }
  }
  finish()
  const counts = new Map<string, number>()
  for (const { word, count } of merged) if (!word.startsWith(VOICE)) counts.set(word, count)
  return { files, firstStems, counts }
}

function merge(parts: readonly Part[]): SheetWord[] {
  const inParts = new Map<string, number[]>()
  parts.forEach(({ words }, part) => {
    words.forEach((word, at) => {
      const own = inParts.get(word)
      if (own) own.push(part, at)
      else inParts.set(word, [part, at])
    })
  })
  const writer = new ByteWriter()
  return [...inParts.keys()].sort(compareWords).map(word => {
    const own = inParts.get(word) ?? []
    let count = 0
    let before = -1
    for (let i = 0; i < own.length; i += 2) {
      const number = own[i] ?? 0
      const at = own[i + 1] ?? 0
      const part = parts[number]
      if (!part) continue
      const bytes = part.places.subarray(at === 0 ? 0 : part.ends[at - 1], part.ends[at])
      writer.number(number - before - 1)
      writer.number(bytes.length)
      writer.raw(bytes)
      before = number
      count += part.counts[at] ?? 0
    }
    return { word, count, size: writer.size, places: writer.finish() }
  })
}

function gzip(bytes: Uint8Array): Uint8Array {
  // Steps from place to place hardly ever repeat: looking for repeats takes half the time for nothing.
  return gzipSync(bytes, { strategy: constants.Z_HUFFMAN_ONLY })
}
