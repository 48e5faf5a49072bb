import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { command, filesIn, temporaryFolder, writeFiles } from './site.ts'

const VTT = `WEBVTT

00:00.000 --> 00:04.000
<v Ann>What does it say?

00:04.000 --> 00:09.000
<v Bo Ek>It says: here is the rock.
`

test('a show, a guest and an episode, begun with commands alone, are a site', async () => {
  const folder = temporaryFolder()
  const content = path.join(folder, 'content')
  const at = ['--content', content]
  writeFiles(folder, { 'Export (1).vtt': VTT })
  const made = [
    await command(
      'new',
      'show',
      'Small Sounds',
      '--url',
      'https://example.org/',
      '--hosts',
      'Ann Lee',
      ...at,
    ),
    await command('new', 'guest', 'Bo Ek', '--title', 'Keeper of a lighthouse', ...at),
    await command(
      'new',
      'episode',
      'The last foghorn',
      '--date',
      '2026-03-03',
      '--guests',
      'Bo Ek',
      '--transcript',
      path.join(folder, 'Export (1).vtt'),
      ...at,
    ),
  ]
  for (const { code, err } of made) assert.equal(code, 0, err)
  assert.deepEqual(filesIn(content), [
    'episodes/001-the-last-foghorn.md',
    'episodes/001-the-last-foghorn.vtt',
    'guests/ann-lee.md',
    'guests/bo-ek.md',
    'show.md',
  ])
  const checked = await command('check', ...at)
  assert.equal(checked.out, 'All is well in 1 episode of Small Sounds.\n', checked.out)
  const output = path.join(folder, 'dist')
  const built = await command('build', '--no-search', '--output', output, ...at)
  assert.equal(built.code, 0, built.err)
  assert.match(
    readFileSync(path.join(output, 'episodes/the-last-foghorn/index.html'), 'utf8'),
    /here is the rock/,
  )
})

test('a show that has only begun builds too', async () => {
  const folder = temporaryFolder()
  const content = path.join(folder, 'content')
  await command('new', 'show', 'Small Sounds', '--content', content)
  const output = path.join(folder, 'dist')
  const built = await command('build', '--output', output, '--content', content)
  assert.equal(built.code, 0, built.out + built.err)
  assert.ok(existsSync(path.join(output, 'index.html')))
})

test('says what is missing in one sentence, and ends with 1', async () => {
  const content = path.join(temporaryFolder(), 'content')
  const cases: readonly (readonly [
    command: 'new' | 'import',
    args: readonly string[],
    says: RegExp,
  ])[] = [
    ['new', [], /Say what to make: episode, guest or show/],
    ['new', ['epsiode', 'Fog'], /nothing called “epsiode”/],
    ['new', ['episode', 'Fog'], /There is no show in .*content/],
    ['new', ['episode', 'Fog', '--colour', 'red'], /--colour.* See npm run new --help/],
    ['new', ['guest', 'Bo', '--transcript', 'x'], /--transcript belongs to a new episode/],
    ['import', ['docs', '--only', '4'], /--only chooses episodes of a feed/],
    ['import', [], /Say which feed, folder or file/],
    ['import', ['nowhere.xml'], /There is no nowhere\.xml/],
    ['import', ['file:///etc/passwd'], /Only http and https/],
    ['import', ['http://127.0.0.1:1/feed.xml', '--dry-run'], /refuses the connection|bad port/],
  ]
  for (const [name, args, says] of cases) {
    const { code, err } = await command(name, ...args, '--content', content)
    assert.equal(code, 1, args.join(' '))
    assert.match(err, says)
    assert.doesNotMatch(err, /^ +at /m, 'a stack is for our own mistakes')
  }
  assert.ok(!existsSync(content))
})

test('an import doesn’t mix with the demo show', async () => {
  const folder = temporaryFolder()
  writeFiles(folder, {
    'content/show.md': '---\ntitle: Demo\n---\n',
    'one.srt': '1\n00:00:00,000 --> 00:00:01,000\nHello.\n',
  })
  const content = path.join(folder, 'content')
  const { sealDemo } = await import('../scripts/new/demo.ts')
  sealDemo(content)
  const source = path.join(folder, 'one.srt')
  const refused = await command('import', source, '--content', content)
  assert.equal(refused.code, 1)
  assert.match(refused.err, /holds the demo show\. Say --replace-demo/)
  const done = await command('import', source, '--content', content, '--replace-demo')
  assert.equal(done.code, 0, done.err)
  assert.match(readFileSync(path.join(content, 'show.md'), 'utf8'), /Untitled show/)
  assert.ok(existsSync(path.join(content, 'episodes/one.srt')))
})
