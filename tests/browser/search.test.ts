import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../browser.ts'
import { hostSite } from '../hostedSite.ts'
import { type BuiltSite, buildSite, copyContent, filesIn, writeFiles } from '../site.ts'

const BASE = '/shows/harbour/'

/** Speech full of what search trips over. */
const SPEECH = [
  'Ada Moor: Welcome back to the pier. Today the silver bullet, and no silver bullet at all.',
  'Ben Okafor: The silver bullet was a boat. It ran on node.js, or version 3.5 of something.',
  'Ada Moor: It’s written in C++, isn’t it? Don’t tell the engineers, they don’t like C.',
  'Ben Okafor: A naïve question at the café. The café was closed, e-mail was down.',
  'Ada Moor: <img src=x onerror="document.title=1"> is what the screen said, and {{ title }} too.',
  'Ben Okafor: The engineers deployed the open source engine. Open source is not open water.',
  'Ada Moor: Is it open',
  'Ben Okafor: source, you mean? Yes. A state-of-the-art, well-known harbour engine.',
  'Ada Moor: In 1962 the U.S.A. sent 1,000 gulls. The the gulls stuttered, the the gulls did.',
  'Ben Okafor: Łukasz from Kraków said straße, which is a road, and İstanbul, which is not.',
]

/** A sponsor’s words, the same in three episodes. */
const SPONSOR =
  'Ada Moor: This talk is brought to you by Tarred Rope of Leith, the rope that holds when the harbour wall does not, now with free delivery along the whole coast.'

function vtt(lines: readonly string[]): string {
  const clock = (s: number) =>
    `00:${String(Math.floor(s / 60)).padStart(2, '0')}:${String(s % 60).padStart(2, '0')}.000`
  const cues = lines.map((line, at) => {
    const [who, ...said] = line.split(': ')
    const text = said.join(': ').replace(/&/g, '&amp;').replace(/</g, '&lt;')
    return `${clock(at * 7)} --> ${clock(at * 7 + 6)}\n<v ${who}>${text}\n`
  })
  return `WEBVTT\n\n${cues.join('\n')}`
}

interface Segment {
  readonly slug: string
  readonly start: number
  readonly body: string
}

describe('search in a browser', () => {
  let browser: Browser
  let page: Page
  let site: BuiltSite
  let origin = ''
  let close = () => {}
  let segments: Segment[] = []
  const errors: string[] = []

  before(async () => {
    const content = copyContent('harbour', { audio: true })
    const episode = (title: string, day: number) =>
      `---\ntitle: "${title}"\ndate: 2025-05-0${day}T06:00:00Z\nguests: [ben-okafor]\ntopics: [Fog]\n---\nNotes about barnacles.\n`
    writeFiles(path.join(content, 'episodes'), {
      '006-words.md': episode('Words <b>& signs</b>', 1),
      '006-words.vtt': vtt([...SPEECH, SPONSOR]),
      '007-rope.md': episode('Rope', 2),
      '007-rope.vtt': vtt(['Ben Okafor: Rope, at last.', SPONSOR]),
      '008-more-rope.md': episode('More rope', 3),
      '008-more-rope.vtt': vtt(['Ben Okafor: More of it.', SPONSOR]),
    })
    site = await buildSite(content)
    assert.equal(site.result.code, 0, site.result.err)
    segments = filesIn(site.folder)
      .filter(file => file.endsWith('/transcript.json'))
      .flatMap(file => {
        const slug = file.split('/').at(-2) ?? ''
        const read = JSON.parse(site.read(file)) as {
          segments: { startTime: number; body: string }[]
        }
        return read.segments.map(({ startTime, body }) => ({ slug, start: startTime, body }))
      })
    const hosted = await hostSite(site, BASE)
    origin = hosted.origin
    close = hosted.close
    browser = await openBrowser()
    page = await browser.newPage()
    page.on('pageerror', error => {
      // Pages are left faster here than their view transitions take.
      if (error.message !== 'Transition was skipped') errors.push(error.message)
    })
  })
  after(async () => {
    await browser?.close()
    close()
  })

  const ask = async (query: string) => {
    await page.goto(`${origin}${BASE}search/?q=${encodeURIComponent(query)}`)
    await answered(query)
  }
  const answered = (query: string) =>
    page.waitForFunction(
      asked => document.querySelector('search-page')?.getAttribute('data-asked') === asked,
      query.trim(),
    )
  const moments = () =>
    page
      .locator('a.moment')
      .evaluateAll(links =>
        links.map(link => (link as HTMLAnchorElement).pathname + (link as HTMLAnchorElement).hash),
      )
  const remarks = () => page.locator('.remark').allInnerTexts()

  /** Every place of some words in the transcripts, by a plain scan that knows nothing of search. */
  function scan(phrase: string): string[] {
    const wanted = plain(phrase)
    const found: string[] = []
    for (const slug of new Set(segments.map(segment => segment.slug))) {
      const own = segments.filter(segment => segment.slug === slug)
      let text = ' '
      const starts: [number, number][] = []
      for (const { start, body } of own) {
        starts.push([text.length - 1, start])
        text += `${plain(body)} `
      }
      for (
        let at = text.indexOf(` ${wanted} `);
        at >= 0;
        at = text.indexOf(` ${wanted} `, at + 1)
      ) {
        const start = starts.findLast(([from]) => from <= at)?.[1]
        found.push(`${BASE}episodes/${slug}/#t=${Math.floor(start ?? 0)}`)
      }
    }
    return found.sort()
  }

  /** A turn's address is in whole seconds where no other turn starts in the same one. */
  const wholeSeconds = (link: string) => link.replace(/(#t=\d+)\.\d+$/, '$1')

  function plain(text: string): string {
    return text
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/['’]/g, '')
      .replace(/ß/g, 'ss')
      .replace(/ł/g, 'l')
      .replace(/[^\p{L}\p{N}+.#]+|\.(?!\p{L}|\p{N})/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  }

  for (const phrase of [
    'silver bullet',
    'no silver bullet',
    'the silver bullet was',
    'open source',
    'open source engine',
    'source is not open',
    'is it open source you mean',
    'don’t',
    'dont like',
    'isn’t it',
    'café',
    'cafe was closed',
    'Café society',
    'naive question',
    'e-mail was',
    'well-known harbour',
    'state of the art',
    'node.js',
    '3.5',
    'version 3.5 of',
    'c++',
    'in c++ isnt it',
    '1962',
    'the the gulls',
    'gulls',
    'lukasz from krakow',
    'strasse',
    'istanbul which',
    'lighthouse keeper',
    'the opposite of silence',
    'leise Geräusche',
    'nur leise gerausche',
  ]) {
    test(`“${phrase}” is found in every place where a plain scan finds it, and nowhere else`, async () => {
      const expected = scan(phrase)
      assert.ok(expected.length > 0, 'the fixture says it nowhere')
      await ask(`"${phrase}"`)
      assert.deepEqual((await moments()).map(wholeSeconds).sort(), expected)
    })
  }

  test('each link leads to words that the site has', async () => {
    for (const query of ['the', 'harbour', 'rope', 'engine gulls', 'bell fog', 'Abend']) {
      await ask(query)
      const links = await page
        .locator('.answers a[href]')
        .evaluateAll(all =>
          all.map(link => (link as HTMLAnchorElement).pathname + (link as HTMLAnchorElement).hash),
        )
      for (const link of links.filter(to => to.startsWith(BASE))) {
        const [file = '', hash = ''] = link.slice(BASE.length).split('#')
        if (file.startsWith('search/')) continue
        const html = site.read(`${decodeURIComponent(file)}index.html`)
        if (hash === '') continue
        const slug = decodeURIComponent(file).split('/')[1]
        const isMoment = html.includes(`id="${hash}"`) || html.includes(`data-t="${hash.slice(2)}"`)
        assert.ok(isMoment, `${link} on the page of ${slug}`)
      }
    }
  })

  test('a few words, in any form, find the moment where they stand together', async () => {
    await ask('engineer deploy engine')
    assert.equal((await moments())[0], `${BASE}episodes/words/#t=35`)
    assert.match(await page.locator('a.moment').first().innerText(), /deployed/)
  })

  test('a phrase beside a word gives every place of the phrase, the one with the word first', async () => {
    await ask('"open source" water')
    const found = await moments()
    assert.deepEqual(found.map(wholeSeconds).sort(), scan('open source'))
    assert.match(await page.locator('a.moment').first().innerText(), /open water/)
  })

  test('a misspelt word is corrected, and said to be', async () => {
    await ask('engneers')
    assert.match((await remarks()).join(), /Nobody says “engneers”; this is for engineers/)
    assert.ok((await moments()).length > 0)
  })

  test('what nobody says exactly is offered without its quotes', async () => {
    await ask('"bullet of silver"')
    assert.deepEqual(await moments(), [])
    await page.locator('.remark a').click()
    await answered('bullet of silver')
    assert.ok((await moments()).length > 0)
    assert.match(page.url(), /q=bullet\+of\+silver$/)
  })

  test('words that stand nowhere are named', async () => {
    await ask('xylophonistically')
    assert.match((await remarks()).join(), /“xylophonistically” is said nowhere/)
    assert.match(await page.locator('.count').innerText(), /Nothing found/)
  })

  test('-word leaves out moments with the word', async () => {
    await ask('"silver bullet" -boat')
    assert.equal((await moments()).length, 0)
    await ask('bell -forty')
    assert.ok(!(await page.locator('.hits').allInnerTexts()).join().includes('Forty'))
  })

  test('speaker: finds what this person says, not what is said in the same conversation', async () => {
    await ask('silver speaker:ben')
    assert.deepEqual(await moments(), [`${BASE}episodes/words/#t=7`])
    await page.getByRole('button', { name: 'speaker ben: remove this filter' }).click()
    await answered('silver')
    assert.equal((await moments())[0], `${BASE}episodes/words/#t=0`)
  })

  for (const [query, slugs] of [
    ['rope topic:fog', ['words', 'rope', 'more-rope', 'the-bell']],
    ['rope after:2025-05-01 before:2025-05-03', ['rope']],
    ['fog season:1 -bell', ['the-log']],
    ['im year:2026', ['nacht']],
    ['rope guest:"ben okafor" after:2025-05-02', ['more-rope']],
  ] as const) {
    test(`${query} finds only what passes`, async () => {
      await ask(query)
      const found = new Set((await moments()).map(to => to.split('/').at(-2)))
      assert.deepEqual([...found].sort(), [...slugs].sort())
    })
  }

  test('a filter for nobody says so', async () => {
    await ask('bell speaker:zebedee')
    assert.match((await remarks()).join(), /Nobody here is called “zebedee”/)
  })

  test('the same words in other episodes are folded into one hit, and stay links', async () => {
    await ask('tarred rope coast')
    assert.equal(await page.locator('.hit').count(), 1)
    assert.match(await page.locator('.alike summary').innerText(), /2 other places/)
    assert.equal((await moments()).length, 3)
  })

  test('titles, people, topics and chapters are shown as what they are', async () => {
    const kinds = async (query: string) => {
      await ask(query)
      return page.locator('.place .kind').allInnerTexts()
    }
    assert.ok((await kinds('okafor')).includes('Person'))
    assert.ok((await kinds('fog')).includes('Topic'))
    assert.ok((await kinds('barnacles')).includes('Episode'))
    assert.ok((await kinds('the crack')).some(kind => kind.startsWith('Chapter, 0:20')))
  })

  test('nothing of the content reaches the page as markup', async () => {
    await ask('"onerror"')
    assert.equal((await moments()).length, 1)
    await ask('words signs')
    assert.equal(await page.locator('.answers img, .answers h2 b, .place b b').count(), 0)
    assert.match(await page.locator('.answers').innerText(), /Words <b>& signs<\/b>/)
    assert.notEqual(await page.title(), '1')
  })

  test('results come while typing, and stay in the address through back and reload', async () => {
    await page.goto(`${origin}${BASE}search/`)
    await page.locator('main input[name=q]').pressSequentially('lighth')
    await answered('lighth')
    assert.equal((await moments()).length, 1)
    await page.keyboard.press('Enter')
    assert.match(page.url(), /q=lighth$/)
    await page.reload()
    await answered('lighth')
    await page.locator('a.moment').click()
    await page.waitForURL(/episodes\/the-bell\/#t=/)
    await page.goBack()
    await answered('lighth')
    assert.equal(await page.locator('main input[name=q]').inputValue(), 'lighth')
  })

  test('the words to mark go with the visitor to the episode', async () => {
    await ask('"lighthouse keeper"')
    await page.locator('a.moment').click()
    await page.waitForURL(/episodes\/the-bell\/#t=/)
    const marked = await page.evaluate(() =>
      [...(CSS.highlights.get('found') ?? [])].map(range => range.toString()),
    )
    assert.deepEqual(marked, ['lighthouse keeper'])
    await page.reload()
    assert.equal(await page.evaluate(() => CSS.highlights.has('found')), false)
  })

  test('arrows walk the results, Enter opens one, Escape clears', async () => {
    await ask('silver bullet')
    await page.locator('main input[name=q]').focus()
    await page.keyboard.press('ArrowDown')
    const focused = () => page.evaluate(() => document.activeElement?.className ?? '')
    assert.match(await focused(), /moment|place/)
    await page.keyboard.press('ArrowUp')
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'q')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    assert.equal(await page.locator('main input[name=q]').inputValue(), '')
    assert.equal(await page.locator('.answers').innerText(), '')
    assert.ok(!page.url().includes('q='))
    await ask('"silver bullet"')
    await page.locator('main input[name=q]').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/episodes\/.*#t=/)
  })

  test('the count is announced', async () => {
    await ask('"silver bullet"')
    assert.match(await page.getByRole('status').innerText(), /^3 moments in 1 episode/)
  })

  test('a result plays on the spot', async () => {
    await ask('lighthouse')
    const button = page.locator('.hit .play').first()
    await button.click()
    await page.locator('.hit .play[data-playing]').waitFor()
    assert.match((await button.getAttribute('aria-label')) ?? '', /^Pause: Ben Okafor/)
    await button.click()
    await page.locator('.hit .play:not([data-playing])').first().waitFor()
  })

  test('axe finds nothing wrong, in light and in dark', async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const query of ['rope', 'bell speaker:ben', '"bullet of silver"', '']) {
        if (query === '') await page.goto(`${origin}${BASE}search/`)
        else await ask(query)
        await page.evaluate(axe)
        const violations = await page.evaluate(async () => {
          const { axe } = window as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
          }
          const { violations } = await axe.run()
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(n => n.html).join(' ')}`)
        })
        assert.deepEqual(violations, [], `${query} ${colorScheme}`)
      }
    }
  })

  test('without JavaScript the page explains itself and leads on', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const still = await context.newPage()
    await still.goto(`${origin}${BASE}search/?q=bell`)
    assert.match(await still.locator('main').innerText(), /needs JavaScript/)
    assert.equal(await still.locator('main a[href$="/episodes/"]').count(), 1)
    await context.close()
  })

  test('a broken connection is said, and search tried again on demand', async () => {
    await page.route('**/search-index/**', route => route.abort())
    await page.goto(`${origin}${BASE}search/?q=bell`)
    await page.getByRole('button', { name: 'Try again' }).waitFor()
    await page.unroute('**/search-index/**')
    await page.getByRole('button', { name: 'Try again' }).click()
    await answered('bell')
    assert.ok((await moments()).length > 0)
  })

  test('nothing of the index is loaded before somebody means to search', async () => {
    const asked: string[] = []
    const listen = (request: { url(): string }) => asked.push(request.url())
    page.on('request', listen)
    await page.goto(`${origin}${BASE}search/`, { waitUntil: 'networkidle' })
    assert.ok(!asked.some(url => url.includes('search-index')))
    await page.locator('main input[name=q]').focus()
    await page.waitForRequest(/search-index\/manifest/)
    page.off('request', listen)
  })

  test('no error was thrown on the way', () => {
    assert.deepEqual(errors, [])
  })
})
