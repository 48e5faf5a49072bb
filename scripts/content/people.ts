import type { Place } from '../model/problem.ts'
import type { CastMember, Guest, Html } from '../model/show.ts'
import { isSlug, slugify } from '../model/slug.ts'
import type { Findings } from './findings.ts'
import * as problems from './problems.ts'
import { suggest } from './suggest.ts'

/** A second of looking for names that are nearly another; two thousand people come to that. */
const MOST_COMPARED = 2_000_000

/** Everyone who has a page: those with a file, and those an episode only names. */
export class People {
  readonly #bySlug = new Map<string, Guest>()
  /** Slugs of names and aliases, so that `Nathan`, `nathan` and `NATHAN` are one. */
  readonly #byName = new Map<string, Guest>()
  readonly #findings: Findings
  #compared = 0

  constructor(guests: readonly Guest[], findings: Findings) {
    this.#findings = findings
    for (const guest of guests) this.#bySlug.set(guest.slug, guest)
    // Names first: an alias never takes a name away from the person who has it.
    for (const guest of guests) this.#name(guest.name, guest)
    for (const guest of guests) for (const alias of guest.aliases) this.#alias(alias, guest)
  }

  #name(name: string, guest: Guest): void {
    const key = slugify(name)
    if (!this.#byName.has(key)) this.#byName.set(key, guest)
  }

  /** Two people with one alias: neither is meant by it, unless the cast decides. */
  #alias(alias: string, guest: Guest): void {
    const other = this.#byName.get(slugify(alias))
    if (other && other !== guest) {
      this.#findings.add(problems.sharedAlias({ file: guest.file ?? '' }, alias, other.name))
    } else this.#name(alias, guest)
  }

  /** The person an editor means by a slug or a name; a new one without a file if need be. */
  find(written: string, place: Place): Guest | undefined {
    const slug = slugify(written)
    if (slug === '' || /[/\\<>]/.test(written)) {
      this.#findings.add(problems.badReference(place, written))
      return undefined
    }
    return (
      this.#bySlug.get(written) ??
      this.#byName.get(slug) ??
      this.#bySlug.get(slug) ??
      this.#addNamed(written, slug, place)
    )
  }

  #addNamed(written: string, slug: string, place: Place): Guest {
    const meantSlug = isSlug(written) && written === written.toLowerCase()
    // Each name beside every other: for the tens of thousands of a list that went wrong, for ever.
    this.#compared += this.#bySlug.size
    const near = this.#compared < MOST_COMPARED ? suggest(slug, this.#bySlug.keys()) : undefined
    if (meantSlug) this.#findings.add(problems.missingGuest(place, written, near))
    else if (near) {
      const other = this.#bySlug.get(near)
      if (other) this.#findings.add(problems.nearName(place, written, other.name))
    }
    const name = meantSlug
      ? written.replace(
          /(^|-)(\p{L})/gu,
          (_, dash: string, c: string) => `${dash && ' '}${c.toUpperCase()}`,
        )
      : written
    const guest: Guest = { slug, name, aliases: [], links: [], bio: '' as Html, host: false }
    this.#bySlug.set(slug, guest)
    this.#name(name, guest)
    return guest
  }

  /** Fills in what is known only when everything has been read: who hosts, and the bios. */
  complete(hosts: readonly Guest[], bios: ReadonlyMap<string, Html>): void {
    const hosting = new Set(hosts.map(host => host.slug))
    for (const [slug, guest] of this.#bySlug) {
      const bio = bios.get(slug) ?? guest.bio
      this.#bySlug.set(slug, { ...guest, bio, host: hosting.has(slug) })
    }
  }

  /** The person as completed. */
  now(guest: Guest): Guest {
    return this.#bySlug.get(guest.slug) ?? guest
  }

  /** The show's hosts in their order, then everyone else by slug, which is by first name. */
  inOrder(hosts: readonly Guest[]): Guest[] {
    const rest = this.all().filter(guest => !guest.host)
    return [
      ...hosts.map(host => this.now(host)),
      ...rest.sort((a, b) => (a.slug < b.slug ? -1 : 1)),
    ]
  }

  all(): Guest[] {
    return [...this.#bySlug.values()]
  }
}

/** Hosts, then guests; a person listed twice is said to be. */
export function readCast(
  people: People,
  hosts: readonly Guest[],
  guests: readonly { readonly written: string; readonly place: Place }[],
  findings: Findings,
): CastMember[] {
  const cast: CastMember[] = hosts.map(guest => ({ guest, role: 'host' }))
  for (const { written, place } of guests) {
    const guest = people.find(written, place)
    if (!guest) continue
    if (cast.some(member => member.guest === guest))
      findings.add(problems.castTwice(place, guest.name))
    else cast.push({ guest, role: 'guest' })
  }
  return cast
}
