import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, CDPSession, Page } from 'playwright-core'
import type { Show } from '../scripts/model/show.ts'
import { writeSearchIndex } from '../scripts/search/index.ts'
import { INDEX_FOLDER } from '../scripts/search/manifest.ts'
import { openBrowser } from '../tests/browser.ts'
import { archivesFolder, readArchive, showOf } from './archive.ts'
import { type KnownItem, sampleItems, VARIANTS, type Variant } from './knownItem.ts'
import { MemoryWatch } from './memory.ts'
import { askPlainPagefind, measureFolder, writePlainPagefind } from './plainPagefind.ts'
import { serveFolder, writeSearchSite } from './searchSite.ts'

export interface SearchBenchOptions {
  /** Episodes in the archives to search. */
  readonly sizes: readonly number[]
  /** Known items for each variant. */
  readonly queries: number
  readonly seed: number
  /** Also Pagefind with one record a page, for comparison. */
  readonly plain: boolean
  readonly print: (line: string) => void
}

const DEFAULTS: SearchBenchOptions = {
  sizes: [200, 2084],
  queries: 150,
  seed: 7,
  plain: true,
  print: line => process.stdout.write(`${line}\n`),
}

/**
 * The known-item test: a few words that somebody remembers, searched in a real browser against a
 * plain file server. Is the moment they come from among the first?
 */
export async function benchSearch(options: Partial<SearchBenchOptions> = {}): Promise<void> {
  const all = { ...DEFAULTS, ...options }
  const archives = archivesFolder()
  if (!archives) {
    all.print('search: skipped, there are no archives on this machine (VERBATIM_ARCHIVES)')
    return
  }
  const files = readArchive(path.join(archives, 'changelog-md.tar.gz'))
  const browser = await openBrowser()
  try {
    for (const size of all.sizes) await benchSize(showOf(files, size), browser, all)
  } finally {
    await browser.close()
  }
}

async function benchSize(show: Show, browser: Browser, options: SearchBenchOptions) {
  const { print } = options
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-bench-'))
  try {
    print(`\nSearch, ${show.episodes.length} episodes`)
    writeSearchSite(show, folder)
    await measureBuild('Verbatim', path.join(folder, INDEX_FOLDER), print, () =>
      writeSearchIndex(show, folder),
    )
    if (options.plain) {
      await measureBuild('plain Pagefind', path.join(folder, 'pagefind'), print, () =>
        writePlainPagefind(show, folder),
      )
    }
    const server = await serveFolder(folder)
    try {
      print(
        '| query | n | first | among 5 | ms | p95 | kB | p95 | first query ms | kB |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      )
      for (const variant of VARIANTS) {
        const items = sampleItems(show, options.queries, variant, options.seed)
        print(row(variant, await ask(browser, server.url, items)))
        if (options.plain && variant === 'plain') {
          print(row('plain Pagefind, right episode', await askPlain(browser, server.url, items)))
        }
      }
    } finally {
      server.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureBuild(
  name: string,
  folder: string,
  print: (line: string) => void,
  build: () => Promise<unknown>,
): Promise<void> {
  const memory = new MemoryWatch()
  const start = performance.now()
  await build()
  const seconds = (performance.now() - start) / 1000
  const { files, bytes } = measureFolder(folder)
  print(
    `${name}: ${seconds.toFixed(1)} s, ${Math.round(memory.finish() / 1e6)} MB of memory with the show itself, ${(bytes / 1e6).toFixed(1)} MB in ${files} files`,
  )
}

interface Asked {
  /** Where the true moment stood, from 0; -1 for nowhere. */
  readonly rank: number
  readonly ms: number
  readonly bytes: number
}

interface Outcome {
  readonly first: readonly Asked[]
  readonly later: readonly Asked[]
}

/** How many queries start in a browser that has never seen the site. */
const COLD = 8

async function ask(browser: Browser, url: string, items: readonly KnownItem[]): Promise<Outcome> {
  const first: Asked[] = []
  for (const item of items.slice(0, COLD)) {
    await inFreshPage(browser, `${url}search/`, async (page, wire) => {
      first.push(await askOne(page, wire, item))
    })
  }
  const later: Asked[] = []
  await inFreshPage(browser, `${url}search/`, async (page, wire) => {
    await askOne(page, wire, { query: 'hello', slug: '', at: '' })
    for (const item of items) later.push(await askOne(page, wire, item))
  })
  return { first, later }
}

async function askOne(page: Page, wire: Wire, item: KnownItem): Promise<Asked> {
  wire.reset()
  const { ms, hrefs } = await page.evaluate(async query => {
    const root = document.querySelector('search-page')
    const field = root?.querySelector('input')
    if (!root || !field) throw new Error('This is no search page')
    const start = performance.now()
    field.focus()
    const answered = new Promise<number>(resolve => {
      const observer = new MutationObserver(() => {
        if (root.getAttribute('data-asked') !== query) return
        observer.disconnect()
        resolve(performance.now() - start)
      })
      observer.observe(root, { attributes: true })
    })
    field.value = query
    field.dispatchEvent(new Event('input', { bubbles: true }))
    // Enter searches at once; before the code is there, it finds the words in the field.
    if (root.hasAttribute('data-asked')) field.form?.requestSubmit()
    const ms = await answered
    const links = [...root.querySelectorAll<HTMLAnchorElement>('a.moment')]
    return { ms, hrefs: links.slice(0, 10).map(link => link.getAttribute('href') ?? '') }
  }, item.query)
  await page.waitForTimeout(5)
  return { rank: hrefs.findIndex(href => isIt(href, item)), ms, bytes: wire.bytes }
}

/** Within half a minute of the words; where no time is known, at the words themselves. */
function isIt(href: string, { slug, start, at }: KnownItem): boolean {
  const [page = '', hash = ''] = href.split('#')
  if (!page.endsWith(`/episodes/${slug}/`)) return false
  if (start === undefined) return hash === at
  return hash.startsWith('t=') && Math.abs(Number(hash.slice(2)) - start) <= 30
}

async function askPlain(
  browser: Browser,
  url: string,
  items: readonly KnownItem[],
): Promise<Outcome> {
  const askOnePlain = async (page: Page, wire: Wire, { query, slug }: KnownItem) => {
    wire.reset()
    const start = performance.now()
    const found = await askPlainPagefind(page, query)
    const ms = performance.now() - start
    return { rank: found.findIndex(to => to.endsWith(`/${slug}/`)), ms, bytes: wire.bytes }
  }
  const first: Asked[] = []
  const later: Asked[] = []
  await inFreshPage(browser, `${url}plain/`, async (page, wire) => {
    for (const item of items) {
      const asked = await askOnePlain(page, wire, item)
      if (first.length === 0) first.push(asked)
      later.push(asked)
    }
  })
  return { first, later }
}

interface Wire {
  bytes: number
  reset(): void
}

async function inFreshPage(
  browser: Browser,
  url: string,
  use: (page: Page, wire: Wire) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    const wire = await listen(await context.newCDPSession(page))
    await page.goto(url, { waitUntil: 'load' })
    await use(page, wire)
  } finally {
    await context.close()
  }
}

/** Bytes over the wire, headers included. */
async function listen(session: CDPSession): Promise<Wire> {
  const wire = {
    bytes: 0,
    reset() {
      wire.bytes = 0
    },
  }
  await session.send('Network.enable')
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    wire.bytes += encodedDataLength
  })
  return wire
}

function row(name: Variant | string, { first, later }: Outcome): string {
  const share = (test: (rank: number) => boolean) =>
    `${((100 * later.filter(({ rank }) => test(rank)).length) / later.length).toFixed(1)} %`
  const ms = later.map(asked => asked.ms)
  const bytes = later.map(asked => asked.bytes / 1000)
  return `| ${[
    name,
    later.length,
    share(rank => rank === 0),
    share(rank => rank >= 0 && rank < 5),
    quantile(ms, 0.5),
    quantile(ms, 0.95),
    quantile(bytes, 0.5),
    quantile(bytes, 0.95),
    quantile(
      first.map(asked => asked.ms),
      0.5,
    ),
    quantile(
      first.map(asked => asked.bytes / 1000),
      0.5,
    ),
  ].join(' | ')} |`
}

function quantile(numbers: readonly number[], share: number): string {
  const sorted = [...numbers].sort((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)
}
