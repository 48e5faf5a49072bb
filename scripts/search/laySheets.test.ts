import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layDocument, layPart, layShow } from './layPostings.ts'
import { laySheets } from './laySheets.ts'
import { placesAt } from './postings.ts'
import { sheetFile, unpackSheet } from './sheet.ts'
import { stem } from './stem.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz'
const words = [...letters].flatMap(a => [...letters].map(b => `${a}${b}bled`))
const show = layShow([
  layPart([
    layDocument(
      new Map(
        words.map((word, at) => [
          word,
          Array.from({ length: at % 50 === 7 ? 7000 : 150 }, (_, n) => n * 3),
        ]),
      ),
    ),
  ]),
])
const { files, firstStems } = laySheets(show)

test('every word stands on the sheet of its stem, with its places or the file that has them', () => {
  const byName = new Map(files)
  const found = firstStems.flatMap((first, sheet) => {
    const bytes = byName.get(sheetFile(sheet))
    assert.ok(bytes)
    const next = firstStems[sheet + 1]
    return unpackSheet(bytes, sheet).map(entry => {
      assert.ok(stem(entry.word) >= first && (next === undefined || stem(entry.word) < next))
      const places = typeof entry.places === 'string' ? byName.get(entry.places) : entry.places
      return [entry.word, entry.count, entry.size, Buffer.from(places ?? [])] as const
    })
  })
  const expected = show.words.map(
    (word, at) =>
      [word, show.counts[at], placesAt(show, at).length, Buffer.from(placesAt(show, at))] as const,
  )
  assert.deepEqual(found, expected)
})

test('very frequent words have files of their own, and sheets are about as large as they should be', () => {
  assert.equal(files.length - firstStems.length, Math.ceil((words.length - 7) / 50))
  const sizes = firstStems.map(
    (_, sheet) => files.find(([name]) => name === sheetFile(sheet))?.[1].length ?? 0,
  )
  assert.ok(Math.max(...sizes) < 20_000, String(sizes))
  assert.ok(Math.min(...sizes.slice(0, -1)) >= 9_000, String(sizes))
})
