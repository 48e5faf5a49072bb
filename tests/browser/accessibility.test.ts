import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, describe, test } from 'node:test'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../browser.ts'
import { copyContent, openSite } from '../site.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Every kind of page, and the states of those that have states. */
const PAGES: readonly (readonly [path: string, state?: (page: Page) => Promise<void>])[] = [
  [''],
  ['episodes/'],
  ['episodes/in/2026/'],
  ['episodes/season/1/'],
  ['episodes/the-bell/'],
  ['episodes/the-log/#t=5,9'],
  ['episodes/quiet/'],
  ['episodes/the-bell/embed/'],
  ['episodes/the-log/', page => page.keyboard.press('?')],
  [
    'episodes/the-log/',
    async page => {
      await page.keyboard.press('f')
      await page.keyboard.type('the')
    },
  ],
  ['guests/'],
  ['guests/by/latest/'],
  ['guests/ben-okafor/'],
  ['guests/cara-lindqvist/'],
  ['topics/'],
  ['topics/fog/'],
  ['search/'],
  ['about/'],
  ['contact/'],
  ['404.html'],
]

describe('axe finds nothing to mend', () => {
  let browser: Browser
  let url = ''
  let close = () => {}

  before(async () => {
    const content = copyContent('harbour', { audio: true })
    ;({ url, close } = await openSite(content, '/shows/harbour/', '--no-cards'))
    browser = await openBrowser()
  })
  after(async () => {
    await browser?.close()
    close()
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [360, 1280]) {
      test(`in ${colorScheme}, ${width} pixels wide`, async () => {
        const context = await browser.newContext({
          colorScheme,
          viewport: { width, height: 800 },
          reducedMotion: 'reduce',
        })
        const page = await context.newPage()
        const found: string[] = []
        for (const [path, state] of PAGES) {
          // A page that differs only in its hash would not be loaded anew.
          await page.goto('about:blank')
          await page.goto(`${url}${path}`)
          await state?.(page)
          await page.evaluate(AXE)
          const { violations } = await page.evaluate(() =>
            (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
          )
          for (const { id, nodes } of violations) {
            found.push(
              `/${path}: ${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3)}`,
            )
          }
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          if (wide > 0) found.push(`/${path} is ${wide} pixels wider than the window`)
        }
        await context.close()
        assert.deepEqual(found, [])
      })
    }
  }
})
