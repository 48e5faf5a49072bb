import assert from 'node:assert/strict'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { Browser } from 'playwright-core'
import { validateXML } from 'xmllint-wasm'
import { readShow } from '../scripts/content/readShow.ts'
import type { Problem } from '../scripts/model/problem.ts'
import { textOf } from '../scripts/model/transcript.ts'
import { openBrowser } from './browser.ts'
import { type HostedSite, hostSite } from './hostedSite.ts'
import {
  type BuiltSite,
  buildSite,
  copyContent,
  filesIn,
  temporaryFolder,
  writeFiles,
} from './site.ts'

const BASE = '/shows/hostile/'

/** Files whose names are the attack; a repository that people clone on Windows can't hold them. */
const NAMED: Readonly<Record<string, string>> = {
  'episodes/<img src=x onerror=alert("file")>.md':
    '---\ntitle: By its name\ndate: 2025-03-03\n---\n![its own](<../pictures/"onload="alert(1).svg>)\n',
  'episodes/<img src=x onerror=alert("file")>.txt': 'Mallory: [00:00:01] Hello.\n',
  'episodes/{{ 7*7 }} %2e%2e %00 &amp;.md': '---\ntitle: Percent\ndate: 2025-03-04\n---\n',
  'episodes/ünï çödé 番組.md': '---\r\ntitle: Ünï\r\ndate: 2025-03-05\r\n---\r\nNotes.\r\n',
  'episodes/ünï çödé 番組.txt': '\uFEFFMallory: [00:00:01] Hello.\r\n',
  'pictures/"onload="alert(1).svg':
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert("svg")</script></svg>',
  'guests/index.11ty.js': 'globalThis.pwned = true; throw new Error("executed")',
  'episodes/episodes.11tydata.js': 'throw new Error("executed")',
  'episodes/001-script.11tydata.json': '{"permalink": "/pwned.html"}',
  '_data/pwned.js': 'throw new Error("executed")',
  'pages/template.njk': '{{ 7*7 }}',
  '.eleventy.js': 'throw new Error("executed")',
  'eleventy.config.js': 'throw new Error("executed")',
  'pages/perma.md': '---\ntitle: Perma\n---\n{% include "show.md" %}\n',
}

type Element = DefaultTreeAdapterTypes.Element

function elementsOf(html: string): Element[] {
  const found: Element[] = []
  const visit = (node: DefaultTreeAdapterTypes.Node) => {
    if ('tagName' in node) found.push(node)
    if ('childNodes' in node) node.childNodes.forEach(visit)
    if ('content' in node) visit(node.content)
  }
  visit(parse(html))
  return found
}

/** What in a page could run, load or lead astray, beyond the site's own scripts and styles. */
function liveParts(html: string): string[] {
  return elementsOf(html).flatMap(({ tagName, attrs, childNodes }) => {
    const get = (name: string) => attrs.find(attr => attr.name === name)?.value
    const found: string[] = []
    const own = (get('src') ?? '').startsWith(`${BASE}assets/`)
    if (tagName === 'script' && !own && get('type') !== 'application/ld+json') {
      found.push(`<script> ${get('src') ?? ''}`)
    }
    if (tagName === 'script' && own && childNodes.length > 0) found.push('<script> with words')
    if (['style', 'object', 'embed', 'base', 'applet', 'frame', 'math'].includes(tagName)) {
      found.push(`<${tagName}>`)
    }
    if (tagName === 'meta' && get('http-equiv') === 'refresh') found.push('<meta refresh>')
    for (const { name, value } of attrs) {
      if (/^on/.test(name) || name === 'style' || name === 'srcdoc')
        found.push(`${tagName} ${name}`)
      const leads = ['href', 'src', 'action', 'formaction', 'poster', 'data'].includes(name)
      if (leads && /^[\s\0-\x20]*(javascript|vbscript|data|file|blob):/i.test(value)) {
        found.push(`${tagName} ${name}=${value}`)
      }
    }
    return found
  })
}

describe('a show whose every word is an attack', () => {
  let site: BuiltSite
  before(async () => {
    const content = copyContent('hostile', { audio: true })
    writeFiles(content, NAMED)
    site = await buildSite(content)
    assert.equal(site.result.code, 0, site.result.err)
  })

  const pages = () => filesIn(site.folder).filter(file => file.endsWith('.html'))

  test('pages hold nothing that runs', () => {
    assert.ok(pages().length > 15)
    assert.deepEqual(
      pages().flatMap(file => liveParts(site.read(file)).map(part => `${file}: ${part}`)),
      [],
    )
  })

  test('the words themselves are all there, as words', () => {
    const html = site.read('episodes/script/index.html')
    for (const words of [
      '&lt;script>alert(&quot;words&quot;)&lt;/script>',
      '{{ 7*7 }}',
      '{% include',
    ]) {
      assert.ok(html.includes(words), words)
    }
    assert.match(site.read('episodes/script/transcript.txt'), /<script>alert\("words"\)<\/script>/)
    assert.equal(/>49</.test(html), false)
  })

  test('structured data is JSON that no tag ends early', () => {
    for (const file of pages()) {
      for (const [, json = ''] of site
        .read(file)
        .matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
        assert.doesNotThrow(() => JSON.parse(json), file)
        assert.equal(/<[/!s]/i.test(json), false, file)
      }
    }
  })

  test('the feed and the sitemap are well-formed', async () => {
    for (const fileName of ['feed.xml', 'sitemap.xml']) {
      const contents = site.read(fileName)
      const { valid, errors } = await validateXML({
        xml: [{ fileName, contents }],
        normalization: 'c14n',
      })
      assert.ok(valid, errors.map(({ message }) => message).join('\n'))
      assert.equal(/<!(DOCTYPE|ENTITY)/i.test(contents), false)
    }
  })

  test('nothing of the content folder was run or published by its name', () => {
    for (const stray of [
      'pwned.html',
      'template/index.html',
      'eleventy.config.js',
      '.eleventy.js',
    ]) {
      assert.equal(filesIn(site.folder).includes(stray), false, stray)
    }
    const names = filesIn(site.folder).filter(file => /\.11ty|_data|\.njk/.test(file))
    assert.deepEqual(names, [])
  })

  test('no object took on the keys of a file', () => {
    assert.equal('polluted' in {}, false)
    assert.match(site.read('episodes/script/index.html'), /I am a key of every object\./)
    const { segments } = JSON.parse(site.read('episodes/objects/transcript.json')) as {
      segments: object[]
    }
    assert.equal(segments.length, 3)
  })

  test('controls and lone surrogates reach no file', () => {
    for (const file of filesIn(site.folder).filter(name =>
      /\.(html|xml|json|txt|vtt|srt|md)$/.test(name),
    )) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      const bad = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.exec(site.read(file))
      assert.equal(bad?.[0].charCodeAt(0), undefined, file)
    }
  })

  describe('in a browser', () => {
    let browser: Browser
    let hosted: HostedSite
    before(async () => {
      hosted = await hostSite(site, BASE)
      browser = await openBrowser()
    })
    after(async () => {
      await browser?.close()
      hosted?.close()
    })

    test('no page opens a dialog, breaks the policy, or is anything but read', async () => {
      const events: string[] = []
      const page = await browser.newPage()
      await page.exposeFunction('report', (what: string) => events.push(what))
      await page.addInitScript(() => {
        addEventListener(
          'securitypolicyviolation',
          ({ effectiveDirective, blockedURI, sample }) => {
            const { report } = window as unknown as { report(what: string): void }
            report(`${effectiveDirective} ${blockedURI} ${sample}`)
          },
        )
      })
      page.on('dialog', async dialog => {
        events.push(`dialog: ${dialog.message()}`)
        await dialog.dismiss()
      })
      page.on('pageerror', error => events.push(error.message))
      const seen: string[] = []
      for (const file of pages()) {
        events.length = 0
        const at = file
          .replace(/index\.html$/, '')
          .split('/')
          .map(encodeURIComponent)
          .join('/')
        await page.goto(`${hosted.origin}${BASE}${at}`)
        // Pictures on hosts that don't exist are no violation: `img-src` allows https.
        seen.push(...events.map(event => `${file}: ${event}`))
      }
      assert.deepEqual(seen, [])
    })

    test('search shows hostile words and runs none', async () => {
      const events: string[] = []
      const page = await browser.newPage()
      page.on('dialog', async dialog => {
        events.push(dialog.message())
        await dialog.dismiss()
      })
      page.on('pageerror', error => events.push(error.message))
      for (const query of [
        'script alert',
        '"><img src=x onerror=alert(1)>',
        'constructor',
        '__proto__',
      ]) {
        await page.goto(`${hosted.origin}${BASE}search/?q=${encodeURIComponent(query)}`, {
          waitUntil: 'networkidle',
        })
      }
      assert.deepEqual(events, [])
      assert.equal(await page.evaluate(() => document.querySelector('main [onerror]')), null)
    })
  })
})

/** What is said about a show with these files added. */
async function problemsOf(
  files: Readonly<Record<string, string>>,
  prepare: (content: string) => void = () => {},
): Promise<readonly Problem[]> {
  const root = path.join(temporaryFolder(), 'content')
  writeFiles(root, {
    'show.md': '---\ntitle: Small\nurl: https://example.org/\n---\n',
    'secret.md': 'not a page',
    ...files,
  })
  prepare(root)
  const { problems } = await readShow({ root, drafts: true, now: new Date('2026-01-01') })
  return problems
}

const episode = (fields: string) => `---\ntitle: One\ndate: 2025-02-03\n${fields}\n---\n`
const laughs = ['a: &a [x, x, x, x, x, x, x, x, x]']
  .concat(
    [...'bcdefghij'].map(
      (key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghij'[i]}`).join(', ')}]`,
    ),
  )
  .join('\n')

describe('what is refused is refused by file and line', () => {
  const refusals: readonly (readonly [
    what: string,
    files: Readonly<Record<string, string>>,
    expected: string,
    prepare?: (content: string) => void,
  ])[] = [
    [
      'code as front matter',
      { 'episodes/one.md': '---js\n{ title: (globalThis.pwned = 1) }\n---\n' },
      'episodes/one.md:1 front-matter-language',
    ],
    [
      'JavaScript by its full name, in capitals',
      { 'guests/one.md': '---JavaScript\nmodule.exports = {}\n---\n' },
      'guests/one.md:1 front-matter-language',
    ],
    [
      'a billion laughs',
      { 'episodes/one.md': episode(`summary: x\n${laughs}`) },
      'episodes/one.md:2 yaml',
    ],
    [
      'front matter of two megabytes',
      { 'episodes/one.md': episode(`summary: ${'x'.repeat(2_000_000)}`) },
      'episodes/one.md:1 front-matter-too-large',
    ],
    [
      'a tag that makes objects',
      { 'episodes/one.md': episode('summary: !!js/function "function () {}"') },
      'episodes/one.md:4 yaml',
    ],
    [
      'a key of every object',
      { 'episodes/one.md': episode('__proto__: {draft: true}') },
      'episodes/one.md:4 unknown-field',
    ],
    [
      'an address to write to',
      { 'episodes/one.md': episode('permalink: ../../pwned.html') },
      'episodes/one.md:4 unknown-field',
    ],
    [
      'a transcript outside the folder',
      { 'episodes/one.md': episode('transcript: ../../../../etc/passwd') },
      'episodes/one.md:4 outside-content',
    ],
    [
      'a transcript by a drive letter',
      { 'episodes/one.md': episode('transcript: C:\\Windows\\win.ini') },
      'episodes/one.md:4 outside-content',
    ],
    [
      'audio outside the folder',
      { 'episodes/one.md': episode('audio: ..\\..\\..\\etc\\passwd') },
      'episodes/one.md:4 outside-content',
    ],
    [
      'audio that is script',
      { 'episodes/one.md': episode('audio: "javascript:alert(1)"') },
      'episodes/one.md:4 missing-file',
    ],
    [
      'a picture outside the folder',
      { 'episodes/one.md': episode('image: ../../etc/passwd.png') },
      'episodes/one.md:4 outside-content',
    ],
    [
      'a link that is script',
      { 'episodes/one.md': episode('links: {site: "javascript:alert(1)"}') },
      'episodes/one.md:4 wrong-value',
    ],
    [
      'a link that is data',
      { 'guests/one.md': '---\nname: One\nlinks:\n  site: "data:text/html,x"\n---\n' },
      'guests/one.md:4 wrong-value',
    ],
    [
      'a colour with more to it',
      {
        'show.md':
          '---\ntitle: x\nurl: https://example.org/\ntheme: {accent: "red} body{background:url(//x)"}\n---\n',
      },
      'show.md:4 bad-colour',
    ],
    [
      'a show’s address that is script',
      { 'show.md': '---\ntitle: x\nurl: "javascript:alert(1)"\n---\n' },
      'show.md:3 wrong-value',
    ],
    [
      'a link out of the folder',
      { 'episodes/one.md': episode('') },
      'episodes/passwd.txt: outside-content',
      content => symlinkSync('/etc/passwd', path.join(content, 'episodes', 'passwd.txt')),
    ],
    [
      'a folder that links out',
      {},
      'etc: outside-content',
      content => symlinkSync('/etc', path.join(content, 'etc')),
    ],
    [
      'a link that leads to itself',
      {},
      'guests/loop.md: outside-content',
      content => {
        mkdirSync(path.join(content, 'guests'), { recursive: true })
        symlinkSync('loop.md', path.join(content, 'guests', 'loop.md'))
      },
    ],
    [
      'a transcript of 30 MB',
      { 'episodes/one.md': episode(''), 'episodes/one.txt': 'x' },
      'episodes/one.txt: file-too-large',
      content => truncateSync(path.join(content, 'episodes', 'one.txt'), 30 * 1024 * 1024),
    ],
    [
      'bytes that are no text',
      { 'episodes/one.md': episode('') },
      'episodes/one.txt: not-utf8',
      content =>
        writeFileSync(
          path.join(content, 'episodes', 'one.txt'),
          Buffer.from([0x4d, 0x3a, 0x20, 0xff, 0xfe, 0x80, 0x0a]),
        ),
    ],
    [
      'control characters in a title',
      { 'episodes/one.md': '---\ntitle: "One\u001d"\ndate: 2025-02-03\n---\n' },
      'episodes/one.md:2 control-character',
    ],
    [
      'control characters as an escape in a title',
      { 'episodes/one.md': '---\ntitle: "One\\x1d \\ud800"\ndate: 2025-02-03\n---\n' },
      'episodes/one.md:2 control-character',
    ],
    [
      'control characters as an escape in a transcript',
      {
        'episodes/one.md': episode(''),
        'episodes/one.json':
          '{"version":"1.0.0","segments":[\n{"speaker":"A","startTime":0,"endTime":4,"body":"a\\u0000b"}\n]}',
      },
      'episodes/one.json:2 control-character',
    ],
    [
      'a name that is no name',
      { 'episodes/one.md': episode("guests: ['<script>']") },
      'episodes/one.md:4 bad-name',
    ],
  ]

  for (const [what, files, expected, prepare] of refusals) {
    test(what, async () => {
      const found = (await problemsOf(files, prepare)).map(
        ({ file, line, code }) => `${file}:${line ?? ''} ${code}`,
      )
      assert.ok(found.includes(expected), `${expected} is not among\n${found.join('\n')}`)
      assert.equal('pwned' in globalThis, false)
    })
  }
})

test('a transcript of twenty megabytes is read to its end', async () => {
  const content = path.join(temporaryFolder(), 'content')
  const line = 'Mallory: [00:00:01] [[[[((((**__``<<<<&&&& -----> 00:00 :: '.repeat(20)
  writeFiles(content, {
    'show.md': '---\ntitle: Small\nurl: https://example.org/\n---\n',
    'episodes/one.md': episode(''),
    'episodes/one.txt': `${`${line}\n\n`.repeat(Math.floor(20_000_000 / line.length))}Mallory: end.\n`,
  })
  const { show } = await readShow({ root: content, drafts: true, now: new Date('2026-01-01') })
  const last = show?.episodes[0]?.transcript?.items.at(-1)
  const words = last?.kind === 'turn' ? textOf(last.paragraphs.flat()) : ''
  assert.equal(words.slice(-4), 'end.')
})
