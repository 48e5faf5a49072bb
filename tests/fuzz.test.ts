import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, test } from 'node:test'
import { fixturesOf, holdPage, holdShow, holdTranscript, mutate, seeded } from './fuzzing.ts'
import { copyContent, filesIn, ROOT, temporaryFolder } from './site.ts'

/**
 * Rounds for each fixture: some twenty seconds in all. `npm run bench -- --only fuzz` runs for as
 * long as it is told, on other numbers.
 */
const ROUNDS = 60

/** Runs one case; what breaks it is kept, so that it can become a fixture. */
function hold(what: string, text: string, check: () => void): void {
  try {
    check()
  } catch (error) {
    const kept = path.join(tmpdir(), `verbatim-fuzz-${what.replace(/[^\w.]/g, '-')}`)
    writeFileSync(kept, text)
    throw new Error(`${what} breaks; the text is in ${kept}`, { cause: error })
  }
}

describe('no transcript breaks its reader', () => {
  for (const { file, text } of fixturesOf('scripts/transcript/fixtures')) {
    test(`changes to ${file}`, () => {
      const random = seeded(file.length * 7919 + text.length)
      for (let round = 0; round < ROUNDS; round++) {
        const changed = mutate(text, random)
        hold(file, changed, () => holdTranscript(file, changed))
      }
    })
  }
})

test('no front matter breaks its reader', () => {
  const source = path.join(ROOT, 'tests/fixtures')
  const random = seeded(4)
  for (const file of filesIn(source).filter(name => name.endsWith('.md'))) {
    const text = readFileSync(path.join(source, file), 'utf8')
    for (let round = 0; round < ROUNDS; round++) {
      const changed = mutate(text, random)
      hold(file, changed, () => holdPage(file, changed))
    }
  }
})

for (const fixture of ['harbour', 'hostile']) {
  test(`no change to the files of ${fixture} breaks the reading of a show`, async () => {
    const source = copyContent(fixture)
    const work = path.join(temporaryFolder(), 'content')
    const random = seeded(11)
    for (let round = 0; round < ROUNDS; round++) await holdShow(source, work, random)
    rmSync(work, { recursive: true, force: true })
  })
}

test('what once broke a reader', () => {
  holdTranscript('podcast.html', '<p>Welcome &\n<time>0:00</time>\n<cite>Ann:</cite>')
  holdTranscript('hyper.html', `<p><span data-m="${'9'.repeat(400)}" data-d="270">word </span></p>`)
})
