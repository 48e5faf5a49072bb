import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser } from '../browser.ts'
import { copyContent, openSite } from '../site.ts'

describe('the ways into an archive', () => {
  let browser: Browser
  let context: BrowserContext
  let page: Page
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
  beforeEach(async () => {
    await context?.close()
    context = await browser.newContext()
    page = await context.newPage()
  })

  test('the home page has the newest episode ready to play, and / leads to its search', async () => {
    await page.goto(url)
    assert.equal(await page.locator('.newest .play').isVisible(), true)
    assert.equal(await page.evaluate(() => document.querySelector('audio')?.paused), true)
    await page.keyboard.press('/')
    await page.keyboard.type('bell')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${url}search/?q=bell`)
  })

  test('the place on the home page is the place on the episode’s own page', async () => {
    await page.goto(url)
    await page.locator('.newest .band input').fill('30')
    await page.locator('.newest .play').click()
    await page.waitForFunction(() => (document.querySelector('audio')?.currentTime ?? 0) > 30.1)
    await page.locator('.newest .play').click()
    await page.locator('.newest .all a').click()
    await page.waitForURL(/\/episodes\//)
    const time = await page.evaluate(() => document.querySelector('audio')?.currentTime ?? 0)
    assert.ok(Math.abs(time - 30) < 1.5, `${time} is about 30`)
  })

  test('episodes are filtered by title, person or topic as one types', async () => {
    await page.goto(`${url}episodes/`)
    const titles = () => page.locator('.filtered a').allTextContents()
    const field = page.locator('episode-filter input')
    for (const [words, expected] of [
      ['okafor tides', ['Two tides']],
      ['FOG', ['The log', 'The bell']],
      ['lindqvist log', ['The log']],
    ] as const) {
      await field.fill(words)
      await page.waitForFunction(
        count => document.querySelectorAll('.filtered a').length === count,
        expected.length,
      )
      assert.deepEqual(await titles(), expected)
    }
    await field.fill('nothing of the kind')
    await page.locator('.filtered .empty').waitFor()
    await field.fill('')
    assert.equal(await page.locator('.shelf').first().isVisible(), true)
  })

  test('a filtered episode leads to its page under the site’s own path', async () => {
    await page.goto(`${url}episodes/`)
    await page.locator('episode-filter input').fill('bell')
    await page.locator('.filtered a').first().click()
    await page.waitForURL(`${url}episodes/the-bell/`)
  })

  test('entries show their titles only, without JavaScript too', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const bare = await plain.newPage()
    await bare.goto(`${url}episodes/`)
    assert.equal(await bare.locator('.entry .summary').first().isVisible(), true)
    await bare.locator('#view-compact').check()
    assert.equal(await bare.locator('.entry .summary').first().isVisible(), false)
    await plain.close()
  })

  test('people are filtered by name, accents aside', async () => {
    await page.goto(`${url}guests/`)
    await page.locator('people-filter input').fill('lindqvíst')
    assert.deepEqual(
      await page
        .locator('.people > li:visible a > span:not(.portrait):not(.facts)')
        .allTextContents(),
      ['Cara Lindqvist'],
    )
  })

  test('a person without a file has a page of what is known', async () => {
    await page.goto(`${url}guests/cara-lindqvist/`)
    assert.deepEqual(await page.locator('.appearances > li > a').allTextContents(), [
      'Two tides',
      'The log',
    ])
    assert.match((await page.locator('.appearances .facts').last().textContent()) ?? '', /%/)
  })

  test('only what a person said is searched from their page', async () => {
    await page.goto(`${url}guests/ben-okafor/`)
    await page.locator('#theirs').focus()
    await page.keyboard.press('End')
    await page.keyboard.type('bell')
    await page.keyboard.press('Enter')
    await page.waitForURL(/search\/\?q=/)
    const hits = page.locator('a.moment')
    await hits.first().waitFor()
    for (const hit of await hits.all()) {
      assert.match((await hit.getAttribute('href')) ?? '', /\/episodes\/[\w-]+\/#t=/)
    }
  })
})
