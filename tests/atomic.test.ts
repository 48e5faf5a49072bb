import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { before, describe, test } from 'node:test'
import { command, copyContent, filesIn, ROOT, RUN, temporaryFolder, writeFiles } from './site.ts'

/** One line for a whole folder: every path and every byte. */
function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  for (const file of filesIn(folder)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(folder, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** The same numbers every time: a test that fails must fail again. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function build(content: string, output: string) {
  return command('build', '--content', content, '--output', output, '--no-cards')
}

function startBuild(content: string, output: string) {
  return spawn(
    process.execPath,
    [RUN, 'build', '--content', content, '--output', output, '--no-cards'],
    { cwd: ROOT, stdio: 'ignore' },
  )
}

describe('whatever happens to a build, the old site stays whole', () => {
  const folder = temporaryFolder()
  const output = path.join(folder, 'site')
  const content = copyContent('harbour', { audio: true })
  const beside = () => readdirSync(folder).filter(name => name !== 'site')
  let old = ''
  let next = ''

  before(async () => {
    const first = await build(content, output)
    assert.equal(first.code, 0, first.err)
    old = fingerprint(output)
    writeFiles(content, {
      'episodes/006-new.md': '---\ntitle: New\ndate: 2025-06-01\n---\nA new one.\n',
      'episodes/006-new.txt': 'Ada Moor: [00:00:01] It is new.\n',
    })
    const elsewhere = path.join(temporaryFolder(), 'site')
    assert.equal((await build(content, elsewhere)).code, 0)
    next = fingerprint(elsewhere)
    assert.notEqual(next, old)
  })

  test('killed at any moment', async () => {
    const random = seeded(9)
    const begun = performance.now()
    assert.equal((await build(content, path.join(temporaryFolder(), 'site'))).code, 0)
    const whole = performance.now() - begun
    const seen = new Set<string>()
    for (let turn = 0; turn < 12; turn++) {
      const child = startBuild(content, output)
      const ended = new Promise(resolve => child.once('close', resolve))
      const timer = setTimeout(() => child.kill('SIGKILL'), whole * (0.15 + 0.85 * random()))
      await ended
      clearTimeout(timer)
      const found = fingerprint(output)
      seen.add(found)
      assert.ok(found === old || found === next, `after kill ${turn + 1} the site is half a site`)
    }
    assert.ok(seen.size > 0)
    const after = await build(content, output)
    assert.equal(after.code, 0, after.err)
    assert.equal(fingerprint(output), next)
    assert.deepEqual(beside(), [])
  })

  test('killed between the two halves of the swap', async () => {
    renameSync(output, `${output}.old`)
    mkdirSync(`${output}.staging`)
    writeFileSync(`${output}.lock`, '999999999')
    const after = await build(content, output)
    assert.equal(after.code, 0, after.err)
    assert.equal(fingerprint(output), next)
    assert.deepEqual(beside(), [])
  })

  test('killed between the two halves of the swap, and the next build is refused', async () => {
    renameSync(output, `${output}.old`)
    writeFileSync(`${output}.lock`, '999999999')
    const bad = copyContent('harbour')
    writeFiles(bad, { 'episodes/007-bad.md': '---\ntitle: x\n' })
    const refused = await build(bad, output)
    assert.equal(refused.code, 1)
    assert.match(refused.err, /Nothing was written/)
    assert.equal(fingerprint(output), next)
    assert.deepEqual(beside(), [])
  })

  test('stopped by the keyboard', async () => {
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ] as const) {
      const child = startBuild(content, output)
      const ended = new Promise<number | null>(resolve => child.once('close', resolve))
      while (child.exitCode === null && !existsSync(`${output}.staging`)) {
        await new Promise(resolve => setTimeout(resolve, 5))
      }
      child.kill(signal)
      assert.ok([code, 0].includes((await ended) ?? -1))
      assert.equal(fingerprint(output), next)
      assert.deepEqual(beside(), [])
    }
  })

  test('a file that may not grow as large as it must', {
    skip: process.platform === 'win32',
  }, () => {
    // 64 blocks of 512 bytes: less than a font, a card or an episode's audio. The shell ignores
    // the signal that comes with it, so that the build sees an error as on a full disk.
    const words = [
      process.execPath,
      ...[RUN, 'build', '--content', content, '--output', output, '--no-cards'],
    ]
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', 'trap "" XFSZ; ulimit -f 64; exec "$@"', 'sh', ...words],
      { cwd: ROOT, encoding: 'utf8' },
    )
    assert.equal(status, 1, stderr)
    assert.match(stderr, /A file is larger than this system allows.* is as it was\./)
    assert.equal(fingerprint(output), next)
    assert.deepEqual(beside(), [])
  })

  test('two and three builds at once', async () => {
    const results = await Promise.all([1, 2, 3].map(() => build(content, output)))
    assert.ok(results.some(({ code }) => code === 0))
    for (const { code, err } of results) {
      if (code !== 0) assert.match(err, /Another build \(process \d+\) is writing/)
    }
    assert.equal(fingerprint(output), next)
    assert.deepEqual(beside(), [])
  })

  test('two builds that find the lock of a dead one', async () => {
    writeFileSync(`${output}.lock`, '999999999 12345')
    const results = await Promise.all([1, 2].map(() => build(content, output)))
    assert.ok(results.some(({ code }) => code === 0))
    assert.equal(fingerprint(output), next)
    assert.deepEqual(beside(), [])
  })

  test('what builds left that were killed while they took the lock', async () => {
    writeFileSync(`${output}.lock.999999999`, '999999999 1')
    writeFileSync(`${output}.lock.999999998.dead`, '999999998 1')
    const after = await build(content, output)
    assert.equal(after.code, 0, after.err)
    assert.deepEqual(beside(), [])
  })

  test('a lock whose process id somebody else has by now', {
    skip: !existsSync('/proc'),
  }, async () => {
    writeFileSync(`${output}.lock`, `${process.pid} 1`)
    const after = await build(content, output)
    assert.equal(after.code, 0, after.err)
  })
})

describe('a place that can’t be written to is said in one sentence', () => {
  const content = copyContent('harbour')
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'file'), 'x')
  const places = [path.join(folder, 'file', 'site'), path.join(folder, 'file')]
  for (const place of places) {
    test(path.relative(folder, place).replace(/^[./]+/, ''), async () => {
      const { code, err } = await build(content, place)
      assert.equal(code, 1)
      assert.match(err, /can't be written|is a file, or can't be read/)
      assert.equal(/\n\s+at /.test(err), false, 'no stack')
      assert.equal(readFileSync(path.join(folder, 'file'), 'utf8'), 'x')
    })
  }
})

describe('what lies beside and behind the site', () => {
  const content = copyContent('harbour')

  test('folders of somebody’s own are never taken away', async () => {
    for (const name of ['site.old', 'site.staging']) {
      const folder = temporaryFolder()
      writeFiles(folder, { [`${name}/precious.txt`]: 'mine' })
      const { code, err } = await build(content, path.join(folder, 'site'))
      assert.equal(code, 1)
      assert.match(err, /is in the way: .* Rename it, or name another folder with --output\./)
      assert.equal(readFileSync(path.join(folder, name, 'precious.txt'), 'utf8'), 'mine')
      assert.deepEqual(readdirSync(folder), [name])
    }
  })

  test('a link stays, and the folder it leads to gets the site', async () => {
    const folder = temporaryFolder()
    mkdirSync(path.join(folder, 'www'))
    symlinkSync('www', path.join(folder, 'site'), 'dir')
    const { code, err } = await build(content, path.join(folder, 'site'))
    assert.equal(code, 0, err)
    assert.ok(existsSync(path.join(folder, 'www', 'index.html')))
    assert.deepEqual(readdirSync(folder).sort(), ['site', 'www'])
  })

  test('a link that leads nowhere', async () => {
    const folder = temporaryFolder()
    symlinkSync('nowhere', path.join(folder, 'site'))
    const { code, err } = await build(content, path.join(folder, 'site'))
    assert.equal(code, 1)
    assert.match(err, /is a link that leads nowhere\./)
  })

  test('a disk of its own', { skip: !existsSync('/dev/shm') }, async () => {
    const { code, err } = await build(content, '/dev/shm')
    assert.equal(code, 1)
    assert.match(err, /is a disk of its own|holds files that are no Verbatim site/)
  })
})
