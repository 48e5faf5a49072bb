import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { SiteFolder } from '../../scripts/cache/siteFolder.ts'
import { readShow } from '../../scripts/content/readShow.ts'
import { Digests } from '../../scripts/insight/digests.ts'
import type { Show } from '../../scripts/model/show.ts'
import { endThreads } from '../../scripts/threads/startThread.ts'
import { type Maker, make, ofTranscript } from './ofTranscript.ts'
import { Press } from './press.ts'

const EPISODES = 5
const MAKERS: readonly Maker[] = ['vtt', 'srt', 'json', 'txt', 'md']

function writeShow(folder: string): void {
  mkdirSync(path.join(folder, 'episodes'), { recursive: true })
  writeFileSync(path.join(folder, 'show.md'), '---\ntitle: Tides\nurl: https://example.org/\n---\n')
  for (let i = 0; i < EPISODES; i++) {
    const file = path.join(folder, 'episodes', `tide-${i}`)
    writeFileSync(`${file}.md`, `---\ntitle: Tide ${i}\ndate: 2026-01-0${i + 1}\n---\n`)
    writeFileSync(`${file}.txt`, `Ada: [00:00:0${i}] The tide is ${i} high.\n\nBen: Is it?\n`)
  }
}

interface Place {
  readonly content: string
  readonly cache: string
  readonly site: SiteFolder
}

function places(t: TestContext): Place {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-press-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const at = (name: string) => path.join(folder, name)
  writeShow(at('content'))
  mkdirSync(at('site'))
  return { content: at('content'), cache: at('cache'), site: new SiteFolder(at('site')) }
}

/** Reads and prints a show in threads, when it has more than `few` transcripts. */
async function print({ content, cache, site }: Place, few: number): Promise<Show> {
  const press = new Press({ content, cache, site, digests: new Digests(), few })
  try {
    const root = content
    const { show } = await readShow({ root, drafts: true, now: new Date(), readers: press })
    assert.ok(show)
    for (const { slug, transcript } of show.episodes) {
      if (!transcript) continue
      for (const maker of MAKERS) {
        press.publish(`${slug}.${maker}`, ofTranscript(transcript, maker, { title: slug }))
      }
    }
    await press.finish()
    press.save()
    return show
  } finally {
    await endThreads()
  }
}

function assertPrinted({ site }: Place, show: Show): void {
  assert.equal(show.episodes.length, EPISODES)
  for (const { slug, transcript } of show.episodes) {
    for (const maker of MAKERS) {
      assert.ok(transcript)
      const text = make(ofTranscript(transcript, maker, { title: slug }))
      assert.equal(readFileSync(path.join(site.path, `${slug}.${maker}`), 'utf8'), text)
    }
  }
}

test('threads print what is printed here', async t => {
  const place = places(t)
  assertPrinted(place, await print(place, 1))
})

test('what is kept is published again, and made again where somebody changed it', async t => {
  const place = places(t)
  const show = await print(place, EPISODES)
  writeFileSync(path.join(place.site.path, 'tide-0.vtt'), 'changed in place')
  rmSync(path.join(place.site.path, 'tide-1.vtt'))
  const second = { ...place, site: place.site.within('second') }
  assertPrinted(second, await print(second, EPISODES))
  assertPrinted(second, show)
})

test('a file that is saved while the site is made is named', async t => {
  const place = places(t)
  const press = new Press({ ...place, digests: new Digests(), few: 1 })
  t.after(endThreads)
  const root = place.content
  const { show } = await readShow({ root, drafts: true, now: new Date(), readers: press })
  writeFileSync(path.join(root, 'episodes/tide-2.txt'), 'Ada: [00:00:01] Something else.\n')
  const changed = show?.episodes.find(({ slug }) => slug === 'tide-2')?.transcript
  assert.throws(() => changed?.items, /^ChangedFile: episodes\/tide-2\.txt was changed while/)
})
