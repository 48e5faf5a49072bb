import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { Latest, watchFolder } from './watch.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-watch-'))
after(() => rmSync(folder, { recursive: true }))

test('a file that is replaced on saving is watched on, and so are new folders', async () => {
  let waiting: (() => void) | undefined
  const stop = watchFolder(folder, () => waiting?.())
  const change = (act: () => void) =>
    new Promise<void>(resolve => {
      waiting = resolve
      act()
    })
  const file = path.join(folder, 'a.md')
  const replace = (text: string) => {
    writeFileSync(`${file}.new`, text)
    renameSync(`${file}.new`, file)
  }
  await change(() => replace('one'))
  await change(() => replace('two'))
  await change(() => writeFileSync(file, 'three'))
  await change(() => mkdirSync(path.join(folder, 'new')))
  await change(() => writeFileSync(path.join(folder, 'new', 'b.md'), 'one'))
  stop()
})

test('of all jobs asked for meanwhile only the latest runs', async () => {
  const ran: number[] = []
  let release: (() => void) | undefined
  const latest = new Latest(async (n: number) => {
    ran.push(n)
    if (n === 1)
      await new Promise<void>(resolve => {
        release = resolve
      })
  })
  const all = [latest.run(1), latest.run(2), latest.run(3)]
  release?.()
  await Promise.all(all)
  assert.deepEqual(ran, [1, 3])
})
