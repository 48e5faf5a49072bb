import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { mend } from './mend.ts'
import { readShow } from './readShow.ts'
import { contentFolder, outline, SHOW } from './testFolder.ts'

test('what is certain is mended, and nothing else is touched', async t => {
  const written =
    '---\r\ntitle: Foghorns\r\ndate: 2026-03-03T06:00\r\nsumary: On horns\r\nblah: x\r\n---\r\nNo\u0001tes.'
  const root = contentFolder(t, { 'show.md': SHOW, 'episodes/a.md': written })
  const read = () => readShow({ root, drafts: true, now: new Date('2026-06-01') })
  const done = mend(root, (await read()).problems)
  assert.deepEqual(
    done.map(({ line, code, before, after }) => [line, code, before, after]),
    [
      [4, 'unknown-field', 'sumary: On horns', 'summary: On horns'],
      [3, 'date-without-zone', 'date: 2026-03-03T06:00', 'date: 2026-03-03T06:00Z'],
      [7, 'control-character', 'No\u0001tes.', 'Notes.'],
    ],
  )
  assert.equal(
    readFileSync(path.join(root, 'episodes/a.md'), 'utf8'),
    '---\r\ntitle: Foghorns\r\ndate: 2026-03-03T06:00Z\r\nsummary: On horns\r\nblah: x\r\n---\r\nNotes.',
  )
  assert.deepEqual(outline((await read()).problems), ['episodes/a.md:5:1 unknown-field'])
})
