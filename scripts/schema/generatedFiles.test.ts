import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { generatedFiles } from './generatedFiles.ts'

const root = path.resolve(import.meta.dirname, '../..')

for (const [file, text] of generatedFiles()) {
  test(`${file} is what the fields say today`, () => {
    assert.ok(existsSync(path.join(root, file)), `${file} is missing: npm run schema`)
    const onDisk = readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n')
    assert.equal(onDisk, text, `${file} is out of date: npm run schema`)
  })
}

test('VS Code is told of a schema for each kind of page', () => {
  const settings = readFileSync(path.join(root, '.vscode/settings.json'), 'utf8')
  const { 'yaml.schemas': schemas } = JSON.parse(settings) as { 'yaml.schemas': object }
  const wired = Object.keys(schemas).map(file => path.posix.normalize(file))
  const made = [...generatedFiles().keys()].filter(file => file.startsWith('docs/schema/'))
  assert.deepEqual(wired, made)
})
