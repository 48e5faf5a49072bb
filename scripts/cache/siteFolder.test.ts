import assert from 'node:assert/strict'
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { SiteFolder } from './siteFolder.ts'

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-folder-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return folder
}

/** Every file below a folder with what it holds. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
  return Object.fromEntries(
    files.map(file => [path.relative(folder, file), readFileSync(file, 'utf8')]).sort(),
  )
}

test('what an earlier site left is replaced or taken away, and never written into', t => {
  const root = temporaryFolder(t)
  const [old, now] = [path.join(root, 'old'), path.join(root, 'now')]
  mkdirSync(path.join(old, 'episodes/gone'), { recursive: true })
  mkdirSync(path.join(now, 'episodes/gone'), { recursive: true })
  for (const file of ['episodes/page', 'episodes/gone/page', 'feed']) {
    writeFileSync(path.join(old, file), `old ${file}`)
    // Both are one file under two names, as two sites in a row have them.
    linkSync(path.join(old, file), path.join(now, file))
  }
  const before = contents(old)
  const site = new SiteFolder(now)
  writeFileSync(site.clear('episodes/page'), 'new page')
  writeFileSync(site.clear('feed'), 'new feed')
  site.sweep()
  assert.deepEqual(contents(now), { 'episodes/page': 'new page', feed: 'new feed' })
  assert.equal(existsSync(path.join(now, 'episodes/gone')), false)
  assert.deepEqual(contents(old), before)
})

test('a finished file that stands there already stays', t => {
  const root = temporaryFolder(t)
  const kept = path.join(root, 'kept')
  writeFileSync(kept, 'words')
  mkdirSync(path.join(root, 'site'))
  assert.ok(new SiteFolder(path.join(root, 'site')).put(kept, 'a/b'))
  const placed = path.join(root, 'site/a/b')
  const { ctimeMs } = statSync(placed)
  const again = new SiteFolder(path.join(root, 'site'))
  assert.ok(again.put(kept, 'a/b'))
  again.sweep()
  assert.equal(statSync(placed).ctimeMs, ctimeMs)
  assert.equal(again.put(path.join(root, 'nothing'), 'a/b'), false)
})

test('files in the way of folders, folders in the way of files, and links out of the site', t => {
  const root = temporaryFolder(t)
  const [site, elsewhere] = [path.join(root, 'site'), path.join(root, 'elsewhere')]
  mkdirSync(path.join(site, 'page/deep'), { recursive: true })
  mkdirSync(elsewhere)
  for (const file of ['site/page/deep/file', 'site/folder', 'elsewhere/index.html', 'kept']) {
    writeFileSync(path.join(root, file), file)
  }
  symlinkSync(elsewhere, path.join(site, 'episodes'))
  const folder = new SiteFolder(site)
  writeFileSync(folder.clear('page'), 'a page')
  writeFileSync(folder.clear('folder/page'), 'another')
  writeFileSync(folder.clear('episodes/index.html'), 'episodes')
  assert.ok(folder.put(path.join(root, 'kept'), 'episodes/kept'))
  folder.sweep()
  assert.deepEqual(contents(site), {
    'episodes/index.html': 'episodes',
    'episodes/kept': 'kept',
    'folder/page': 'another',
    page: 'a page',
  })
  assert.deepEqual(contents(elsewhere), { 'index.html': 'elsewhere/index.html' })
})

test('folders that others fill are left to them', t => {
  const root = temporaryFolder(t)
  const site = new SiteFolder(root)
  const inner = site.within('search-index')
  writeFileSync(inner.clear('sheet'), 'sheet')
  writeFileSync(path.join(root, 'search-index/old'), 'old')
  writeFileSync(path.join(root, 'old'), 'old')
  site.sweep(['search-index'])
  assert.deepEqual(contents(root), { 'search-index/old': 'old', 'search-index/sheet': 'sheet' })
  inner.sweep()
  assert.deepEqual(contents(root), { 'search-index/sheet': 'sheet' })
})
