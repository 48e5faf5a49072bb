import type { Problem } from '../model/problem.ts'
import type { Guest } from '../model/show.ts'
import { slugify } from '../model/slug.ts'
import type { Speaker } from '../model/transcript.ts'
import { type Asked, type Directory, directoryOf } from './directory.ts'
import type { Draft } from './draft.ts'
import { bareLabel, fold, isBreakLabel, isMachineLabel, isSurnameFirst } from './names.ts'
import * as problem from './problems.ts'
import type { Context } from './resolve.ts'

/** What one label of a file turned out to be. */
export type Resolution =
  | { readonly kind: 'person'; readonly speaker: Speaker; readonly known: boolean }
  | { readonly kind: 'break'; readonly text: string }

/** Turns labels into people, and remembers what each label said first. */
export class Labels {
  private readonly found = new Map<string, Resolution>()
  private readonly strangers = new Map<string, Speaker>()
  private readonly heard = new Map<
    string,
    { label: string; turns: number; words: string; line: number }
  >()
  private readonly problems: Problem[] = []
  private readonly context: Context
  private readonly directory: Directory
  private readonly asked = new Set<string>()
  private readonly names: Readonly<Record<string, string>>
  private readonly mapped: ReadonlyMap<string, string>

  constructor(draft: Draft, context: Context) {
    this.context = context
    this.directory = directoryOf(context.guests)
    this.names = draft.names ?? {}
    this.mapped = new Map(Object.entries(context.speakers).map(([label, to]) => [fold(label), to]))
  }

  resolve(label: string): Resolution {
    let resolution = this.found.get(label)
    if (!resolution) {
      resolution = this.look(label)
      this.found.set(label, resolution)
    }
    return resolution
  }

  /** Whether the episode or the show knows this label. */
  knows(label: string): boolean {
    const resolution = this.resolve(label)
    return resolution.kind === 'break' || resolution.known
  }

  /** Counts a turn of this label; the first one's words are kept for the warning. */
  hear(label: string, words: string, line: number): void {
    const heard = this.heard.get(label)
    if (heard) heard.turns++
    else this.heard.set(label, { label, turns: 1, words, line })
  }

  report(): Problem[] {
    const { file } = this.context
    const unresolved = [...this.heard.values()].filter(({ label }) => !this.knows(label))
    for (const { label, turns, words, line } of unresolved) {
      const name = ownValue(this.names, label)?.trim() || label
      this.problems.push(problem.unresolvedSpeaker(file, line, name, turns, words))
    }
    const few = unresolved.slice(0, 60)
    for (const [i, a] of few.entries()) {
      const twin = few.slice(0, i).find(b => areSpellings(a.label, b.label))
      if (twin) this.problems.push(problem.similarLabels(file, a.line, a.label, twin.label))
    }
    return this.problems
  }

  /** What was asked of the show's people, and the answers: all that was made of them. */
  lookups(): Asked[] {
    return [...this.asked].map(name => [name, this.directory.answer(name)])
  }

  private look(label: string): Resolution {
    const own = ownValue(this.names, label)
    const short = bareLabel(label).replace(/\s*\([^()]*\)$/, '')
    const turned = isSurnameFirst(short) ? [short.split(', ').reverse().join(' ')] : []
    const spellings = [
      label,
      bareLabel(label),
      short,
      ...turned,
      ...(own === undefined ? [] : [own]),
    ]
    for (const spelling of spellings) {
      const to = this.mapped.get(fold(spelling))
      if (to !== undefined) return this.episodeSays(label, to)
    }
    for (const spelling of spellings.reverse()) {
      const guest = this.person(spelling)
      if (guest) return { kind: 'person', speaker: this.speakerOf(guest), known: true }
    }
    const name = own?.trim() || bareLabel(label) || label
    if (isBreakLabel(name)) return { kind: 'break', text: name }
    // A name that the file itself gives to a machine's label is still a name nobody knows here.
    return { kind: 'person', speaker: this.stranger(name, name), known: false }
  }

  /** The episode's own map: a slug, or a name. */
  private episodeSays(label: string, to: string): Resolution {
    const guest = this.called(to).find(({ slug }) => slug === to) ?? this.person(to)
    if (guest) return { kind: 'person', speaker: this.speakerOf(guest), known: true }
    if (isBreakLabel(to)) return { kind: 'break', text: to }
    if (/^[\p{Ll}\d]+(?:-[\p{Ll}\d]+)+$/u.test(to)) {
      this.problems.push(problem.unknownGuest(this.context.file, label, to))
    }
    return { kind: 'person', speaker: this.stranger(to, to), known: true }
  }

  private person(label: string): Guest | undefined {
    const name = bareLabel(label)
    if (name === '') return undefined
    const cast = this.context.cast.map(member => member.guest)
    const exact = cast.filter(guest => isCalled(guest, name))
    if (exact.length > 0) return this.only(label, exact)
    const anyone = this.called(name)
    // A whole name is somebody's; a first name alone is rather one of the cast's.
    if (anyone.length > 0 && name.includes(' ')) return this.only(label, anyone)
    const partly = isMachineLabel(name) ? [] : cast.filter(guest => isPartOf(guest, name))
    if (partly.length > 0) return this.only(label, partly)
    return anyone.length > 0 ? this.only(label, anyone) : undefined
  }

  private called(name: string): readonly Guest[] {
    this.asked.add(name)
    return this.directory.called(name)
  }

  private only(label: string, guests: readonly Guest[]): Guest | undefined {
    const slugs = [...new Set(guests.map(({ slug }) => slug))]
    if (slugs.length === 1) return guests[0]
    this.problems.push(problem.ambiguousSpeaker(this.context.file, undefined, label, slugs))
    return undefined
  }

  private speakerOf(guest: Guest): Speaker {
    const role = this.context.cast.find(member => member.guest.slug === guest.slug)?.role
    return { key: guest.slug, name: guest.name, guest: guest.slug, ...(role && { role }) }
  }

  /** `TOM` and `Tom` are one stranger, called by the first spelling. */
  private stranger(key: string, name: string): Speaker {
    const folded = fold(name)
    const found = this.strangers.get(folded) ?? { key, name }
    this.strangers.set(folded, found)
    return found
  }
}

function ownValue(names: Readonly<Record<string, string>>, label: string): string | undefined {
  return Object.hasOwn(names, label) ? names[label] : undefined
}

function isCalled(guest: Guest, name: string): boolean {
  const folded = fold(name)
  return (
    fold(guest.name) === folded ||
    guest.slug === folded ||
    guest.aliases.some(alias => fold(alias) === folded) ||
    (guest.slug !== '' && guest.slug === slugify(name))
  )
}

/** A first name, a last name, `Nathan L.`, or initials of one of the cast. */
function isPartOf(guest: Guest, name: string): boolean {
  const all = [guest.name, ...guest.aliases]
  const said = words(name)
  if (said.length === 0) return false
  return all.some(whole => {
    const parts = words(whole)
    if (/^\p{Lu}{2,4}$/u.test(name.replace(/[. ]/g, ''))) {
      const initials = parts.map(part => part[0]).join('')
      if (initials === name.replace(/[. ]/g, '').toLowerCase()) return true
    }
    if (said.length === 1)
      return parts[0] === said[0] || (parts.length > 1 && parts.at(-1) === said[0])
    // Every word said is a word of the name, or its first letter, in the same order.
    let at = 0
    const fits = said.every(word => {
      while (
        at < parts.length &&
        parts[at] !== word &&
        !(word.length === 1 && parts[at]?.startsWith(word))
      )
        at++
      return at++ < parts.length
    })
    return fits && parts[0] === said[0]
  })
}

function words(text: string): string[] {
  return fold(text)
    .replace(/\./g, '')
    .split(/[\s_-]+/)
    .filter(word => word !== '')
}

/** `Jelle Zıjlstra` and `Jelle Zijlstra`; `Bekah` and `Bekah Hawrot Weigel`. */
function areSpellings(a: string, b: string): boolean {
  if (isMachineLabel(a) || isMachineLabel(b)) return false
  const [x, y] = [slugify(a), slugify(b)]
  if (x === '' || y === '' || x === y) return x !== '' && x === y
  // `Voice 1` and `Voice 2` are numbered, not mistyped.
  if (a.replace(/\d+/g, '') === b.replace(/\d+/g, '')) return false
  if (x.startsWith(`${y}-`) || y.startsWith(`${x}-`)) return true
  return Math.min(x.length, y.length) >= 5 && isOneEditAway(x, y)
}

function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return Math.max(a.length, b.length) - start - end <= 1
}
