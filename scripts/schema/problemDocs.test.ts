import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'

const root = path.resolve(import.meta.dirname, '../..')

/** Codes stand in `problems.ts` as an argument on a line of their own, or after `code:`. */
function codesIn(source: string): string[] {
  const pattern = /(?:code: |^ +|(?:warning|error)\([^'\n]*)'([a-z0-9]+(?:-[a-z0-9]+)*)',/gm
  return [...source.matchAll(pattern)].map(([, code = '']) => code)
}

const sources = readdirSync(path.join(root, 'scripts'), { recursive: true, encoding: 'utf8' })
  .filter(file => path.basename(file) === 'problems.ts')
  .map(file => readFileSync(path.join(root, 'scripts', file), 'utf8'))
const codes = [...new Set(sources.flatMap(codesIn))].sort()
const page = readFileSync(path.join(root, 'docs/editors/problems.md'), 'utf8')
const explained = [...page.matchAll(/^### `(.+)`$/gm)].map(([, code = '']) => code)

test('every problem is found in the source', () => {
  const builders = sources.join('\n').match(/^export (?:const|function) \w+/gm) ?? []
  // A few problems can be told in two ways and share a code.
  assert.ok(
    codes.length >= builders.length - 5,
    `${codes.length} codes of ${builders.length} problems`,
  )
})

test('every problem an editor can be told is explained, once, and no other', () => {
  assert.deepEqual([...explained].sort(), codes)
})

test('the pages for editors link to each other and to nothing that isn’t there', () => {
  const folder = path.join(root, 'docs/editors')
  for (const file of readdirSync(folder)) {
    const text = readFileSync(path.join(folder, file), 'utf8').replace(/`[^`]*`/g, '')
    for (const [, to = ''] of text.matchAll(/\]\(([^)#]+)[^)]*\)/g)) {
      if (!to.startsWith('https://')) assert.ok(existsSync(path.join(folder, to)), `${file}: ${to}`)
    }
  }
})
