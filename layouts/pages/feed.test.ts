import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { XMLParser } from 'fast-xml-parser'
import { parseRssFeed } from 'feedsmith'
import partytime from 'podcast-partytime'
import { cardAddress } from '../../scripts/model/address.ts'
import type { Show } from '../../scripts/model/show.ts'
import { bells, foghorns, sampleShow } from '../../tests/fixtures/sampleShow.ts'
import { PLAIN_PICTURES } from '../pictures.ts'
import { feed } from './feed.ts'

const WITH_CARDS = { ...PLAIN_PICTURES, card: cardAddress }

const text = (show: Show = sampleShow, page = 0) => feed(show, WITH_CARDS)[page]?.content() ?? ''
const SITE = 'https://example.org/shows/low'

describe('the feed, read by Feedsmith', () => {
  const read = parseRssFeed(text())

  test('says what the show is', () => {
    assert.equal(read.title, 'Low Tide')
    assert.equal(read.link, `${SITE}/`)
    assert.equal(read.description, 'Sounds that <nobody> keeps & why.')
    assert.equal(read.language, 'en')
    assert.equal(read.lastBuildDate, 'Tue, 03 Mar 2026 06:00:00 +0000')
    assert.deepEqual(read.itunes, {
      image: `${SITE}/cover.jpg`,
      explicit: false,
      author: 'Mara Quist',
      type: 'episodic',
      categories: [
        { text: 'Society & Culture', categories: [{ text: 'Documentary' }] },
        { text: 'Science' },
      ],
      owner: { name: 'Mara Quist', email: 'tide@example.org' },
    })
    assert.deepEqual(read.podcast, {
      locked: { value: true, owner: 'tide@example.org' },
      fundings: [{ url: 'https://example.org/give?x=1&y=2', display: 'Keep the tape rolling' }],
      persons: [MARA],
      license: { display: 'cc-by-4.0' },
      guid: '7f9f54a6-74b9-5412-9d7f-a486c42fe653',
      medium: 'podcast',
    })
  })

  test('says what an episode is', () => {
    const [item] = read.items ?? []
    assert.deepEqual(item?.guid, { value: foghorns.guid, isPermaLink: false })
    assert.equal(item?.pubDate, 'Tue, 03 Mar 2026 06:00:00 +0000')
    assert.deepEqual(item?.enclosures, [
      { url: `${SITE}/media/episodes/foghorns.mp3`, length: 14675200, type: 'audio/mpeg' },
    ])
    assert.equal(item?.description, foghorns.summary)
    assert.deepEqual(item?.atom?.links, [
      { href: `${SITE}/episodes/foghorns/#`, rel: 'http://podlove.org/deep-link' },
    ])
    assert.deepEqual(item?.itunes, {
      duration: 1834,
      explicit: false,
      title: foghorns.title,
      episode: 4,
      season: 2,
      episodeType: 'full',
    })
    assert.deepEqual(item?.podcast?.season, { number: 2, name: 'Harbours' })
    assert.deepEqual(
      item?.podcast?.persons,
      [MARA, { ...MARA, display: 'Ilya “Fog” Brandt & Sons', role: 'guest', ...ILYA }].map(
        ({ img, ...rest }) => (img ? { ...rest, img } : rest),
      ),
    )
    assert.deepEqual(item?.podcast?.soundbites, [
      { startTime: 6.2, duration: 15.5, display: 'Here I am' },
    ])
    assert.deepEqual(item?.podcast?.chapters, {
      url: `${SITE}/episodes/foghorns/chapters.json`,
      type: 'application/json+chapters',
    })
  })

  test('lists each transcript file, captions marked, each language', () => {
    const [item] = read.items ?? []
    assert.deepEqual(
      item?.podcast?.transcripts?.map(it => [
        it.url?.slice(SITE.length),
        it.type,
        it.language,
        it.rel,
      ]),
      [
        ['/episodes/foghorns/transcript.vtt', 'text/vtt', 'en', 'captions'],
        ['/episodes/foghorns/transcript.srt', 'application/x-subrip', 'en', 'captions'],
        ['/episodes/foghorns/transcript.json', 'application/json', 'en', undefined],
        ['/episodes/foghorns/transcript.txt', 'text/plain', 'en', undefined],
        ['/episodes/foghorns/transcript.de.vtt', 'text/vtt', 'de', 'captions'],
        ['/episodes/foghorns/transcript.de.srt', 'application/x-subrip', 'de', 'captions'],
        ['/episodes/foghorns/transcript.de.json', 'application/json', 'de', undefined],
        ['/episodes/foghorns/transcript.de.txt', 'text/plain', 'de', undefined],
      ],
    )
  })

  test('carries the notes with whole addresses, and any text in them', () => {
    const [item] = read.items ?? []
    assert.equal(
      item?.content?.encoded,
      `<p>See <a href="${SITE}/episodes/foghorns/#t=6.2">the answer</a> and ` +
        `<a href="${SITE}/guests/mara-quist/">Mara</a> ]]&gt; ]]></p>`,
    )
  })

  test('an audio file of unknown length says 0, and its address keeps its ampersand', () => {
    assert.deepEqual(read.items?.[1]?.enclosures, [
      { url: 'https://cdn.example.net/bells.m4a?a=1&b=2', length: 0, type: 'audio/mp4' },
    ])
  })

  test('control characters go, emoji and Hebrew stay', () => {
    assert.equal(read.items?.[1]?.title, 'Bells  \u{1F514} פעמון')
  })
})

test('the Podcast Index’s parser reads the same feed', () => {
  const read = partytime.parseFeed(text())
  assert.ok(read)
  assert.equal(read.title, 'Low Tide')
  assert.equal(read.items.length, 2)
  const [item] = read.items
  assert.equal(item?.guid, foghorns.guid)
  assert.equal(item?.duration, 1834)
  assert.equal(item?.enclosure?.length, 14675200)
  assert.equal(item?.podcastTranscripts?.length, 8)
  assert.deepEqual(item?.podcastSeason, { number: 2, name: 'Harbours' })
  assert.equal(item?.podcastPeople?.[1]?.name, 'Ilya “Fog” Brandt & Sons')
})

test('a show that says little gets a feed that invents nothing', () => {
  const { author, email, category, copyright, license, seasons, ...bare } = sampleShow
  const read = parseRssFeed(text({ ...bare, funding: [], guests: [], episodes: [], locked: false }))
  assert.deepEqual(read.itunes, { image: `${SITE}/cover.jpg`, explicit: false, type: 'episodic' })
  assert.deepEqual(read.podcast, {
    locked: { value: false },
    guid: '7f9f54a6-74b9-5412-9d7f-a486c42fe653',
    medium: 'podcast',
  })
  assert.equal(read.lastBuildDate, undefined)
})

test('the show’s own guid and cover stand as they are', () => {
  const image = { src: 'https://cdn.example.net/art.jpg', alt: '' }
  const read = parseRssFeed(text({ ...sampleShow, guid: 'own-guid', image }))
  assert.equal(read.podcast?.guid, 'own-guid')
  assert.equal(read.itunes?.image, 'https://cdn.example.net/art.jpg')
})

test('a licence given as an address is named and linked', () => {
  const of = (license: string) => parseRssFeed(text({ ...sampleShow, license })).podcast?.license
  const by = 'https://creativecommons.org/licenses/by-nc/4.0/'
  assert.deepEqual(of(by), { display: 'cc-by-nc-4.0', url: by })
  assert.equal(of('All rights reserved'), undefined)
  const own = 'https://example.org/licence.pdf'
  assert.deepEqual(of(own), { display: 'example.org', url: own })
})

test('drafts stay out', () => {
  const episodes = [{ ...foghorns, draft: true }, bells]
  const read = parseRssFeed(text({ ...sampleShow, episodes }))
  assert.deepEqual(
    read.items?.map(item => item.guid?.value),
    [bells.guid],
  )
})

test('a feed beyond its limit goes on, on pages that name each other', () => {
  const episodes = Array.from({ length: 5 }, (_, i) => ({ ...bells, guid: `bell-${i}` }))
  const show = { ...sampleShow, episodes, feedLimit: 2 }
  assert.deepEqual(
    feed(show).map(file => file.address),
    ['/feed.xml', '/feed-2.xml', '/feed-3.xml'],
  )
  const pages = [0, 1, 2].map(page => parseRssFeed(text(show, page)))
  const guids = pages.flatMap(page => page.items?.map(item => item.guid?.value))
  assert.deepEqual(guids, ['bell-0', 'bell-1', 'bell-2', 'bell-3', 'bell-4'])
  const links = pages.map(page => page.atom?.links?.map(({ rel, href }) => [rel, href]))
  assert.deepEqual(links[1], [
    ['self', `${SITE}/feed-2.xml`],
    ['first', `${SITE}/feed.xml`],
    ['previous', `${SITE}/feed.xml`],
    ['next', `${SITE}/feed-3.xml`],
    ['last', `${SITE}/feed-3.xml`],
  ])
})

test('every Podcasting 2.0 tag has the attributes its document allows', () => {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
  })
  const seen = new Set<string>()
  walk(parser.parse(text()), (name, attributes, words) => {
    if (!name.startsWith('podcast:')) return
    const rule = TAGS[name.slice(8)]
    assert.ok(rule, `${name} is a tag of the namespace`)
    seen.add(name.slice(8))
    const [required = [], optional = []] = rule
    for (const key of required) assert.ok(attributes.includes(key), `${name} has ${key}`)
    for (const key of attributes)
      assert.ok([...required, ...optional].includes(key), `${name} ${key}`)
    assert.ok(words.length <= 128)
  })
  assert.deepEqual([...seen].sort(), Object.keys(TAGS).sort())
})

const MARA = {
  display: 'Mara Quist',
  role: 'host',
  group: 'cast',
  img: `${SITE}/media/guests/mara.jpg`,
  href: `${SITE}/guests/mara-quist/`,
}
const ILYA = { href: `${SITE}/guests/ilya-brandt/`, img: undefined }

/** Required and optional attributes, from the documents of the namespace. */
const TAGS: Readonly<Record<string, readonly [string[]?, string[]?]>> = {
  guid: [],
  locked: [[], ['owner']],
  medium: [],
  license: [[], ['url']],
  funding: [['url']],
  person: [[], ['role', 'group', 'img', 'href']],
  season: [[], ['name']],
  episode: [[], ['display']],
  transcript: [
    ['url', 'type'],
    ['language', 'rel'],
  ],
  chapters: [['url', 'type']],
  soundbite: [['startTime', 'duration']],
  image: [['href'], ['alt', 'aspect-ratio', 'width', 'height', 'type', 'purpose']],
}

type Visit = (name: string, attributes: string[], words: string) => void

/** Walks what fast-xml-parser makes of a document when it keeps its order. */
function walk(nodes: readonly Record<string, unknown>[], visit: Visit): void {
  for (const node of nodes) {
    const name = Object.keys(node).find(key => key !== ':@')
    const inside = name === undefined ? undefined : node[name]
    if (name === undefined || !Array.isArray(inside)) continue
    const words = inside.map(child => child['#text'] ?? '').join('')
    visit(name, Object.keys(node[':@'] ?? {}), words)
    walk(inside, visit)
  }
}
