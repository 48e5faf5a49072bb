import { type Address, GUESTS, guestAddress, LATEST_GUESTS } from '../../scripts/model/address.ts'
import type { Guest } from '../../scripts/model/show.ts'
import { formatDay } from '../../scripts/model/time.ts'
import { type Edition, href } from '../edition.ts'
import { renderPage } from '../parts/document.tsx'
import { plural } from '../parts/figures.ts'
import { PlaceMetadata } from '../parts/metadata.tsx'
import { Portrait } from '../parts/portrait.tsx'
import { Prose } from '../parts/prose.tsx'

/** From this many on, names are found by their first letter. */
const MANY = 40

/** Everyone with a page: hosts, then guests by name. */
export function guestsPage(edition: Edition): string {
  const { show } = edition
  const guests = show.guests.filter(({ host }) => !host)
  const groups = guests.length >= MANY ? byLetter(guests) : new Map([['', guests]])
  return people(
    edition,
    GUESTS,
    <>
      {groups.size > 1 && (
        <nav class="letters" aria-label="Letters">
          {[...groups.keys()].map(letter => (
            <a href={`#letter-${letter}`}>{letter}</a>
          ))}
        </nav>
      )}
      {[...groups].map(([letter, group]) => (
        <section class="letter" aria-label={letter === '' ? 'Guests' : letter}>
          {letter !== '' && <h3 id={`letter-${letter}`}>{letter}</h3>}
          <GuestList edition={edition} guests={group} />
        </section>
      ))}
    </>,
  )
}

/** Everyone with a page: hosts, then guests, who spoke last first. */
export function latestGuestsPage(edition: Edition): string {
  const { show, survey } = edition
  const last = (guest: Guest) => survey.appearances(guest)[0]?.episode.date ?? ''
  const guests = show.guests
    .filter(({ host }) => !host)
    .toSorted((a, b) => (last(a) < last(b) ? 1 : last(a) > last(b) ? -1 : 0))
  return people(edition, LATEST_GUESTS, <GuestList edition={edition} guests={guests} />)
}

function people(edition: Edition, address: Address, list: preact.ComponentChildren): string {
  const { show } = edition
  const hosts = show.guests.filter(({ host }) => host)
  const title = address === GUESTS ? 'People' : 'People, who spoke last first'
  return renderPage({
    edition,
    address,
    title,
    // Both orders list the same people, and search engines should keep one.
    metadata: <PlaceMetadata edition={edition} title="People" address={GUESTS} />,
    kind: 'guests',
    script: 'people',
    children: (
      <>
        <header class="head">
          <h1>People</h1>
        </header>
        {hosts.length > 0 && (
          <section aria-labelledby="hosts">
            <h2 id="hosts">{hosts.length === 1 ? 'Host' : 'Hosts'}</h2>
            <ul class="hosts">
              {hosts.map(guest => (
                <li>
                  <Portrait edition={edition} guest={guest} size={88} />
                  <h3>
                    <a href={href(edition, guestAddress(guest.slug))}>{guest.name}</a>
                  </h3>
                  {guest.title && <p class="facts">{guest.title}</p>}
                  <Prose edition={edition} html={guest.bio} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {show.guests.length > hosts.length ? (
          <section aria-labelledby="guests">
            <div class="row">
              <h2 id="guests">{plural(show.guests.length - hosts.length, 'guest')}</h2>
              <p class="inline">
                <a
                  href={href(edition, GUESTS)}
                  aria-current={address === GUESTS ? 'page' : undefined}
                >
                  By name
                </a>
                <a
                  href={href(edition, LATEST_GUESTS)}
                  aria-current={address === LATEST_GUESTS ? 'page' : undefined}
                >
                  By most recent
                </a>
              </p>
            </div>
            <people-filter />
            {list}
          </section>
        ) : (
          <p class="empty">No guests yet.</p>
        )}
      </>
    ),
  })
}

function GuestList({ edition, guests }: { edition: Edition; guests: readonly Guest[] }) {
  return (
    <ul class="people">
      {guests.map(guest => {
        const appearances = edition.survey.appearances(guest)
        const last = appearances[0]?.episode.date
        return (
          <li>
            <a href={href(edition, guestAddress(guest.slug))}>
              <Portrait edition={edition} guest={guest} size={44} />
              <span>{guest.name}</span>
              <span class="facts">
                {appearances.length > 1 && <span>{plural(appearances.length, 'episode')}</span>}
                {last && <span>{formatDay(last).replace(/^\d+ /, '')}</span>}
              </span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}

/** By the first letter, accents aside; other scripts and figures under `#`. */
function byLetter(guests: readonly Guest[]): Map<string, Guest[]> {
  const groups = new Map<string, Guest[]>()
  for (const guest of guests) {
    const first = guest.name.normalize('NFD').charAt(0).toUpperCase()
    const letter = /[A-Z]/.test(first) ? first : '#'
    const known = groups.get(letter)
    if (known) known.push(guest)
    else groups.set(letter, [guest])
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)))
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'people-filter': JSX.HTMLAttributes<HTMLElement>
    }
  }
}
