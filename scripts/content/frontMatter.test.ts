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

for (const [what, yaml] of [
  ['brackets', `a: ${'['.repeat(300_000)}`],
  ['braces', `a: ${'{a: '.repeat(200_000)}`],
  ['dashes', `${'- '.repeat(300_000)}x`],
] as const) {
  // `yaml` by itself ends the process on these, which no test survives.
  test(`hundreds of thousands of ${what}, one in the other, are one problem`, () => {
    const { problems } = split(`---\n${yaml}\n---\n`)
    assert.deepEqual(
      problems.map(p => [p.code, p.line]),
      [['yaml', 2]],
    )
  })
}

test('a field that stands twice is found, in a group too', () => {
  const { problems } = split('---\na: 1\nb: {x: 1, x: 2}\na: 2\n---\n')
  assert.deepEqual(
    problems.map(p => [p.line, p.column, p.message]),
    [
      [4, 1, 'The field “a” stands here a second time.'],
      [3, 11, 'The field “x” stands here a second time.'],
    ],
  )
})

test('a second document in the front matter is not passed over', () => {
  const { problems } = split('---\na: 1\n...\nb: 2\n---\n')
  assert.deepEqual(
    problems.map(p => [p.code, p.line]),
    [['yaml', 4]],
  )
})

/** What takes the square of its length would take hours. */
const LONG: Readonly<Record<string, string>> = {
  'a hundred thousand fields': `${Array.from({ length: 80_000 }, (_, i) => `k${i}: 1`).join('\n')}\n---\n`,
  'a million control characters': `---\n${'\u0001'.repeat(1_000_000)}`,
  'control characters on lines': `---\n${'a\u0001\n'.repeat(300_000)}`,
}

for (const [what, text] of Object.entries(LONG)) {
  test(`${what} are read at once, and their places found`, { timeout: 30_000 }, () => {
    const page = split(`---\n${text}`)
    const keys = Object.keys(page.fields)
    for (const key of keys) page.placeOf([key])
    assert.equal(page.problems.length, keys.length > 0 ? 0 : 1)
  })
}

test('what is no character is left out', () => {
  const page = split('---\ntitle: "a\\uFFFEb"\n---\nHe\uffffllo')
  assert.equal(page.fields['title'], 'ab')
  assert.equal(page.body.trim(), 'Hello')
})

test('a page of a library is refused', () => {
  assert.deepEqual(
    split('word\n'.repeat(1_000_000)).problems.map(p => p.code),
    ['file-too-large'],
  )
})
