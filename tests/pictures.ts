import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { buildSite, ROOT, serve } from './site.ts'

/** Remakes the README's pictures from the demo show: `npm run pictures`. */
interface Picture {
  readonly name: string
  readonly at: string
  readonly width: number
  readonly height: number
  readonly dark?: true
}

const PICTURES: readonly Picture[] = [
  { name: 'episode', at: 'episodes/a-horn-for-the-fog/', width: 1280, height: 860 },
  { name: 'home', at: '', width: 1280, height: 860 },
  { name: 'search', at: 'search/?q=kettle', width: 1280, height: 860 },
  { name: 'phone', at: 'episodes/a-horn-for-the-fog/', width: 390, height: 800, dark: true },
]

const folder = path.join(ROOT, 'docs', 'pictures')
mkdirSync(folder, { recursive: true })

const site = await buildSite(path.join(ROOT, 'content'))
if (site.result.code !== 0) throw new Error(site.result.err)
const server = await serve(site.folder)
const browser = await openBrowser()
try {
  for (const picture of PICTURES) await take(browser, picture)
} finally {
  await browser.close()
  server.close()
}

async function take(browser: Browser, { name, at, width, height, dark }: Picture): Promise<void> {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  await page.goto(server.url + at, { waitUntil: 'networkidle' })
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
  await page.close()
  process.stdout.write(`docs/pictures/${name}.png\n`)
}
