import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import {
  type Address,
  EPISODES,
  GUESTS,
  HOME,
  SEARCH,
  TOPICS,
} from '../../scripts/model/address.ts'
import type { Script } from '../assets.ts'
import { type EpisodeEdition, href } from '../edition.ts'
import { ContentSecurityPolicy } from './contentSecurity.tsx'
import { SiteLinks } from './metadata.tsx'

interface Props {
  readonly edition: EpisodeEdition
  readonly address: Address
  /** Undefined on the home page, which is called what the show is called. */
  readonly title?: string
  /** What kind of page it is, for the styles. */
  readonly kind: string
  /** Descriptions for machines: canonical link, Open Graph, JSON-LD. */
  readonly metadata?: ComponentChildren
  /** The script of this kind of page; every page has the site's own. */
  readonly script?: Script
  readonly children: ComponentChildren
}

/** A whole page as HTML: head, the show's name and ways in, the page itself, and the foot. */
export function renderPage(props: Props): string {
  return `<!doctype html>\n${render(<Document {...props} />)}\n`
}

function Document({ edition, address, title, kind, metadata, script, children }: Props) {
  const { show, assets } = edition
  const scripts: Script[] = script ? ['site', script] : ['site']
  return (
    <html lang={show.language} dir={directionOf(show.language)}>
      <head>
        <meta charset="utf-8" />
        <ContentSecurityPolicy />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === undefined ? show.title : `${title} · ${show.title}`}</title>
        {show.theme.fonts === 'book' &&
          assets.preload.map(font => (
            <link
              rel="preload"
              as="font"
              type="font/woff2"
              crossorigin="anonymous"
              href={href(edition, font)}
            />
          ))}
        <link rel="stylesheet" href={href(edition, assets.style)} />
        {scripts.map(name => (
          <script type="module" src={href(edition, assets.scripts[name])} />
        ))}
        <SiteLinks edition={edition} />
        {metadata}
      </head>
      <body class={kind}>
        <a class="skip" href="#content">
          Skip to the content
        </a>
        <Masthead edition={edition} address={address} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <Foot edition={edition} />
      </body>
    </html>
  )
}

function Masthead({ edition, address }: { edition: EpisodeEdition; address: Address }) {
  const { show } = edition
  const ways: [string, Address][] = [
    ['Episodes', EPISODES],
    ['People', GUESTS],
    ...(show.topics.length > 0 ? [['Topics', TOPICS] as [string, Address]] : []),
    ['About', '/about/'],
  ]
  return (
    <header class="masthead">
      <a
        class="wordmark"
        href={href(edition, HOME)}
        aria-current={address === HOME ? 'page' : undefined}
      >
        {show.title}
      </a>
      <nav aria-label="Site">
        <ul>
          {ways.map(([name, to]) => (
            <li>
              <a href={href(edition, to)} aria-current={ariaCurrent(address, to)}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {address !== SEARCH && <SearchBox edition={edition} />}
    </header>
  )
}

/** A form that works on its own: the search page reads `?q=` from the address. */
export function SearchBox({
  edition,
  label = 'Search everything said',
}: {
  edition: EpisodeEdition
  label?: string
}) {
  return (
    <search class="searchbox">
      <form action={href(edition, SEARCH)}>
        <input type="search" name="q" aria-label={label} placeholder={label} autocomplete="off" />
        <button type="submit">Search</button>
      </form>
    </search>
  )
}

function ariaCurrent(address: Address, to: Address): 'page' | 'true' | undefined {
  if (address === to) return 'page'
  return address.startsWith(to) ? 'true' : undefined
}

function Foot({ edition }: { edition: EpisodeEdition }) {
  const { show } = edition
  return (
    <footer class="foot">
      {show.listen.length > 0 && (
        <nav aria-labelledby="listen">
          <span id="listen">Listen on</span>
          <ul>
            {show.listen.map(({ name, url }) => (
              <li>
                <a href={url}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <p>
        {show.copyright && <span>{show.copyright} </span>}
        <a href={href(edition, '/feed.xml')}>Feed</a>
        {show.funding.map(({ name, url }) => (
          <>
            {' '}
            <a href={url}>{name}</a>
          </>
        ))}
      </p>
    </footer>
  )
}

const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)\b|-(Arab|Hebr)\b/i

/** The direction a language is written in. */
export function directionOf(language: string): 'rtl' | undefined {
  return RIGHT_TO_LEFT.test(language) ? 'rtl' : undefined
}
