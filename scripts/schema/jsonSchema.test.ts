import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import { splitPage } from '../content/frontMatter.ts'
import { readFields } from '../content/readFields.ts'
import { exampleValue, jsonSchema, PAGE_KINDS } from './jsonSchema.ts'

const ajv = new Ajv({ strict: false, validateFormats: false })

test('every example is what its field takes, by the reader and by the schema', () => {
  for (const kind of PAGE_KINDS) {
    for (const [name, field] of Object.entries(kind.fields)) {
      const complaints: string[] = []
      field.kind.read(exampleValue(field), expected => complaints.push(expected))
      assert.deepEqual(complaints, [], `${kind.name}.${name}`)
      const valid = ajv.validate(field.kind.schema, exampleValue(field))
      assert.ok(valid, `${kind.name}.${name}: ${ajv.errorsText()}`)
    }
  }
})

test('the schema and the reader agree about whole pages', () => {
  const pages: readonly (readonly [yaml: string, good: boolean])[] = [
    ['title: Fog\ndate: 2026-03-03', true],
    ['title: 1984\ndate: 2026-03-03\nsummary:', true],
    ['title: Fog\ndate: 2026-03-03\nguests: Ann Lee', true],
    ['title: Fog\ndate: 2026-03-03\nchapters: [{time: 1:30, title: The horn}]', true],
    ['title: Fog\ndate: 2026-03-03\naudio: {url: a.mp3, length: 5}', true],
    ['title: Fog', false],
    ['title: Fog\ndate: 2026-03-03\nguest: Ann Lee', false],
    ['title: Fog\ndate: 2026-03-03\ntype: extra', false],
    ['title: Fog\ndate: 2026-03-03\nnumber: -4', false],
    ['title: Fog\ndate: 2026-03-03\naudio: {address: a.mp3}', false],
    ['title: Fog\ndate: soon', false],
  ]
  const kind = PAGE_KINDS.find(it => it.name === 'episode')
  assert.ok(kind)
  const validate = ajv.compile(jsonSchema(kind))
  for (const [yaml, good] of pages) {
    const page = splitPage({ file: 'a.md', text: `---\n${yaml}\n---\n`, problems: [] })
    assert.equal(validate(page.fields), good, `schema: ${yaml}`)
    const found: readonly unknown[] = readFields(page, kind.fields).problems
    assert.equal(found.length === 0, good, `reader: ${yaml}`)
  }
})
