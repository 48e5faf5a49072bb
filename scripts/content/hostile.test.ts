import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, test } from 'node:test'
import { readShow } from './readShow.ts'
import { contentFolder, episode, outline, read, SHOW } from './testFolder.ts'

const PNG = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'

/** The first bytes of a PNG of this size. */
function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(24)
  head.write(PNG, 'latin1')
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return head
}

async function readRoot(root: string) {
  return readShow({ root, drafts: true, now: new Date('2026-06-01') })
}

describe('what lies in a folder and is no file to be read', () => {
  const posix = { skip: process.platform === 'win32' }

  test(
    'pipes, links to pipes and links to folders are named, and nothing waits for them',
    posix,
    async t => {
      const root = contentFolder(t, { 'show.md': SHOW, 'episodes/a.md': episode() })
      for (const pipe of ['episodes/a.mp3', 'episodes/b.md', 'pipe']) {
        execFileSync('mkfifo', [path.join(root, pipe)])
      }
      mkdirSync(path.join(root, 'real'))
      symlinkSync('../pipe', path.join(root, 'episodes/c.md'))
      symlinkSync('../real', path.join(root, 'episodes/d'))
      const { problems } = await readRoot(root)
      assert.deepEqual(outline(problems), [
        'episodes/a.mp3 not-a-file',
        'episodes/b.md not-a-file',
        'episodes/c.md not-a-file',
        'episodes/d not-a-file',
        'pipe not-a-file',
      ])
    },
  )

  test('names that can’t be shown or opened', posix, async t => {
    const root = contentFolder(t, { 'show.md': SHOW, 'episodes/\x1b[31mred\n.md': episode() })
    writeFileSync(Buffer.from(`${root}/episodes/b\xff.md`, 'latin1'), episode())
    const { problems } = await readRoot(root)
    assert.deepEqual(outline(problems), [
      'episodes/\\u{1b}[31mred\n.md bad-file-name',
      'episodes/b\ufffd.md bad-file-name',
    ])
  })

  test('folders so deep that no path leads into them', posix, async t => {
    const root = mkdtempSync(path.join(tmpdir(), 'verbatim-'))
    // No path leads to its end, so nothing but `rm` takes it away.
    t.after(() => execFileSync('rm', ['-rf', root]))
    writeFileSync(path.join(root, 'show.md'), SHOW)
    const script = `process.chdir(${JSON.stringify(root)})
      for (let i = 0; i < 25; i++) { fs.mkdirSync('x'.repeat(200)); process.chdir('x'.repeat(200)) }`
    execFileSync(process.execPath, ['-e', script])
    const { problems } = await readRoot(root)
    assert.deepEqual(
      problems.map(({ code, message }) => [code, message]),
      [['unreadable', 'This can’t be read: it lies too many folders deep.']],
    )
  })
})

test('accents are one, whether they came from a Mac or not', async t => {
  const apart = (text: string) => text.normalize('NFD')
  const { show, problems } = await read(t, {
    [apart('episodes/hörn.md')]: episode('audio: tön.mp3\nguests: [josé]\n', '[z](zwö.md)'),
    'episodes/hörn.vtt': 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v José>Hello there.\n',
    [apart('episodes/tön.mp3')]: '',
    [apart('episodes/zwö.md')]: '---\ntitle: Two\ndate: 2026-03-01\n---\n',
    [apart('guests/josé.md')]: `---\nname: ${apart('José')}\n---\n`,
  })
  assert.deepEqual(
    problems.map(it => it.code),
    ['unreadable-audio'],
  )
  const [horn] = show.episodes
  assert.equal(horn?.transcript?.format, 'WebVTT')
  assert.match(horn?.notes ?? '', /href="\/episodes\/zwo\/"/)
})

test('endings may be in capitals', async t => {
  const { show, problems } = await read(t, {
    'episodes/a.MD': episode('guests: [ann]\n'),
    'episodes/a.TXT': 'Ann: [0:01] Hello.\n',
    'guests/ann.MD': '---\nname: Ann\n---\n',
  })
  assert.deepEqual(problems, [])
  assert.equal(show.episodes[0]?.transcript?.items.length, 1)
})

describe('files that would run are not published', () => {
  const svg = (inner: string, more = '') =>
    `<svg xmlns="http://www.w3.org/2000/svg"${more}>${inner}</svg>`
  const ACTIVE: Readonly<Record<string, string>> = {
    'a.html': '<script>alert(1)</script>',
    'a.XHTML': '<x/>',
    'a.js': 'alert(1)',
    'a.xml': '<x/>',
    'script.svg': svg('<script>alert(1)</script>'),
    'prefixed.svg': svg('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'),
    'load.svg': svg('', ' onload="alert(1)"'),
    'slash.svg': '<svg/onload=alert(1) xmlns="http://www.w3.org/2000/svg"/>',
    'foreign.svg': svg('<foreignObject><p/></foreignObject>'),
    'link.svg': svg('<a href="java&#x73;cript:alert(1)"><text>x</text></a>'),
    'broken.svg': svg('<a href="java\nscript:alert(1)"><text>x</text></a>'),
    'animated.svg': svg('<set attributeName="href" to="javascript:alert(1)"/>'),
    'entity.svg': `<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]>${svg('&x;')}`,
    'encoded.svg': `<?xml version="1.0" encoding="ISO-2022-JP"?>${svg('')}`,
    'sheet.svg': `<?xml-stylesheet href="a.xsl"?>${svg('')}`,
  }
  for (const [name, text] of Object.entries(ACTIVE)) {
    test(name, async t => {
      const { show, problems } = await read(t, {
        'episodes/a.md': episode(`image: {src: ../x/${name}, alt: x}\n`, `[x](../x/${name})`),
        [`x/${name}`]: text,
      })
      assert.deepEqual(show.assets, [])
      assert.equal(show.episodes[0]?.image, undefined)
      assert.equal(show.episodes[0]?.notes, '<p><a>x</a></p>\n')
      assert.deepEqual(outline(problems), [
        'episodes/a.md:4:1 active-file',
        'episodes/a.md:6:1 active-file',
      ])
    })
  }

  test('what drawing programs write is', async t => {
    const drawn = `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE svg [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]>
<svg xmlns="&ns_svg;" version="1.1"><style>.onion{fill:#fff}</style><metadata>based on = x</metadata>
<a href="https://example.org/"><path class="onion" d="M0 0"/></a></svg>`
    const { show, problems } = await read(t, {
      'episodes/a.md': episode('image: {src: a.svg, alt: x}\n', '[x](a.pdf)'),
      'episodes/a.svg': drawn,
      'episodes/a.pdf': '%PDF',
    })
    assert.deepEqual(problems, [])
    assert.equal(show.assets.length, 2)
  })
})

test('files that are no pictures are said to be none, and left out', async t => {
  const root = contentFolder(t, {
    'show.md': SHOW,
    'episodes/a.md': episode('', '![x](a.png) ![x](b.png) ![x](c.png) ![x](d.svg) ![x](e.png)'),
    'episodes/a.png': '',
    'episodes/b.png': '<!doctype html><script>alert(1)</script>',
    'episodes/d.svg': 'no drawing',
  })
  writeFileSync(path.join(root, 'episodes/c.png'), png(60_000, 60_000))
  writeFileSync(path.join(root, 'episodes/e.png'), png(800, 600))
  const { show, problems } = await readRoot(root)
  assert.deepEqual(
    problems.map(({ message }) => message),
    [
      'episodes/a.png can’t be shown as a picture: it is empty.',
      'episodes/b.png can’t be shown as a picture: it is something else.',
      'episodes/c.png can’t be shown as a picture: it has 60000 × 60000 pixels.',
      'episodes/d.svg can’t be shown as a picture: it is something else.',
    ],
  )
  assert.deepEqual(
    show?.assets.map(({ file }) => file),
    ['episodes/e.png'],
  )
  assert.match(show?.episodes[0]?.notes ?? '', /^<p>x x x x <img src="[^"]+e\.png"/)
})

test('what a sound or a picture is fetched from is spelled as feeds want it', async t => {
  const { show, problems } = await read(t, {
    'episodes/a.md': episode('audio: "https://example.org/a b\\"<ü>.mp3"\n'),
    'episodes/b.md': '---\ntitle: B\ndate: 2026-03-01\naudio: mailto:a@example.org\n---\n',
    'episodes/c.md': '---\ntitle: C\ndate: 2026-03-01\naudio: https:example.org/a.mp3\n---\n',
  })
  assert.equal(show.episodes[0]?.audio?.src, 'https://example.org/a%20b%22%3C%C3%BC%3E.mp3')
  assert.deepEqual(outline(problems), [
    'episodes/b.md:4:1 missing-file',
    'episodes/c.md:4:1 missing-file',
  ])
})

test('file names that look like addresses are found from Markdown', async t => {
  const names = ['a%20b.pdf', '100%.pdf', 'a#b.pdf', 'a?b.pdf', 'ü.pdf', '%2e%2e.pdf', 'a&b.pdf']
  const { problems, show } = await read(t, {
    'episodes/a.md': episode('', names.map(name => `[x](<${name.replace('#', '%23')}>)`).join(' ')),
    ...Object.fromEntries(names.map(name => [`episodes/${name}`, '%PDF'])),
  })
  assert.deepEqual(problems, [])
  assert.equal(show.assets.length, names.length)
})

test('transcripts of one language, and languages that are addresses of the site', async t => {
  const words = 'Ann: [0:01] Hello there, and welcome.\n'
  const { show, problems } = await read(t, {
    'episodes/a.md': episode(
      'guests: [Ann]\ntranscript: [{file: a.txt, language: de}, {file: b.txt, language: de}, {file: c.txt, language: embed}]\n',
    ),
    'episodes/a.txt': words,
    'episodes/b.txt': words,
    'episodes/c.txt': words,
  })
  assert.deepEqual(
    problems.map(({ code }) => code).filter(code => code !== 'orphan-file'),
    ['wrong-value', 'duplicate-language'],
  )
  const languages = show.episodes[0]?.translations.map(({ language }) => language)
  assert.deepEqual(languages, ['de'])
})

describe('long lists end in seconds', () => {
  const many = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join('\n')
  const LISTS: Readonly<Record<string, string>> = {
    topics: episode(`topics:\n${many(50_000, i => `- t${i}`)}\n`),
    'wrong topics': episode(`topics:\n${many(50_000, () => '- {a: 1}')}\n`),
    speakers: episode(`speakers:\n${many(20_000, i => `  s${i}: Person ${i}`)}\n`),
    guests: episode(`guests:\n${many(10_000, i => `- person-${i}`)}\n`),
    braces: episode('', '{{'.repeat(100_000)),
    'braces with signs': episode('', '{%'.repeat(100_000)),
  }
  for (const [what, text] of Object.entries(LISTS)) {
    test(what, { timeout: 60_000 }, async t => {
      const { show } = await read(t, { 'episodes/a.md': text })
      assert.equal(show.episodes.length, 1)
    })
  }
})

test('what an editor is told hides nothing and moves no cursor', async t => {
  const { problems } = await read(t, {
    'episodes/a.md': episode('audio: "a\\tb\\u202e3pm.exe"\n'),
    'episodes/a.chapters.json': '{"chapters": [\x1b]0;title\x07',
  })
  for (const { message, fix } of problems) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    assert.equal(/[\0-\x1f\x7f\u202a-\u202e]/.test(message + fix), false, message)
  }
  assert.match(problems.map(({ message }) => message).join(), /“a\\u\{9\}b\\u\{202e\}3pm\.exe”/)
})

test('chapters lose what no page can hold, and times that nothing has', async t => {
  const { show, problems } = await read(t, {
    'episodes/a.md': episode(),
    'episodes/a.chapters.json': '{"chapters":[{"startTime":1,"title":"a\\u0000\\ufffe\\ud800b"}]}',
    'episodes/b.md': '---\ntitle: B\ndate: 2026-03-01\n---\n',
    'episodes/b.chapters.json': '{"chapters":[{"startTime":1e308,"title":"a"}]}',
  })
  assert.equal(show.episodes[0]?.chapters[0]?.title, 'ab')
  assert.deepEqual(outline(problems), [
    'episodes/b.chapters.json bad-chapters',
    'episodes/a.chapters.json control-character',
  ])
})

test('media without encryption is said to stay silent', async t => {
  const { problems } = await read(t, {
    'episodes/a.md': episode(
      'audio: http://example.org/a.mp3\nimage: {src: "http://example.org/a.png", alt: x}\n',
      '![x](http://example.org/b.png)',
    ),
  })
  assert.deepEqual(outline(problems), [
    'episodes/a.md:4:1 open-media',
    'episodes/a.md:5:1 open-media',
    'episodes/a.md:7:1 open-media',
  ])
})

test('five gigabytes of nothing are no sound, and nobody waits for one', {
  timeout: 20_000,
}, async t => {
  const root = contentFolder(t, {
    'show.md': SHOW,
    'episodes/a.md': episode(),
    'episodes/a.mp3': 'ID3',
  })
  truncateSync(path.join(root, 'episodes/a.mp3'), 5 * 1024 ** 3)
  const { problems } = await readRoot(root)
  assert.deepEqual(
    problems.map(({ message }) => message),
    ['The audio episodes/a.mp3 can’t be read: most of it is no sound.'],
  )
})
