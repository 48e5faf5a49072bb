import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stem } from './stem.ts'

for (const forms of [
  'deploy deploys deployed deploying deployer',
  'run runs running runner',
  'party parties partying partied',
  'class classes',
  'call calls called calling',
  'code codes coding coded coder',
  'release releases releasing released',
]) {
  test(`${forms.replaceAll(' ', ', ')} are one word`, () => {
    assert.equal(new Set(forms.split(' ').map(stem)).size, 1)
  })
}

for (const [one, other] of [
  ['us', 'use'],
  ['c', 'c++'],
  ['less', 'lesson'],
  ['café', 'cafes'],
] as const) {
  test(`${one} and ${other} are two words`, () => {
    assert.notEqual(stem(one), stem(other))
  })
}
