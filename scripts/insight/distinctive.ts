import type { Archive } from './archive.ts'
import type { Speech, Voice } from './digest.ts'
import { widened } from './units.ts'

/** A word that sets what is said in one place apart from the rest of the archive. */
export interface Term {
  /** Its number in the lexicon, which says only that it is the same word. */
  readonly word: number
  /** As people write it. */
  readonly text: string
  readonly weight: number
}

/**
 * The words an episode is about: said often here, and in few other episodes. Names of its own
 * speakers are left out: everybody is greeted by name.
 */
export function distinctiveWords(
  archive: Archive,
  { words, counts, total }: Speech<Uint32Array>,
  most: number,
  names: ReadonlySet<string> = new Set(),
): Term[] {
  const least = total > 1500 ? 3 : 2
  found.clear()
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at] ?? 0
    if (count < least) continue
    const word = words[at] ?? 0
    const weight = archive.weights[word] ?? 0
    if (weight > 0) found.add(word, (1 + Math.log(count)) * weight)
  }
  return spellOnce(archive, most, names)
}

/** What a person says in one episode. */
export interface Said {
  readonly speech: Speech<Uint32Array>
  readonly voice: Voice
}

/**
 * The words a person uses more than the others do: by how surprising their number would be, had
 * the person drawn them from everybody's words (Dunning's log-likelihood, signed).
 */
export function favouriteWords(
  archive: Archive,
  said: readonly Said[],
  most: number,
  names: ReadonlySet<string> = new Set(),
): Term[] {
  const own = archive.scratch
  const touched: number[] = []
  let total = 0
  for (const { speech, voice } of said) {
    total += voice.total
    for (let at = 0; at < voice.words.length; at += 1) {
      const word = speech.words[voice.words[at] ?? 0] ?? 0
      if (own[word] === 0) touched.push(word)
      own[word] = (own[word] ?? 0) + (voice.counts[at] ?? 0)
    }
  }
  found.clear()
  for (const word of touched) {
    const count = own[word] ?? 0
    own[word] = 0
    const weight = archive.weights[word] ?? 0
    if (count < 3 || weight === 0) continue
    const expected = ((archive.totals[word] ?? 0) * total) / archive.sum
    if (count > expected) found.add(word, count * Math.log(count / expected) * weight)
  }
  return spellOnce(archive, most, names)
}

/** Words and their weights, of which only the heaviest few are asked for. */
class Heaviest {
  #size = 0
  #words = new Uint32Array(1024)
  #weights = new Float64Array(1024)
  #sorted = new Float64Array(1024)

  /** Forgets all, and keeps the room for the next ones. */
  clear(): void {
    this.#size = 0
  }

  add(word: number, weight: number): void {
    if (this.#size === this.#words.length) {
      this.#words = widened(this.#words, this.#size + 1)
      this.#weights = widened(this.#weights, this.#size + 1)
      this.#sorted = new Float64Array(this.#weights.length)
    }
    this.#words[this.#size] = word
    this.#weights[this.#size] = weight
    this.#size += 1
  }

  /** At least so many, the heaviest first, those of one weight by their letters; or all there are. */
  top(count: number, archive: Archive): { word: number; weight: number }[] {
    const size = this.#size
    this.#sorted.set(this.#weights.subarray(0, size))
    const least = this.#sorted.subarray(0, size).sort()[size - count] ?? 0
    const top: { word: number; weight: number }[] = []
    for (let at = 0; at < size; at += 1) {
      const weight = this.#weights[at] ?? 0
      if (weight >= least) top.push({ word: this.#words[at] ?? 0, weight })
    }
    return top.sort(
      (a, b) => b.weight - a.weight || (archive.word(a.word) < archive.word(b.word) ? -1 : 1),
    )
  }
}

/** Thousands of times in a row, and never twice at a time. */
const found = new Heaviest()

/**
 * The heaviest words, each once: `licence` and `licences` are one word here, and so are `open` and
 * `Open's`.
 */
function spellOnce(archive: Archive, most: number, names: ReadonlySet<string>): Term[] {
  // Some will be left out; when that is too many, all are looked at.
  const few = chooseOnce(archive, found.top(most * 2, archive), most, names)
  return few.length === most ? few : chooseOnce(archive, found.top(Infinity, archive), most, names)
}

function chooseOnce(
  archive: Archive,
  heaviest: readonly { word: number; weight: number }[],
  most: number,
  names: ReadonlySet<string>,
): Term[] {
  const terms: Term[] = []
  const roots = new Set<string>()
  for (const { word, weight } of heaviest) {
    if (terms.length === most) break
    const { owner, root } = archive.forms(word)
    if (roots.has(root) || names.has(owner)) continue
    roots.add(root)
    terms.push({ word, text: archive.spell(word).replace(/['’]s$/, ''), weight })
  }
  return terms
}
