import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitPage } from './frontMatter.ts'

const split = (text: string) => splitPage({ file: 'a.md', text, problems: [] })

test('fields and body are told apart, with the line on which the body starts', () => {
  const page = split('---\ntitle: A\nn: 1:30\n---\nHello\n')
  assert.deepEqual(page.fields, { title: 'A', n: '1:30' })
  assert.equal(page.body.trim(), 'Hello')
  assert.equal(page.bodyLine, 5)
  assert.deepEqual(page.placeOf(['n']), { file: 'a.md', line: 3, column: 1 })
})

test('a file without front matter is all body', () => {
  assert.equal(split('Hello\n---\nthere').body, 'Hello\n---\nthere')
})

for (const language of ['js', 'JS', 'javascript', ' js', 'coffee', 'toml', 'json']) {
  test(`---${language} is refused and never run`, () => {
    const page = split(`---${language}\nglobalThis.wasRun = true\nmodule.exports = {}\n---\nHello`)
    assert.deepEqual(
      page.problems.map(p => p.code),
      ['front-matter-language'],
    )
    assert.equal('wasRun' in globalThis, false)
  })
}

test('a YAML error says its line, and says it again the second time', () => {
  for (let i = 0; i < 2; i++) {
    const page = split('---\ntitle: A\nb: "open\n---\nHello')
    assert.deepEqual(
      page.problems.map(p => [p.code, p.line]),
      [['yaml', 3]],
    )
  }
})

test('a bomb of aliases is a problem, not a full memory', () => {
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]']
  for (let i = 1; i < 9; i++) {
    const [name, before] = ['abcdefghi'[i], 'abcdefghi'[i - 1]]
    bomb.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`)
  }
  assert.deepEqual(
    split(`---\n${bomb.join('\n')}\n---\n`).problems.map(p => p.code),
    ['yaml'],
  )
})

test('keys of the prototype are only words', () => {
  const page = split('---\n__proto__: {polluted: true}\n---\n')
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined)
  assert.deepEqual(page.problems, [])
})

test('front matter that never ends is said to', () => {
  assert.deepEqual(
    split('---\ntitle: A\n').problems.map(p => p.code),
    ['front-matter-open'],
  )
})

test('control characters are left out, and the first is pointed at', () => {
  const page = split('---\ntitle: A\n---\nHe\u0000llo\u001d')
  assert.equal(page.body.trim(), 'Hello')
  assert.deepEqual(
    page.problems.map(p => [p.code, p.line, p.column]),
    [['control-character', 4, 3]],
  )
})
