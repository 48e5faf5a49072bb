import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { render } from 'preact-render-to-string'
import { Survey } from '../../scripts/insight/survey.ts'
import { cardAddress } from '../../scripts/model/address.ts'
import { foghorns, ilya, mara, sampleShow } from '../../tests/fixtures/sampleShow.ts'
import type { Edition } from '../edition.ts'
import { PLAIN_PICTURES } from '../pictures.ts'
import { EpisodeMetadata, GuestMetadata, ShowMetadata, SiteLinks } from './metadata.tsx'

const SITE = 'https://example.org/shows/low'
const edition = {
  show: sampleShow,
  pictures: { ...PLAIN_PICTURES, card: cardAddress },
  survey: new Survey(sampleShow),
  assets: { files: [], style: '/a.css', scripts: {}, preload: [] },
} as unknown as Edition

/** The elements of a head as a browser reads them. */
function elementsOf(html: string): Element[] {
  const head = parse(`<!doctype html><head>${html}</head>`).childNodes.flatMap(childrenOf)[0]
  return head ? childrenOf(head) : []
}

type Element = DefaultTreeAdapterTypes.Element

function childrenOf(node: DefaultTreeAdapterTypes.Node): Element[] {
  return 'childNodes' in node ? node.childNodes.filter(child => 'attrs' in child) : []
}

function dataOf(html: string): Record<string, unknown>[] {
  const scripts = elementsOf(html).filter(element => element.nodeName === 'script')
  assert.equal(scripts.length, 1, 'one block of structured data')
  const text = scripts[0]?.childNodes[0]
  return JSON.parse(text && 'value' in text ? text.value : '')['@graph']
}

/** What each `meta` and `link` says, by its name. */
function said(html: string): Record<string, string> {
  return Object.fromEntries(
    elementsOf(html).map(({ attrs }) => {
      const value = (...names: string[]) => attrs.find(it => names.includes(it.name))?.value ?? ''
      return [value('property', 'name', 'rel'), value('content', 'href')]
    }),
  )
}

test('an episode’s link preview has its title, its card and its address', () => {
  const head = said(render(<EpisodeMetadata edition={edition} episode={foghorns} />))
  assert.equal(head['canonical'], `${SITE}/episodes/foghorns/`)
  assert.equal(head['og:title'], foghorns.title)
  assert.equal(head['og:type'], 'article')
  assert.equal(head['og:image'], `${SITE}/episodes/foghorns/card.png`)
  assert.equal(head['og:image:width'], '1200')
  assert.equal(head['og:audio'], `${SITE}/media/episodes/foghorns.mp3`)
  assert.equal(head['twitter:card'], 'summary_large_image')
  assert.equal(head['description'], foghorns.summary)
})

test('without cards a preview shows what picture there is', () => {
  const plain = { ...edition, pictures: PLAIN_PICTURES }
  const guest = said(render(<GuestMetadata edition={plain} guest={mara} />))
  assert.equal(guest['og:image'], `${SITE}/media/guests/mara.jpg`)
  assert.equal(guest['twitter:card'], 'summary')
  assert.equal(said(render(<ShowMetadata edition={plain} />))['og:image'], `${SITE}/cover.jpg`)
})

test('every transcript file is an alternate of its episode', () => {
  const html = render(<EpisodeMetadata edition={edition} episode={foghorns} />)
  assert.match(
    html,
    /<link rel="alternate" type="text\/vtt" hreflang="en" href="\/shows\/low\/episodes\/foghorns\/transcript\.vtt" title="Transcript \(vtt\)"\/>/,
  )
  assert.match(
    html,
    /type="application\/json\+oembed" href="https:\/\/example\.org\/shows\/low\/ep/,
  )
})

test('a title that closes a script stays words in the structured data', () => {
  const [episode] = dataOf(render(<EpisodeMetadata edition={edition} episode={foghorns} />))
  assert.equal(episode?.['name'], 'Foghorns & the </script> of silence')
})

test('an episode’s structured data names its people, its sound and its chapters', () => {
  const [episode, crumbs] = dataOf(render(<EpisodeMetadata edition={edition} episode={foghorns} />))
  assert.equal(episode?.['@type'], 'PodcastEpisode')
  assert.equal(episode?.['duration'], 'PT30M34S')
  assert.equal(episode?.['episodeNumber'], 4)
  assert.deepEqual(episode?.['partOfSeason'], {
    '@type': 'PodcastSeason',
    seasonNumber: 2,
    name: 'Harbours',
  })
  assert.deepEqual(episode?.['associatedMedia'], {
    '@type': 'AudioObject',
    name: foghorns.title,
    contentUrl: `${SITE}/media/episodes/foghorns.mp3`,
    encodingFormat: 'audio/mpeg',
    contentSize: '14675200 B',
    duration: 'PT30M34S',
    transcript: `${SITE}/episodes/foghorns/transcript.txt`,
  })
  const person = (name: string, slug: string) => ({
    '@type': 'Person',
    '@id': `${SITE}/guests/${slug}/#person`,
    name,
    url: `${SITE}/guests/${slug}/`,
  })
  const host = { ...person(mara.name, mara.slug), image: `${SITE}/media/guests/mara.jpg` }
  assert.deepEqual(episode?.['author'], [host])
  assert.deepEqual(episode?.['actor'], [host, person(ilya.name, ilya.slug)])
  const clip = { '@type': 'Clip', url: `${SITE}/episodes/foghorns/#t=0` }
  assert.deepEqual(episode?.['hasPart'], [
    { ...clip, name: 'The question', startOffset: 0, endOffset: 6.2 },
    {
      ...clip,
      name: 'The answer',
      startOffset: 6.2,
      endOffset: 1834.4,
      url: `${SITE}/episodes/foghorns/#t=6.2`,
    },
  ])
  assert.deepEqual(crumbs?.['itemListElement'], [
    { '@type': 'ListItem', position: 1, name: 'Low Tide', item: `${SITE}/` },
    { '@type': 'ListItem', position: 2, name: 'Episodes', item: `${SITE}/episodes/` },
    { '@type': 'ListItem', position: 3, name: foghorns.title, item: `${SITE}/episodes/foghorns/` },
  ])
})

test('the show’s structured data leads to its feed, its apps and its search', () => {
  const [series, website] = dataOf(render(<ShowMetadata edition={edition} />))
  assert.equal(series?.['@type'], 'PodcastSeries')
  assert.equal(series?.['webFeed'], `${SITE}/feed.xml`)
  assert.deepEqual(series?.['sameAs'], ['https://podcasts.apple.com/podcast/id1'])
  assert.deepEqual(website?.['potentialAction'], {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${SITE}/search/?q={query}` },
    'query-input': 'required name=query',
  })
})

test('a guest’s page is a profile with the links the guest gave', () => {
  const html = render(<GuestMetadata edition={edition} guest={mara} />)
  const [page] = dataOf(html)
  assert.equal(page?.['@type'], 'ProfilePage')
  assert.deepEqual((page?.['mainEntity'] as Record<string, unknown> | undefined)?.['sameAs'], [
    'https://example.social/@mara',
  ])
  assert.equal(
    said(html)['description'],
    'Mara Quist on Low Tide: 2 episodes, every word to read, search and play.',
  )
})

test('every page leads to the feed, the search and the icons, under the site’s path', () => {
  const html = render(<SiteLinks edition={edition} />)
  for (const address of ['feed.xml', 'opensearch.xml', 'site.webmanifest', 'favicon.svg']) {
    assert.ok(html.includes(`href="/shows/low/${address}"`), address)
  }
})
