import type { IndexFile } from './indexFolder.ts'
import { type Postings, placesAt } from './postings.ts'
import { apartFile, packSheet, type SheetWord, sheetFile } from './sheet.ts'
import { stem } from './stem.ts'

/** Bytes of a sheet that is full. */
const SHEET = 10_000

/** The sheets of a large show are larger, by steps: seldom enough that most edits change few. */
const SHEETS = 3000
const STEP = 1000

/** A word whose places take more has a file of its own: its neighbours shouldn't cost that much. */
const APART = 6_000

export interface Sheets {
  readonly files: readonly IndexFile[]
  /** The stem that each sheet starts with. */
  readonly firstStems: readonly string[]
}

/** Divides the words of a show into sheets. All forms of a word stand on one. */
export function laySheets(show: Postings): Sheets {
  const full = Math.max(SHEET, Math.ceil(show.places.length / SHEETS / STEP) * STEP)
  const files: IndexFile[] = []
  const firstStems: string[] = []
  let sheet: SheetWord[] = []
  let filled = 0
  let apart = 0
  let last = ''
  const finish = () => {
    const first = sheet[0]
    if (!first) return
    files.push([sheetFile(firstStems.length), packSheet(sheet)])
    firstStems.push(stem(first.word))
    sheet = []
    filled = 0
    apart = 0
  }
  show.words.forEach((word, at) => {
    const places = placesAt(show, at)
    const own = filled >= full ? stem(word) : ''
    if (filled >= full && own !== (last ? stem(last) : '') && mayBegin(own)) finish()
    last = word
    const count = show.counts[at] ?? 0
    const size = places.length
    if (size > APART) {
      const file = apartFile(firstStems.length, apart++)
      files.push([file, places])
      sheet.push({ word, count, size, places: file })
      filled += 16
    } else {
      sheet.push({ word, count, size, places })
      filled += size + 4
    }
  })
  finish()
  return { files, firstStems }
}

/**
 * Only one stem in eight may begin a sheet. So a sheet that grows by a little still ends where it
 * did, and the ones after it stay as they are.
 */
function mayBegin(own: string): boolean {
  let sum = 0
  for (let at = 0; at < own.length; at++) sum = (sum * 31 + own.charCodeAt(at)) & 0xffff
  return sum % 8 === 0
}
