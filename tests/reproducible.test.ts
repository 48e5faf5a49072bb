import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { copyContent, filesIn, ROOT, temporaryFolder } from './site.ts'

/** Copies files one by one, so that the disk lists them in the order given. */
function copyInOrder(from: string, to: string, files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(path.dirname(path.join(to, file)), { recursive: true })
    copyFileSync(path.join(from, file), path.join(to, file))
  }
}

/** The project in a folder of its own, without anything that an earlier build left. */
function copyProject(): string {
  const project = path.join(temporaryFolder(), 'somewhere else', 'verbatim')
  mkdirSync(project, { recursive: true })
  for (const name of [
    '.eleventy.ts',
    'layouts',
    'scripts',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ]) {
    cpSync(path.join(ROOT, name), path.join(project, name), { recursive: true })
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(project, 'node_modules'), 'dir')
  return project
}

function build(
  project: string,
  content: string,
  output: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly err: string }> {
  const script = path.join(project, 'scripts/run.js')
  const child = spawn(
    process.execPath,
    [script, 'build', '--content', content, '--output', output],
    { cwd: project, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let err = ''
  child.stderr.on('data', chunk => {
    err += chunk
  })
  return new Promise(resolve => child.once('close', code => resolve({ code, err })))
}

const PLACES = [
  { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' },
  { TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C', LANGUAGE: 'de' },
] as const

test('other folders, time zones, locales and orders of files make the same bytes', async () => {
  const source = copyContent('harbour', { audio: true })
  const files = filesIn(source)
  const sites: string[] = []
  for (const [at, env] of PLACES.entries()) {
    const project = at === 0 ? ROOT : copyProject()
    const content = path.join(temporaryFolder(), at === 0 ? 'content' : 'inhalt mit Ümlaut')
    copyInOrder(source, content, at === 0 ? files : files.toReversed())
    const site = path.join(temporaryFolder(), at === 0 ? 'site' : 'a/b/öffentlich')
    const { code, err } = await build(project, content, site, env)
    assert.equal(code, 0, err)
    sites.push(site)
  }
  const [first = '', second = ''] = sites
  const list = filesIn(first)
  assert.deepEqual(filesIn(second), list)
  assert.ok(list.some(file => file.startsWith('search-index/')))
  assert.ok(list.some(file => file.endsWith('card.png')))
  const print = (folder: string, file: string) =>
    createHash('sha256')
      .update(readFileSync(path.join(folder, file)))
      .digest('hex')
  assert.deepEqual(
    list.filter(file => print(first, file) !== print(second, file)),
    [],
  )
})

test('a cache that can’t be written costs time, and is said', async () => {
  const project = copyProject()
  writeFileSync(path.join(project, '.cache'), 'no folder')
  const site = path.join(temporaryFolder(), 'site')
  const { code, err } = await build(project, copyContent('harbour'), site, {})
  assert.equal(code, 0, err)
  assert.match(err, /Nothing could be kept for the next build, .*: \.cache can’t be written\.\n$/)
  assert.ok(filesIn(site).includes('episodes/the-bell/index.html'))
})

test('commands whose bundle was damaged are bundled anew', async () => {
  const project = copyProject()
  const content = copyContent('harbour')
  const site = path.join(temporaryFolder(), 'site')
  assert.equal((await build(project, content, site, {})).code, 0)
  const kept = path.join(project, '.cache/code')
  for (const file of filesIn(kept).filter((_, at) => at % 2 === 0)) {
    writeFileSync(path.join(kept, file), 'nonsense')
  }
  const { code, err } = await build(project, content, site, {})
  assert.equal(code, 0, err)
})
