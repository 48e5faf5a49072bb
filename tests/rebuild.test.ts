import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { before, describe, test } from 'node:test'
import { cacheFolder } from '../scripts/cache/cacheFolder.ts'
import { seeded } from './fuzzing.ts'
import { command, copyContent, filesIn, temporaryFolder, writeFiles } from './site.ts'

/** Enough transcripts that several threads read and print them. */
const EPISODES = 50
const NAMES = ['Ada Moor', 'Ben Ode', 'Cleo Faye', 'Dov Hart', 'Edda Lund']
const WORDS =
  'harbour fog bell keeper lamp winter signal rope tide gull pier engine quiet wire'.split(' ')

type Random = () => number
const pick = <T>(random: Random, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)] as T

function sentence(random: Random): string {
  const words = Array.from({ length: 8 + Math.floor(random() * 12) }, () => pick(random, WORDS))
  return `The ${words.join(' ')}.`
}

function transcript(random: Random, speakers: readonly string[]): string {
  return Array.from({ length: 12 }, (_, turn) => {
    const said = [sentence(random), sentence(random)].join(' ')
    return `${speakers[turn % speakers.length]}: [00:0${turn % 10}:${10 + turn}] ${said}\n`
  }).join('\n')
}

function episode(random: Random, slug: string, day: number): Record<string, string> {
  const guest = pick(random, NAMES)
  const date = new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10)
  return {
    [`episodes/${slug}.md`]: `---\ntitle: About ${slug}\ndate: ${date}\nguests: [${guest}]\ntopics: [${pick(random, WORDS)}]\n---\n\n${sentence(random)}\n`,
    [`episodes/${slug}.txt`]: transcript(random, ['Mo Host', guest]),
  }
}

/** What editors do to a show, each one change. */
const EDITS: readonly ((content: string, random: Random, round: number) => string)[] = [
  (content, random) => {
    const slug = anEpisode(content, random)
    appendFileSync(
      path.join(content, `episodes/${slug}.txt`),
      `\nMo Host: [00:20:00] ${sentence(random)}\n`,
    )
    return `a sentence more in ${slug}`
  },
  (content, random, round) => {
    const slug = anEpisode(content, random)
    change(content, `episodes/${slug}.md`, text =>
      text.replace(/title: .*/, `title: Renamed ${round}`),
    )
    return `another title for ${slug}`
  },
  (content, random, round) => {
    const slug = `added-${round}`
    writeFiles(content, episode(random, slug, 400 + round))
    change(content, `episodes/${slug}.md`, text =>
      text.replace(/guests: .*/, `guests: [Newcomer ${round}]`),
    )
    return `a new episode with a new guest, ${slug}`
  },
  (content, random) => {
    const slug = anEpisode(content, random)
    for (const ending of ['md', 'txt']) rmSync(path.join(content, `episodes/${slug}.${ending}`))
    return `no ${slug} any more`
  },
  (content, random, round) => {
    const slug = anEpisode(content, random)
    for (const ending of ['md', 'txt']) {
      const at = (name: string) => path.join(content, `episodes/${name}.${ending}`)
      renameSync(at(slug), at(`moved-${round}`))
    }
    return `${slug} moved`
  },
  (content, random, round) => {
    const name = pick(random, NAMES)
    const file = `guests/${name.toLowerCase().replace(' ', '-')}.md`
    writeFiles(content, {
      [file]: `---\nname: ${name}\naliases: [Captain ${round}]\n---\n\n${sentence(random)}\n`,
    })
    return `a page for ${name}`
  },
  (content, _, round) => {
    change(content, 'show.md', text => text.replace(/title: .*/, `title: The show ${round}`))
    return 'another title for the show'
  },
  (content, random) => {
    const [one, other] = [anEpisode(content, random), anEpisode(content, random)]
    cpSync(path.join(content, `episodes/${one}.txt`), path.join(content, `episodes/${other}.txt`))
    return `the words of ${one} for ${other}`
  },
]

function anEpisode(content: string, random: Random): string {
  const slugs = readdirSync(path.join(content, 'episodes'))
    .filter(it => it.endsWith('.txt'))
    .sort()
  return pick(random, slugs).replace('.txt', '')
}

function change(content: string, file: string, edit: (text: string) => string): void {
  const at = path.join(content, file)
  writeFileSync(at, edit(readFileSync(at, 'utf8')))
}

function hashes(folder: string): Record<string, string> {
  const hash = (file: string) =>
    createHash('sha256')
      .update(readFileSync(path.join(folder, file)))
      .digest('hex')
  return Object.fromEntries(filesIn(folder).map(file => [file, hash(file)]))
}

async function build(content: string, output: string): Promise<Record<string, string>> {
  const { code, err } = await command(
    'build',
    '--content',
    content,
    '--output',
    output,
    '--no-cards',
  )
  assert.equal(code, 0, err)
  return hashes(output)
}

/** Files that are not the same in two sites. */
function differing(a: Record<string, string>, b: Record<string, string>): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(file => a[file] !== b[file])
}

/** Builds a copy, of which nothing is known. */
function cleanBuild(content: string): Promise<Record<string, string>> {
  const copy = path.join(temporaryFolder(), 'content')
  cpSync(content, copy, { recursive: true })
  return build(copy, path.join(temporaryFolder(), 'site'))
}

describe('a second build makes the same bytes as a first', () => {
  const random = seeded(20)
  const content = copyContent('harbour')
  const output = path.join(temporaryFolder(), 'site')

  before(async () => {
    for (let i = 0; i < EPISODES; i++) writeFiles(content, episode(random, `episode-${i}`, i))
    assert.deepEqual(differing(await build(content, output), await cleanBuild(content)), [])
  })

  test('after any edits', async () => {
    for (let round = 0; round < EDITS.length / 2; round++) {
      const edits = EDITS.slice(2 * round, 2 * round + 2)
      const done = edits.map(edit => edit(content, random, round)).join('; ')
      assert.deepEqual(differing(await build(content, output), await cleanBuild(content)), [], done)
    }
  })

  test('after somebody changed files of the site in place', async () => {
    const whole = hashes(output)
    for (const file of filesIn(output).filter((_, at) => at % 7 === 0)) {
      appendFileSync(path.join(output, file), '\n')
    }
    assert.deepEqual(differing(await build(content, output), whole), [])
  })

  test('after somebody put things of their own into the site', async () => {
    const whole = hashes(output)
    const elsewhere = temporaryFolder()
    writeFiles(elsewhere, { 'index.html': 'mine', 'old/index.html': 'mine too' })
    const at = (file: string) => path.join(output, file)
    rmSync(at('episodes'), { recursive: true })
    symlinkSync(elsewhere, at('episodes'), 'dir')
    rmSync(at('feed.xml'))
    writeFiles(output, {
      'feed.xml/in the way': '',
      'search-index/text/stray/0.bin': '',
      extra: '',
    })
    rmSync(at('topics'), { recursive: true })
    writeFileSync(at('topics'), 'a file in the way')
    // The next site is made of the one before this, and the one after it of this.
    for (let round = 0; round < 3; round++) {
      assert.deepEqual(differing(await build(content, output), whole), [], `build ${round}`)
    }
    assert.deepEqual(filesIn(elsewhere), ['index.html', 'old/index.html'])
  })

  test('after parts of the cache went missing or were damaged', async () => {
    const whole = hashes(output)
    const cache = cacheFolder(content)
    assert.ok(existsSync(cache))
    for (const file of filesIn(cache)) {
      const at = path.join(cache, file)
      const fate = random()
      if (fate < 0.2) rmSync(at)
      else if (fate < 0.4) truncateSync(at, 3)
      else if (fate < 0.5) writeFileSync(at, 'nonsense')
    }
    assert.deepEqual(differing(await build(content, output), whole), [])
  })
})
