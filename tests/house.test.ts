import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'

/** The rules of the house that a machine can hold: who may import whom, and what names mean. */
const root = path.resolve(import.meta.dirname, '..')

const sources = ['scripts', 'layouts', 'bench', 'tests']
  .flatMap(folder =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map(file =>
      path.posix.join(folder, file.replaceAll('\\', '/')),
    ),
  )
  .filter(file => /\.tsx?$/.test(file) && !file.includes('/fixtures/'))
  .sort()

interface Source {
  readonly file: string
  readonly text: string
  /** Paths of files from the root, and names of packages. */
  readonly imports: readonly string[]
}

const read = (file: string): Source => {
  const text = readFileSync(path.join(root, file), 'utf8')
  const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, to = '']) =>
    to.startsWith('.') ? path.posix.join(path.posix.dirname(file), to) : to,
  )
  return { file, text, imports }
}

const all = sources.map(read)
const code = all.filter(({ file }) => !file.includes('.test.'))

/** `a.ts imports b.ts` for every import that breaks a rule. */
function breaking(who: RegExp, rule: (to: string, from: Source) => boolean): string[] {
  return code
    .filter(({ file }) => who.test(file))
    .flatMap(source =>
      source.imports.filter(to => !rule(to, source)).map(to => `${source.file} imports ${to}`),
    )
}

test('scripts/model imports nothing but itself', () => {
  assert.deepEqual(
    breaking(/^scripts\/model\//, to => to.startsWith('scripts/model/')),
    [],
  )
})

test('nothing in scripts imports layouts', () => {
  assert.deepEqual(
    breaking(/^scripts\//, to => !to.startsWith('layouts/')),
    [],
  )
})

test('only scripts/commands runs Eleventy', () => {
  assert.deepEqual(
    breaking(/^(?!scripts\/commands\/|bench\/)/, to => !to.startsWith('@11ty/')),
    [],
  )
})

test('only scripts/search runs Pagefind', () => {
  assert.deepEqual(
    breaking(/^(?!scripts\/search\/|bench\/)/, to => to !== 'pagefind'),
    [],
  )
})

test('gray-matter has one door', () => {
  assert.deepEqual(
    breaking(/^(?!scripts\/content\/frontMatter\.ts)/, to => to !== 'gray-matter'),
    [],
  )
})

test('what runs in the browser imports only the model and the pure parts of search', () => {
  assert.deepEqual(
    breaking(/^layouts\/client\//, to =>
      /^(layouts\/client|scripts\/model|scripts\/search)\//.test(to),
    ),
    [],
  )
})

test('no file is named for being anything at all', () => {
  const vague = sources.filter(file =>
    /(^|\/)(types|utils?|helpers?|common|misc)(\.tsx?$|\/)/.test(file),
  )
  assert.deepEqual(vague, [])
})

test('files stay small enough to be one idea', () => {
  const long = code
    .map(({ file, text }) => ({ file, lines: text.split('\n').length }))
    // A catalogue of sentences or a table of cases is one idea, however long.
    .filter(({ file, lines }) => lines > 330 && !/problems\.ts$/.test(file))
    .map(({ file, lines }) => `${file} has ${lines} lines`)
  assert.deepEqual(long, [])
})

test('the README gives a reason for every dependency, and for no other', () => {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
    devDependencies: Record<string, string>
    optionalDependencies: Record<string, string>
  }
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8')
  const table = readme.slice(readme.indexOf('## Dependencies'), readme.indexOf('## Licence'))
  const told = [...table.matchAll(/^\| `([^`]+)`(?:, `([^`]+)`)?(?:, `([^`]+)`)? \|/gm)].flatMap(
    ([, ...names]) => names.filter(Boolean),
  )
  const used = Object.keys({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  })
  assert.deepEqual(told.toSorted(), used.toSorted())
})
