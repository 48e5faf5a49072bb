import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFeed } from './feed.ts'
import { readFeedDate } from './feedDate.ts'

const RSS = (inside: string, attributes = '') => `<?xml version="1.0"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" ${attributes}><channel>${inside}</channel></rss>`

function feedOf(text: string) {
  const result = readFeed(text)
  assert.ok(result.ok, result.ok ? '' : result.reason)
  return result.feed
}
const refused = (text: string) => {
  const result = readFeed(text)
  return result.ok ? 'it was read' : result.reason
}

test('dates keep their zone', () => {
  const dates: Readonly<Record<string, string | undefined>> = {
    'Tue, 03 Mar 2026 06:00:00 +0100': '2026-03-03T06:00:00+01:00',
    'Tue, 03 Mar 2026 06:00:00 GMT': '2026-03-03T06:00:00Z',
    '3 Mar 26 06:00 EST': '2026-03-03T06:00:00-05:00',
    'Tuesday, 3 March 2026 06:00:00 -0330': '2026-03-03T06:00:00-03:30',
    '2026-03-03T06:00:00+05:30': '2026-03-03T06:00:00+05:30',
    '2026-03-03': '2026-03-03',
    'Tue, 31 Feb 2026 06:00:00 GMT': undefined,
    'last Tuesday': undefined,
    '': undefined,
  }
  for (const [text, iso] of Object.entries(dates)) assert.equal(readFeedDate(text), iso, text)
})

test('reads the whole of an item', () => {
  const { items } = feedOf(
    RSS(`<item><title>Fog &amp; horns</title><guid isPermaLink="false"> a-1 </guid>
<pubDate>Tue, 03 Mar 2026 06:00:00 +0000</pubDate><enclosure url="https://x.example/1.mp3?a=1&amp;b=2" length="123456" type="audio/mpeg"/>
<description><![CDATA[<p>Notes</p>]]></description><itunes:duration>1:02:03</itunes:duration><itunes:season>2</itunes:season><itunes:episode>4</itunes:episode>
<itunes:episodeType>bonus</itunes:episodeType><itunes:explicit>yes</itunes:explicit><itunes:keywords>fog, Sea,sea</itunes:keywords>
<podcast:person>Ada</podcast:person><podcast:person role="Guest">Bo</podcast:person><podcast:person role="editor" group="post-production">Cy</podcast:person>
<podcast:transcript url="https://x.example/1.vtt" type="text/vtt" language="en"/><podcast:chapters url="https://x.example/1.json" type="application/json+chapters"/>
<podcast:soundbite startTime="12.5" duration="20">The horn</podcast:soundbite></item>`),
  )
  const [item] = items
  assert.deepEqual(item, {
    guid: 'a-1',
    title: 'Fog & horns',
    date: '2026-03-03T06:00:00Z',
    number: 4,
    season: 2,
    type: 'bonus',
    duration: 3723,
    audio: { url: 'https://x.example/1.mp3?a=1&b=2', type: 'audio/mpeg', length: 123456 },
    explicit: true,
    chapters: 'https://x.example/1.json',
    notes: '<p>Notes</p>',
    topics: ['fog', 'Sea'],
    persons: [
      { name: 'Ada', heard: true, host: true },
      { name: 'Bo', heard: true, host: false },
      { name: 'Cy', heard: false, host: false },
    ],
    transcripts: [{ url: 'https://x.example/1.vtt', type: 'text/vtt', language: 'en' }],
    inlineChapters: [],
    soundbites: [{ start: 12.5, duration: 20, title: 'The horn' }],
  })
})

test('reads the show: categories, owner, licence, funding', () => {
  const { show } = feedOf(
    RSS(`<title>Mine</title><link>https://x.example/</link><language>en-us</language><itunes:author>Ada</itunes:author>
<itunes:owner><itunes:email>a@x.example</itunes:email></itunes:owner><itunes:category text="Arts"><itunes:category text="Food"/><itunes:category text="Books"/></itunes:category><itunes:category text="News"/>
<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid><podcast:locked owner="b@x.example">yes</podcast:locked><podcast:license url="https://x.example/l">own</podcast:license>
<podcast:funding url="https://x.example/give">Give</podcast:funding><itunes:type>serial</itunes:type><image><url>https://x.example/c.jpg</url></image>`),
  )
  assert.equal(show.category, 'Arts > Food, Arts > Books, News')
  assert.equal(show.email, 'a@x.example')
  assert.equal(show.license, 'https://x.example/l')
  assert.deepEqual(show.funding, [{ url: 'https://x.example/give', name: 'Give' }])
  assert.equal(show.order, 'serial')
  assert.equal(show.locked, true)
  assert.equal(show.image, 'https://x.example/c.jpg')
})

test('namespaces may have any prefix', () => {
  const { items } = feedOf(
    `<rss xmlns:p2="https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md" xmlns:it="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><item><it:duration>90</it:duration><p2:person>Ada</p2:person></item></channel></rss>`,
  )
  assert.equal(items[0]?.duration, 90)
  assert.equal(items[0]?.persons[0]?.name, 'Ada')
})

test('reads Podlove chapters that stand in the feed', () => {
  const { items } = feedOf(
    RSS(
      '<item><psc:chapters version="1.2"><psc:chapter start="00:01:30.500" title="The horn" href="https://x.example/"/></psc:chapters></item>',
      'xmlns:psc="http://podlove.org/simple-chapters"',
    ),
  )
  assert.deepEqual(items[0]?.inlineChapters, [
    { startTime: 90.5, title: 'The horn', url: 'https://x.example/' },
  ])
})

test('reads an Atom feed that carries audio', () => {
  const { show, items } = feedOf(
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Mine</title><link href="https://x.example/"/><entry><id>urn:1</id><title>Fog</title><published>2026-03-03T06:00:00Z</published><link rel="enclosure" href="https://x.example/1.mp3" type="audio/mpeg" length="99"/><content type="html">&lt;p&gt;Hi&lt;/p&gt;</content></entry></feed>`,
  )
  assert.equal(show.link, 'https://x.example/')
  assert.deepEqual(items[0]?.audio, {
    url: 'https://x.example/1.mp3',
    type: 'audio/mpeg',
    length: 99,
  })
  assert.equal(items[0]?.notes, '<p>Hi</p>')
})

test('HTML entities, stray ampersands and control characters are no obstacle', () => {
  const { items } = feedOf(RSS('<item><title>Fog&nbsp;& horns &copy;\u0008</title></item>'))
  assert.equal(items[0]?.title, 'Fog\u00a0& horns ©')
})

test('says why something is no feed', () => {
  assert.match(refused('{"a":1}'), /no XML/)
  assert.match(refused('<!doctype html><html><body></body></html>'), /a web page/)
  assert.match(refused('<opml></opml>'), /<opml>, not a podcast feed/)
  assert.match(refused(RSS('<item><title>A</title></item>').slice(0, -30)), /cut off/)
})

test('a billion laughs are not laughed', () => {
  const lol = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>`
  assert.match(refused(lol), /defines entities/)
  const outside = `<!DOCTYPE rss SYSTEM "file:///etc/passwd" [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>`
  assert.match(refused(outside), /defines entities/)
  assert.equal(
    feedOf(
      '<!DOCTYPE rss PUBLIC "-//x" "http://x/rss.dtd"><rss><channel><title>A</title></channel></rss>',
    ).show.title,
    'A',
  )
  assert.match(
    refused(`<rss>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</rss>`),
    /well-formed/,
  )
})
