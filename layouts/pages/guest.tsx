import type { Appearance } from '../../scripts/insight/survey.ts'
import { episodeAddress, GUESTS, guestAddress, SEARCH } from '../../scripts/model/address.ts'
import type { Guest } from '../../scripts/model/show.ts'
import { formatDay } from '../../scripts/model/time.ts'
import { writeFilter } from '../../scripts/search/query.ts'
import { type Edition, href } from '../edition.ts'
import { Day } from '../parts/day.tsx'
import { renderPage } from '../parts/document.tsx'
import { nameOfNumber } from '../parts/episodeEntry.tsx'
import { formatLength, formatShare, plural } from '../parts/figures.ts'
import { GuestMetadata } from '../parts/metadata.tsx'
import { Portrait } from '../parts/portrait.tsx'
import { Prose } from '../parts/prose.tsx'
import { Quotation } from '../parts/quotation.tsx'
import { Timeline } from '../parts/timeline.tsx'

const QUOTES = 4
const FAVOURITES = 14
const PARTNERS = 12

/** One person: their own words first, then who they are and where they speak. */
export function guestPage(edition: Edition, guest: Guest): string {
  const { survey } = edition
  const [first, ...quotes] = survey.quotes(guest, QUOTES)
  const appearances = survey.appearances(guest)
  const roles = new Set(appearances.map(({ role }) => role))
  return renderPage({
    edition,
    address: guestAddress(guest.slug),
    title: guest.name,
    metadata: <GuestMetadata edition={edition} guest={guest} />,
    kind: 'guest',
    children: (
      <>
        <header class="head">
          <Portrait edition={edition} guest={guest} size={120} />
          <div>
            <p class="facts">
              <a href={href(edition, GUESTS)}>People</a>
              {guest.host && !guest.title && <span>Host</span>}
              {guest.pronouns && <span>{guest.pronouns}</span>}
            </p>
            <h1>{guest.name}</h1>
            {guest.title && <p class="lede">{guest.title}</p>}
            <Links guest={guest} />
          </div>
        </header>
        {first && <Quotation edition={edition} quote={first} large />}
        <Prose edition={edition} html={guest.bio} />
        {quotes.length > 0 && (
          <section aria-labelledby="said">
            <h2 id="said">What they said</h2>
            <ul class="quotations">
              {quotes.map(quote => (
                <li>
                  <Quotation edition={edition} quote={quote} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {appearances.some(({ share }) => share) && <SearchTheirs edition={edition} guest={guest} />}
        <section aria-labelledby="episodes">
          <h2 id="episodes">
            {appearances.length === 1 ? 'One episode' : plural(appearances.length, 'episode')}
          </h2>
          <Sum appearances={appearances} />
          {appearances.length > 2 && <Timeline appearances={appearances} />}
          {appearances.length === 0 ? (
            <p class="empty">No episode with {guest.name} is published yet.</p>
          ) : (
            <ol class="appearances">
              {appearances.map(appearance => (
                <AppearanceItem edition={edition} appearance={appearance} roles={roles.size} />
              ))}
            </ol>
          )}
        </section>
        <Favourites edition={edition} guest={guest} />
        <Partners edition={edition} guest={guest} />
      </>
    ),
  })
}

function Links({ guest: { links } }: { guest: Guest }) {
  if (links.length === 0) return null
  return (
    <ul class="inline">
      {links.map(({ name, url }) => (
        <li>
          <a rel="me" href={url}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Speaking time over all episodes, as far as transcripts give times. */
function Sum({ appearances }: { appearances: readonly Appearance[] }) {
  const timed = appearances.flatMap(({ share }) => (share?.seconds === undefined ? [] : [share]))
  if (timed.length === 0) return null
  const seconds = timed.reduce((sum, share) => sum + (share.seconds ?? 0), 0)
  const estimated = timed.some(share => share.estimated)
  const since = appearances.at(-1)?.episode.date
  return (
    <p class="facts">
      <span>
        {estimated ? `about ${formatLength(roundLength(seconds))}` : formatLength(seconds)} of
        speaking
      </span>
      {since && appearances.length > 1 && (
        <span>since {formatDay(since).replace(/^\d+ /, '')}</span>
      )}
    </p>
  )
}

/** To five minutes, and to a minute where it is less than a quarter of an hour. */
function roundLength(seconds: number): number {
  const step = seconds < 900 ? 60 : 300
  return Math.max(step, Math.round(seconds / step) * step)
}

interface ItemProps {
  readonly edition: Edition
  readonly appearance: Appearance
  /** How many roles this person has had: one needs no saying. */
  readonly roles: number
}

function AppearanceItem({ edition, appearance: { episode, role, share }, roles }: ItemProps) {
  return (
    <li>
      <a href={href(edition, episodeAddress(episode.slug))}>{episode.title}</a>
      <p class="facts">
        {nameOfNumber(episode)}
        <Day date={episode.date} />
        {roles > 1 && <span>{role === 'host' ? 'as host' : 'as guest'}</span>}
        {share?.seconds !== undefined && (
          <span>
            {share.estimated
              ? `about ${formatLength(roundLength(share.seconds))}`
              : formatLength(share.seconds)}
          </span>
        )}
        {share && <span>{formatShare(share)} of the conversation</span>}
      </p>
      {share && (
        <svg class="share-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <path d={`M0 0h${Math.round(share.share * 100)}v4H0z`} />
        </svg>
      )}
    </li>
  )
}

function SearchTheirs({ edition, guest }: { edition: Edition; guest: Guest }) {
  const label = `Search only what ${guest.name} said`
  const filter = writeFilter({ field: 'speaker', value: guest.name })
  return (
    <search class="searchbox wide">
      <label for="theirs">{label}</label>
      <form action={href(edition, SEARCH)}>
        <input id="theirs" type="search" name="q" value={`${filter} `} autocomplete="off" />
        <button type="submit">Search</button>
      </form>
    </search>
  )
}

function Favourites({ edition, guest }: { edition: Edition; guest: Guest }) {
  const words = edition.survey.favourites(guest, FAVOURITES)
  if (words.length < 3) return null
  const filter = writeFilter({ field: 'speaker', value: guest.name })
  return (
    <section aria-labelledby="words">
      <h2 id="words">Words they use more than others</h2>
      <ul class="favourites">
        {words.map(({ text }) => (
          <li>
            <a href={`${href(edition, SEARCH)}?q=${encodeURIComponent(`${filter} ${text}`)}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Partners({ edition, guest }: { edition: Edition; guest: Guest }) {
  const partners = edition.survey.partners(guest)
  if (partners.length === 0) return null
  return (
    <section aria-labelledby="partners">
      <h2 id="partners">In conversation with</h2>
      <ul class="people">
        {partners.slice(0, PARTNERS).map(({ guest: other, episodes }) => (
          <li>
            <a href={href(edition, guestAddress(other.slug))}>
              <Portrait edition={edition} guest={other} size={44} />
              <span>{other.name}</span>
              <span class="facts">{plural(episodes, 'episode')}</span>
            </a>
          </li>
        ))}
      </ul>
      {partners.length > PARTNERS && (
        <p class="note">and {plural(partners.length - PARTNERS, 'other person', 'other people')}</p>
      )}
    </section>
  )
}
