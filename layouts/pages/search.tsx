import { EPISODES, GUESTS, HOME, SEARCH, TOPICS } from '../../scripts/model/address.ts'
import { INDEX_FOLDER } from '../../scripts/search/manifest.ts'
import { type Edition, href } from '../edition.ts'
import { renderPage } from '../parts/document.tsx'

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'search-page': HTMLAttributes<HTMLElement>
    }
  }
}

/** Finds the moment. Without JavaScript it says what it is, and leads on. */
export function searchPage(edition: Edition): string {
  const { show } = edition
  return renderPage({
    edition,
    address: SEARCH,
    title: 'Search',
    metadata: <meta name="robots" content="noindex" />,
    kind: 'search',
    script: 'search',
    children: (
      <search-page
        data-index={`${href(edition, HOME)}${INDEX_FOLDER}/`}
        data-root={href(edition, HOME)}
      >
        <h1 class="unseen">Search</h1>
        <search class="searchbox wide">
          <form action={href(edition, SEARCH)}>
            <input
              type="search"
              name="q"
              aria-label="Search everything said"
              placeholder="Search everything said"
              aria-describedby="search-hints"
              autocomplete="off"
              autocapitalize="none"
              enterkeyhint="search"
            />
            <button type="submit">Search</button>
          </form>
        </search>
        <noscript>
          <div class="prose">
            <p>
              Search looks through the conversations inside your browser, and needs JavaScript for
              that. Every word is on the pages without it: each episode’s page holds its whole
              transcript, and your browser can find words there.
            </p>
            <ul>
              <li>
                <a href={href(edition, EPISODES)}>All episodes</a>
              </li>
              <li>
                <a href={href(edition, GUESTS)}>Everyone who speaks</a>
              </li>
              {show.topics.length > 0 && (
                <li>
                  <a href={href(edition, TOPICS)}>All topics</a>
                </li>
              )}
            </ul>
          </div>
        </noscript>
        <div class="answers" />
        <section class="hints" id="search-hints" aria-label="What you can ask for">
          <p>A few words you remember are enough: whoever said them is found, to the second.</p>
          <dl>
            <dt>
              <kbd>"an exact phrase"</kbd>
            </dt>
            <dd>every place where exactly these words are said</dd>
            <dt>
              <kbd>-word</kbd>
            </dt>
            <dd>only moments without this word</dd>
            <dt>
              <kbd>speaker:{exampleSpeaker(edition)}</kbd>
            </dt>
            <dd>only what this person says</dd>
            <dt>
              <kbd>year:{show.episodes[0]?.date.slice(0, 4) ?? '2026'}</kbd>
            </dt>
            <dd>
              and likewise <kbd>before:</kbd> <kbd>after:</kbd> <kbd>guest:</kbd> <kbd>topic:</kbd>{' '}
              <kbd>season:</kbd>
            </dd>
          </dl>
        </section>
      </search-page>
    ),
  })
}

/** Somebody of this show, so that the example can be tried. */
function exampleSpeaker({ show }: Edition): string {
  const name = show.guests[0]?.name ?? 'name'
  return name.split(/\s+/)[0]?.toLowerCase() ?? 'name'
}
