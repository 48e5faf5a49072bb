import assert from 'node:assert/strict'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { KeptFiles, keepFile } from './keptFiles.ts'
import { SiteFolder } from './siteFolder.ts'

const KEYS = ['aa1', 'aa2', 'bb3']

/** A cache with three files, as a build leaves it. */
function keepThree(t: TestContext): { readonly cache: string; readonly site: SiteFolder } {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-kept-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const cache = path.join(folder, 'cache')
  mkdirSync(path.join(folder, 'site'))
  const site = new SiteFolder(path.join(folder, 'site'))
  const kept = new KeptFiles(cache, site)
  for (const key of KEYS) {
    const look = keepFile(cache, key, `words of ${key}`, site, key)
    assert.ok(look)
    kept.add(key, look)
  }
  kept.save()
  return { cache, site }
}

for (const few of [0, 100]) {
  test(`kept files are placed again, ${few === 0 ? 'in a thread' : 'here'}`, async t => {
    const { cache, site } = keepThree(t)
    const kept = new KeptFiles(cache, site, few)
    const file = (key: string) => path.join('second', key, 'file')
    for (const key of KEYS) assert.ok(kept.placeSoon(key, file(key), assert.fail))
    assert.equal(kept.placeSoon('cc4', file('cc4'), assert.fail), false)
    await kept.settle()
    for (const key of KEYS) {
      assert.equal(readFileSync(path.join(site.path, file(key)), 'utf8'), `words of ${key}`)
    }
  })
}

test('a file that was changed in place or taken away is made instead', async t => {
  const { cache, site } = keepThree(t)
  appendFileSync(path.join(site.path, 'aa1'), '!')
  rmSync(path.join(cache, 'bb', 'bb3'))
  const here = new KeptFiles(cache, site)
  assert.equal(here.place('aa1', 'again'), false)
  const kept = new KeptFiles(cache, site, 0)
  const made: string[] = []
  for (const key of KEYS) {
    kept.placeSoon(key, path.join('second', key), () => made.push(key))
  }
  await kept.settle()
  assert.deepEqual(made, ['aa1', 'bb3'])
})

test('what one build did not use, the next does not find', t => {
  const { cache, site } = keepThree(t)
  const kept = new KeptFiles(cache, site)
  assert.ok(kept.place('aa1', 'again'))
  kept.save()
  assert.equal(new KeptFiles(cache, site).place('aa2', 'more'), false)
})

test('a damaged list of what is kept means that nothing is', t => {
  const { cache, site } = keepThree(t)
  writeFileSync(path.join(cache, 'index.json'), '[["aa1"')
  assert.equal(new KeptFiles(cache, site).place('aa1', 'again'), false)
})
