import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser } from '../browser.ts'
import { copyContent, openSite, writeFiles } from '../site.ts'

const EPISODE = 'episodes/the-log/'

/** As Whisper writes a recording whose words it timed: two a second. */
const SAID = 'The bell rings once and then the fog takes it'.split(' ')
const WHISPER = JSON.stringify({
  text: SAID.join(' '),
  language: 'en',
  segments: [
    {
      id: 0,
      start: 0,
      end: SAID.length / 2,
      text: ` ${SAID.join(' ')}.`,
      words: SAID.map((word, at) => ({ word: ` ${word}`, start: at / 2, end: at / 2 + 0.5 })),
    },
  ],
})

describe('the episode page', () => {
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let url = ''
  let close = () => {}

  before(async () => {
    const content = copyContent('harbour', { audio: true })
    writeFiles(content, {
      'episodes/006-words.md': '---\ntitle: Words\ndate: 2026-04-01\naudio: 005-quiet.wav\n---\n',
      'episodes/006-words.json': WHISPER,
    })
    ;({ url, close } = await openSite(content, '/shows/harbour/', '--no-cards'))
    browser = await openBrowser()
  })
  after(async () => {
    await browser?.close()
    close()
  })
  beforeEach(async () => {
    await context?.close()
    context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    page = await context.newPage()
  })

  const audioTime = () => page.evaluate(() => document.querySelector('audio')?.currentTime ?? -1)
  const isPaused = () => page.evaluate(() => document.querySelector('audio')?.paused)
  const marked = (name: string) =>
    page.evaluate(
      it => [...(CSS.highlights.get(it) ?? [])].map(range => range.toString()).join('|'),
      name,
    )
  const near = (actual: number, expected: number) =>
    assert.ok(Math.abs(actual - expected) < 1, `${actual} is about ${expected}`)

  test('a link to a moment sets the player there, marks the words, and does not play', async () => {
    await page.goto(`${url}${EPISODE}#t=12`)
    near(await audioTime(), 12)
    assert.equal(await isPaused(), true)
    assert.notEqual(await marked('now'), '')
    const box = await page.locator('.turn[data-now]').boundingBox()
    assert.ok(box && box.y >= 0 && box.y < 720, 'the turn is in view')
  })

  for (const [form, seconds] of [
    ['#t=0:12', 12],
    ['#t=0h0m12s', 12],
    ['?t=12', 12],
    ['#t=12.5', 12.5],
  ] as const) {
    test(`${form} is understood as ${seconds} seconds`, async () => {
      await page.goto(`${url}${EPISODE}${form}`)
      near(await audioTime(), seconds)
      assert.equal(await page.evaluate(() => location.hash), `#t=${seconds}`)
    })
  }

  test('a click on a time goes there and puts it into the address', async () => {
    await page.goto(`${url}${EPISODE}`)
    const link = page.locator('.turn > a').nth(2)
    const hash = (await link.getAttribute('href')) ?? ''
    await link.click()
    near(await audioTime(), Number(hash.slice('#t='.length)))
    assert.equal(await page.evaluate(() => location.hash), hash)
    assert.equal(await isPaused(), true)
  })

  test('a click on words goes to them', async () => {
    await page.goto(`${url}${EPISODE}`)
    const words = page.locator('.turn [data-t]').last()
    const start = Number(await words.getAttribute('data-t'))
    await words.click({ position: { x: 5, y: 10 } })
    await page.waitForFunction(
      time => Math.abs((document.querySelector('audio')?.currentTime ?? 0) - time) < 0.5,
      start,
    )
  })

  test('a click on the ribbon goes there', async () => {
    await page.goto(`${url}${EPISODE}`)
    const box = await page.locator('.band input').boundingBox()
    assert.ok(box)
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    near(await audioTime(), 45)
  })

  test('keys skip and play, but not while somebody types', async () => {
    await page.goto(`${url}${EPISODE}`)
    await page.keyboard.press('l')
    near(await audioTime(), 15)
    await page.keyboard.press('ArrowLeft')
    near(await audioTime(), 10)
    await page.keyboard.press('k')
    await page.waitForFunction(() => document.querySelector('audio')?.paused === false)
    await page.keyboard.press(' ')
    assert.equal(await isPaused(), true)
    await page.keyboard.press('/')
    await page.keyboard.type('lk j')
    assert.equal(await isPaused(), true)
    near(await audioTime(), 10)
    assert.equal(await page.locator('input[name=q]').inputValue(), 'lk j')
  })

  test('? shows the keys, and Escape puts them away', async () => {
    await page.goto(`${url}${EPISODE}`)
    await page.keyboard.press('?')
    assert.equal(await page.locator('dialog[open] dt').first().isVisible(), true)
    await page.keyboard.press('Escape')
    assert.equal(await page.locator('dialog[open]').count(), 0)
  })

  test('a range is marked, plays to its end, and stops there', async () => {
    await page.goto(`${url}${EPISODE}#t=3,5`)
    await page.waitForFunction(() => CSS.highlights.has('range'))
    await page.locator('.play').click()
    await page.waitForFunction(() => (document.querySelector('audio')?.currentTime ?? 0) > 4)
    await page.waitForFunction(() => document.querySelector('audio')?.paused === true)
    const time = await audioTime()
    assert.ok(time >= 5 && time < 5.6, `${time} is just past 5`)
  })

  test('the words that are heard are marked, and the address leads to them', async () => {
    await page.goto(`${url}${EPISODE}#t=8`)
    const before = await marked('now')
    await page.locator('.play').click()
    await page.waitForFunction(
      words => [...(CSS.highlights.get('now') ?? [])].map(String).join('|') !== words,
      before,
      { timeout: 15_000 },
    )
    await page.locator('.play').click()
    await page.waitForFunction(() => {
      const audio = document.querySelector('audio')
      return audio?.paused && location.hash === `#t=${Math.floor(audio.currentTime)}`
    })
  })

  test('where words are timed, the word that is heard is marked', async () => {
    await page.goto(`${url}episodes/words/#t=1`)
    await page.locator('.play').click()
    const seen = new Set<string>()
    while (seen.size < 3) {
      await page.waitForFunction(
        known => {
          const word = [...(CSS.highlights.get('word') ?? [])].map(String).join()
          return word !== '' && !known.includes(word)
        },
        [...seen],
        { timeout: 15_000 },
      )
      seen.add(await marked('word'))
    }
    for (const word of seen) assert.ok(SAID.includes(word.replace('.', '')), word)
  })

  test('a click on a timed word goes to that word', async () => {
    await page.goto(`${url}episodes/words/`)
    const box = await page.evaluate(async () => {
      const text = document.querySelector('.turn [data-t]')?.firstChild as Text
      const range = document.createRange()
      const at = text.data.indexOf('fog')
      range.setStart(text, at)
      range.setEnd(text, at + 3)
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    })
    await page.mouse.click(box.x, box.y)
    await page.waitForFunction(
      time => document.querySelector('audio')?.currentTime === time,
      SAID.indexOf('fog') / 2,
    )
  })

  test('scrolling by hand stops the following, and its button resumes it', async () => {
    await page.setViewportSize({ width: 400, height: 400 })
    await page.goto(`${url}${EPISODE}#t=3`)
    await page.locator('.play').click()
    await page.waitForFunction(() => document.querySelector('audio')?.paused === false)
    assert.equal(await page.locator('.follow').getAttribute('aria-pressed'), 'true')
    await page.mouse.move(200, 150)
    await page.mouse.wheel(0, 300)
    await page.waitForSelector('.follow[aria-pressed=false]')
    await page.reload()
    assert.equal(await page.locator('.follow').getAttribute('aria-pressed'), 'false')
    await page.locator('.follow').click()
    assert.equal(await page.locator('.follow').getAttribute('aria-pressed'), 'true')
  })

  test('the place is remembered for the next visit', async () => {
    await page.goto(`${url}${EPISODE}#t=12`)
    await page.locator('.play').click()
    await page.waitForFunction(() => (document.querySelector('audio')?.currentTime ?? 0) > 12.2)
    await page.locator('.play').click()
    await page.goto(`${url}about/`)
    await page.goto(`${url}${EPISODE}`)
    near(await audioTime(), 12)
  })

  test('find counts all places and goes from one to the next', async () => {
    await page.goto(`${url}${EPISODE}`)
    await page.keyboard.press('f')
    const words = await page.locator('.turns').innerText()
    await page.keyboard.type('the')
    const count = words.toLowerCase().split('the').length - 1
    assert.equal(await page.locator('.find output').textContent(), `1 of ${count}`)
    await page.keyboard.press('Enter')
    assert.equal(await page.locator('.find output').textContent(), `2 of ${count}`)
    assert.equal((await marked('found')).split('|').length, count)
    await page.keyboard.press('Escape')
    assert.equal(await marked('found'), '')
  })

  test('selected words are copied as a quote with speaker, episode and link', async () => {
    await page.goto(`${url}${EPISODE}`)
    const words = await page.evaluate(() => {
      const spoken = document.querySelector('.turn [data-t]')
      if (!spoken?.firstChild) throw new Error('no words')
      getSelection()?.setBaseAndExtent(spoken.firstChild, 0, spoken.firstChild, 12)
      return getSelection()?.toString().trim()
    })
    await page.locator('.share button', { hasText: 'Copy quote' }).click()
    await page.locator('.share button', { hasText: 'Copied' }).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    const name = await page.locator('.turn b').first().textContent()
    assert.ok(copied.includes(`“${words}”`), copied)
    assert.ok(copied.includes(`${name}, in The log`), copied)
    assert.match(copied, /\/episodes\/the-log\/#t=\d+,\d+$/)
  })

  test('a recording that cannot be loaded is told, and the conversation works on', async () => {
    await page.route('**/*.wav', route => route.abort())
    await page.goto(`${url}${EPISODE}`)
    await page.locator('.play').click()
    await page.locator('.message', { hasText: 'can’t be loaded' }).waitFor()
    await page.locator('.turn > a').nth(1).click()
    assert.notEqual(await marked('now'), '')
  })

  test('without JavaScript a time is a link to its turn, and the player is the browser’s', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const bare = await plain.newPage()
    await bare.goto(`${url}${EPISODE}`)
    const link = bare.locator('.turn > a').nth(2)
    const hash = (await link.getAttribute('href')) ?? ''
    await link.click()
    assert.equal(new URL(bare.url()).hash, hash)
    assert.equal(await bare.locator('.turn:target').getAttribute('id'), hash.slice(1))
    assert.equal(await bare.locator('audio[controls]').isVisible(), true)
    await plain.close()
  })

  test('nothing on the page moves while it loads', async () => {
    await page.addInitScript(() => {
      const shifts: number[] = []
      Object.assign(window, { shifts })
      new PerformanceObserver(list => {
        for (const entry of list.getEntries())
          shifts.push((entry as unknown as { value: number }).value)
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(`${url}${EPISODE}`, { waitUntil: 'networkidle' })
    const total = await page.evaluate(() =>
      (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
    )
    assert.ok(total < 0.02, `layout shift ${total}`)
  })
})
