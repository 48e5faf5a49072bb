import type { Guest } from '../model/show.ts'
import { slugify } from '../model/slug.ts'
import { fold } from './names.ts'

/** A name that was looked up, and who was found: `[["nate","Nate Lambert"]]` as JSON. */
export type Asked = readonly [name: string, found: string]

/** Everyone with a page, by all that they are called: name, aliases and slug. */
export class Directory {
  readonly #byName = new Map<string, Guest[]>()
  readonly #bySlug = new Map<string, Guest>()
  readonly #place = new Map<Guest, number>()
  readonly #answers = new Map<string, string>()

  constructor(guests: readonly Guest[]) {
    for (const guest of guests) {
      this.#place.set(guest, this.#place.size)
      if (guest.slug !== '') this.#bySlug.set(guest.slug, guest)
      for (const name of new Set([guest.name, ...guest.aliases].map(fold))) {
        const known = this.#byName.get(name)
        if (known) known.push(guest)
        else this.#byName.set(name, [guest])
      }
    }
  }

  /** Everyone who is called so, in the order of the guests. */
  called(name: string): Guest[] {
    const folded = fold(name)
    const found = new Set(this.#byName.get(folded))
    for (const slug of [folded, slugify(name)]) {
      const guest = this.#bySlug.get(slug)
      if (guest) found.add(guest)
    }
    const place = (guest: Guest) => this.#place.get(guest) ?? 0
    return [...found].sort((a, b) => place(a) - place(b))
  }

  /** The answer to a name as text, to tell whether it is still the same. */
  answer(name: string): string {
    let answer = this.#answers.get(name)
    if (answer === undefined) {
      answer = JSON.stringify(this.called(name).map(guest => [guest.slug, guest.name]))
      this.#answers.set(name, answer)
    }
    return answer
  }
}

const directories = new WeakMap<readonly Guest[], Directory>()

/** One directory for all transcripts of a show, which share their list of guests. */
export function directoryOf(guests: readonly Guest[]): Directory {
  let directory = directories.get(guests)
  if (!directory) {
    directory = new Directory(guests)
    directories.set(guests, directory)
  }
  return directory
}
