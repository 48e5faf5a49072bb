import { COMMON_WORDS } from './commonWords.ts'
import { type Counts, sumCounts, type WordCounts } from './wordCounts.ts'

/** A word that sets what is said in one place apart from the rest of the archive. */
export interface Term {
  /** Its number in the vocabulary. */
  readonly word: number
  /** As people write it. */
  readonly text: string
  readonly weight: number
}

/**
 * How telling a word is: 0 for words everybody uses, more the fewer episodes have it. The common
 * words of English weigh nothing, since in a small show chance would make some of them look rare.
 */
export function telling({ spread, episodes, vocabulary }: WordCounts): Float32Array {
  const total = episodes.size
  return Float32Array.from(spread, (inEpisodes, word) => {
    if (COMMON_WORDS.has(vocabulary.fold(word).replaceAll('’', "'"))) return 0
    return Math.max(0, Math.log((total + 1) / (inEpisodes + 0.5)) + (total < 20 ? 0.4 : 0))
  })
}

/**
 * The words an episode is about: said often here, and in few other episodes. `weights` come from
 * `telling`. Names of its own speakers are left out: everybody is greeted by name.
 */
export function distinctiveWords(
  { vocabulary }: WordCounts,
  weights: Float32Array,
  { words, counts, total }: Counts,
  most: number,
  names: ReadonlySet<string> = new Set(),
): Term[] {
  const least = total > 1500 ? 3 : 2
  const found: { word: number; weight: number }[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? 0
    const count = counts[at] ?? 0
    const weight = (1 + Math.log(count)) * (weights[word] ?? 0)
    if (count >= least && weight > 0) found.push({ word, weight })
  }
  found.sort((a, b) => b.weight - a.weight || a.word - b.word)
  return spellOnce(found, most, names, vocabulary)
}

/**
 * The words a person uses more than the others do: by how surprising their number would be, had
 * the person drawn them from everybody's words (Dunning's log-likelihood, signed).
 */
export function favouriteWords(
  all: WordCounts,
  weights: Float32Array,
  key: string,
  most: number,
  names: ReadonlySet<string> = new Set(),
): Term[] {
  const own = sumCounts(all.speakers.get(key) ?? [])
  const totals = totalsOf(all)
  const everything = totals.sum
  const found: { word: number; weight: number }[] = []
  own.words.forEach((word, at) => {
    const count = own.counts[at] ?? 0
    const expected = ((totals.counts[word] ?? 0) * own.total) / everything
    if (count < 3 || count <= expected || (weights[word] ?? 0) === 0) return
    found.push({ word, weight: count * Math.log(count / expected) * (weights[word] ?? 0) })
  })
  found.sort((a, b) => b.weight - a.weight || a.word - b.word)
  return spellOnce(found, most, names, all.vocabulary)
}

interface Totals {
  readonly counts: Uint32Array
  readonly sum: number
}

const summed = new WeakMap<WordCounts, Totals>()

function totalsOf(all: WordCounts): Totals {
  const known = summed.get(all)
  if (known) return known
  const counts = new Uint32Array(all.vocabulary.size)
  let sum = 0
  for (const episode of all.episodes.values()) {
    sum += episode.total
    episode.words.forEach((word, at) => {
      counts[word] = (counts[word] ?? 0) + (episode.counts[at] ?? 0)
    })
  }
  const totals = { counts, sum }
  summed.set(all, totals)
  return totals
}

/** `licence` and `licences` are one word here, and so are `open` and `Open's`. */
function spellOnce(
  found: readonly { word: number; weight: number }[],
  most: number,
  names: ReadonlySet<string>,
  vocabulary: WordCounts['vocabulary'],
): Term[] {
  const terms: Term[] = []
  const roots = new Set<string>()
  for (const { word, weight } of found) {
    if (terms.length === most) break
    const folded = vocabulary.fold(word).replace(/['’]s$/, '')
    const root = folded.length > 3 ? folded.replace(/(ies|es|s|y|e)$/, '') : folded
    if (roots.has(root) || names.has(folded)) continue
    roots.add(root)
    terms.push({ word, text: vocabulary.spell(word).replace(/['’]s$/, ''), weight })
  }
  return terms
}
