import { type Address, pathOf } from '../../scripts/model/address.ts'
import type { Show } from '../../scripts/model/show.ts'
import { CONTENT_SECURITY } from '../parts/contentSecurity.tsx'
import type { PublishedFile } from '../parts/publishedFile.ts'

type Rule = readonly [path: Address, ...headers: string[]]

const FOR_EVER = 'Cache-Control: public, max-age=31536000, immutable'
const ANYONE = 'Access-Control-Allow-Origin: *'
const NOT_IN_SEARCH = 'X-Robots-Tag: noindex'

const EVERYWHERE = `Content-Security-Policy: ${CONTENT_SECURITY}`

/** A page of ours in somebody's frame could be clicked unawares; the embed page is made for it. */
const OWN_FRAMES = `${EVERYWHERE}; frame-ancestors 'self'`

/**
 * Rules as Netlify and Cloudflare Pages read them. Where two rules name one header, the one sends
 * the later and the other sends both, so a page's own policy is whole and stands later.
 */
const RULES: readonly Rule[] = [
  [
    '/*',
    EVERYWHERE,
    'X-Content-Type-Options: nosniff',
    'Referrer-Policy: strict-origin-when-cross-origin',
    'Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()',
  ],
  ...(
    [
      '/',
      '/search/*',
      '/episodes/',
      '/episodes/:slug/',
      '/episodes/in/*',
      '/episodes/season/*',
      '/guests/*',
      '/topics/*',
      '/about/',
    ] as const
  ).map((path): Rule => [path, OWN_FRAMES]),
  ['/assets/*', FOR_EVER],
  ['/search-index/text/*', FOR_EVER],
  ['/search-index/words/*', FOR_EVER],
  ['/search-index/spelling/*', FOR_EVER],
  // Players in other people's pages fetch these.
  ['/episodes/*', ANYONE],
  ['/media/*', ANYONE],
  ['/feed.xml', ANYONE, 'Content-Type: application/rss+xml; charset=utf-8'],
  ['/episodes/:slug/chapters.json', 'Content-Type: application/json+chapters; charset=utf-8'],
  ['/episodes/:slug/transcript.srt', 'Content-Type: application/x-subrip; charset=utf-8'],
  ['/episodes/:slug/transcript.md', NOT_IN_SEARCH],
  ['/episodes/:slug/transcript.txt', NOT_IN_SEARCH],
  ['/episodes/:slug/index.md', NOT_IN_SEARCH],
]

/** `_headers`, which Netlify and Cloudflare Pages obey; other hosts never look at it. */
export function headers({ site, admin }: Show): PublishedFile[] {
  const blocks = RULES.map(([path, ...lines]) => [
    pathOf(site, path),
    // A policy for every path would hold for the form too, which brings a wider one of its own;
    // each page carries its policy in itself.
    ...lines.filter(line => !(admin && line === EVERYWHERE)).map(line => `  ${line}`),
  ]).map(lines => lines.join('\n'))
  return [{ address: '/_headers', content: () => `${blocks.join('\n\n')}\n` }]
}
