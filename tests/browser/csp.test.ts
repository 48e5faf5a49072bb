import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../browser.ts'
import { hostSite } from '../hostedSite.ts'
import { buildSite, copyContent } from '../site.ts'

const BASE = '/shows/harbour/'

describe('under the content security policy that the site ships', () => {
  let browser: Browser
  let origin = ''
  let close = () => {}
  let page: Page
  /** What the browser refused, and what it says on its console. */
  const refused: string[] = []

  before(async () => {
    const site = await buildSite(copyContent('harbour', { audio: true }))
    assert.equal(site.result.code, 0, site.result.err)
    const hosted = await hostSite(site, BASE)
    origin = hosted.origin
    close = hosted.close
    browser = await openBrowser()
    page = await browser.newPage()
    await page.exposeFunction('reportRefusal', (what: string) => refused.push(what))
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', event => {
        const { effectiveDirective, blockedURI, sourceFile } = event
        const report = window as unknown as Record<string, (what: string) => void>
        report['reportRefusal']?.(`${effectiveDirective} ${blockedURI} ${sourceFile}`)
      })
    })
    page.on('console', message => {
      if (/Content.Security.Policy/i.test(message.text())) refused.push(message.text())
    })
    page.on('pageerror', error => refused.push(error.message))
  })
  after(async () => {
    await browser?.close()
    close()
  })

  const visit = async (path: string) => {
    refused.length = 0
    const answer = await page.goto(`${origin}${BASE}${path}`, {
      // Search fetches its index after the page has loaded.
      waitUntil: path.startsWith('search/') ? 'networkidle' : 'load',
    })
    return answer?.headers() ?? {}
  }

  for (const path of [
    '',
    'episodes/',
    'episodes/the-bell/',
    'episodes/the-log/#t=5',
    'episodes/the-bell/embed/#t=5,9',
    'guests/',
    'guests/ada-moor/',
    'topics/',
    'topics/bells/',
    'search/?q=bell',
    'about/',
    'contact/',
    'no-such-page/',
  ]) {
    test(`/${path} loads and runs all it needs`, async () => {
      const headers = await visit(path)
      assert.match(headers['content-security-policy'] ?? '', /default-src 'none'/)
      assert.deepEqual(refused, [])
    })
  }

  test('a script that somebody got into a page does not run', async () => {
    await visit('')
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "run"'
      document.body.append(script)
    })
    assert.notEqual(await page.title(), 'run')
    await page.waitForTimeout(50)
    assert.ok(
      refused.some(what => what.startsWith('script-src')),
      refused.join('\n'),
    )
  })

  test('the player in another page’s frame plays the moment it was given', async () => {
    await visit('episodes/the-bell/embed/#t=5,9')
    await page.getByRole('button', { name: 'Play from 0:05' }).click()
    await page.waitForFunction(() => (document.querySelector('audio')?.currentTime ?? 0) > 5.2)
    const read = page.getByRole('link', { name: 'Read along, word by word' })
    assert.match((await read.getAttribute('href')) ?? '', /\/episodes\/the-bell\/#t=5,9$/)
    assert.deepEqual(refused, [])
  })

  test('only the embedded player may stand in somebody’s frame', async () => {
    const framed = (path: string) =>
      visit(path).then(headers =>
        /frame-ancestors 'self'/.test(headers['content-security-policy'] ?? ''),
      )
    assert.equal(await framed('episodes/the-bell/'), true)
    assert.equal(await framed(''), true)
    assert.equal(await framed('episodes/the-bell/embed/'), false)
  })

  test('players elsewhere may fetch transcripts and the feed', async () => {
    for (const file of [
      'episodes/the-bell/transcript.vtt',
      'episodes/the-bell/chapters.json',
      'feed.xml',
    ]) {
      const answer = await fetch(`${origin}${BASE}${file}`)
      assert.equal(answer.headers.get('access-control-allow-origin'), '*', file)
    }
  })
})
