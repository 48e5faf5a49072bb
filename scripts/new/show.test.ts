import assert from 'node:assert/strict'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { demoState, sealDemo } from './demo.ts'
import { startShow } from './show.ts'

let root = ''
let content = ''

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'verbatim-show-'))
  content = path.join(root, 'content')
  mkdirSync(path.join(content, 'episodes'), { recursive: true })
  writeFileSync(path.join(content, 'show.md'), '---\ntitle: Demo\n---\n')
  writeFileSync(path.join(content, 'episodes', 'one.md'), 'one')
  sealDemo(content)
})
afterEach(() => rmSync(root, { recursive: true }))

test('takes the untouched demo away and leaves a show', async () => {
  const start = await startShow(
    content,
    { title: 'Mine', hosts: ['Ann Lee'], yes: true },
    undefined,
  )
  assert.equal(start.removed, 3)
  assert.deepEqual(readdirSync(content).sort(), ['episodes', 'guests', 'show.md'])
  assert.deepEqual(readdirSync(path.join(content, 'episodes')), [])
  assert.match(readFileSync(path.join(content, 'show.md'), 'utf8'), /^title: Mine$/m)
  assert.equal(demoState(content).kind, 'own')
})

test('deletes nothing without a yes', async () => {
  await assert.rejects(startShow(content, { title: 'Mine' }, undefined), /Say --yes/)
  const never = { ask: async () => '', confirm: async () => false, close() {} }
  await assert.rejects(startShow(content, { title: 'Mine' }, never), /Nothing was changed/)
  assert.equal(demoState(content).kind, 'demo')
})

test('deletes nothing when the show can’t be written', async () => {
  await assert.rejects(startShow(content, { yes: true }, undefined), /needs a title/)
  await assert.rejects(
    startShow(content, { title: 'Mine', url: 'nowhere', yes: true }, undefined),
    /no web address/,
  )
  assert.equal(demoState(content).kind, 'demo')
})

for (const [what, change] of [
  ['a file more', () => writeFileSync(path.join(content, 'episodes', 'mine.md'), 'mine')],
  ['a file changed', () => writeFileSync(path.join(content, 'episodes', 'one.md'), 'mine')],
  ['a file gone', () => rmSync(path.join(content, 'episodes', 'one.md'))],
] as const) {
  test(`refuses the demo with ${what}, and only moves it aside by force`, async () => {
    change()
    const before = readdirSync(path.join(content, 'episodes'))
    await assert.rejects(
      startShow(content, { title: 'Mine', yes: true }, undefined),
      /changes of your own/,
    )
    assert.deepEqual(readdirSync(path.join(content, 'episodes')), before)
    const start = await startShow(content, { title: 'Mine', yes: true, force: true }, undefined)
    assert.equal(start.movedTo, `${content}.before`)
    assert.deepEqual(readdirSync(path.join(`${content}.before`, 'episodes')), before)
  })
}

test('refuses a show of somebody’s own', async () => {
  rmSync(path.join(content, '.demo.json'))
  await assert.rejects(startShow(content, { title: 'Mine', yes: true }, undefined), /not the demo/)
})

test('begins in a folder that isn’t there yet', async () => {
  const fresh = path.join(root, 'fresh')
  await startShow(fresh, { title: 'Mine' }, undefined)
  assert.ok(existsSync(path.join(fresh, 'show.md')))
})
