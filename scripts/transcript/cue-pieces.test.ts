import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { prefixNames } from './cue-pieces.ts'

describe('names before a colon in captions', () => {
  const talk = Array.from({ length: 40 }, (_, i) => `${i % 2 ? 'Ann' : 'Ben'}: So it is.`)

  it('are told from a sentence that goes on behind its colon', () => {
    const names = prefixNames([...talk, "Choose Your Own Fog: there's no end", 'Cy Poe: Hello.'])
    assert.deepEqual([...names].sort(), ['Ann', 'Ben', 'Cy Poe'])
  })

  it('have no file endings', () => {
    assert.deepEqual([...prefixNames([...talk, 'Fog.js: Powerful machine'])].sort(), ['Ann', 'Ben'])
  })
})
