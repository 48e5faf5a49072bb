import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { demoState } from './demo.ts'

const content = path.resolve(import.meta.dirname, '../../content')

test('the demo is sealed as it is, so that npm run new -- show knows it', {
  skip: !existsSync(path.join(content, '.demo.json')) && 'content is a show of your own',
}, () => {
  const state = demoState(content)
  const changes = state.kind === 'changed' ? state.changes : []
  assert.deepEqual(changes, [], 'after a change to the demo run: npx tsx scripts/new/sealDemo.ts')
  assert.equal(state.kind, 'demo')
})
