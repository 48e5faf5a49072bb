import type { Speech } from './digest.ts'
import type { Lexicon } from './lexicon.ts'

/** The words of all episodes together: how telling each is, and how it is spelt. */
export class Archive {
  /** How often each word is said. */
  readonly totals: Uint32Array
  /** How many words are said, common ones too. */
  readonly sum: number
  /**
   * How telling each word is: 0 for words everybody uses, more the fewer episodes have it. Common
   * words of English are not even counted, since in a small show chance would make some look rare.
   */
  readonly weights: Float32Array
  /** A count for each word, to add up in: whoever takes it leaves it at zero. */
  readonly scratch: Uint32Array
  readonly #lexicon: Lexicon
  readonly #words: string[]
  readonly #forms: Forms[]
  /** For each word the number of its spelling plus one; 0 is none but small letters. */
  readonly #spellings: Uint32Array

  constructor(speeches: readonly Speech<Uint32Array>[], lexicon: Lexicon) {
    this.#lexicon = lexicon
    // Long from the beginning: numbers come in any order, and an array full of gaps is slow.
    this.#words = new Array(lexicon.size)
    this.#forms = new Array(lexicon.size)
    this.totals = new Uint32Array(lexicon.size)
    this.scratch = new Uint32Array(lexicon.size)
    const spread = new Uint32Array(lexicon.size)
    let sum = 0
    for (const { words, counts, total } of speeches) {
      sum += total
      for (let at = 0; at < words.length; at += 1) {
        const word = words[at] ?? 0
        spread[word] = (spread[word] ?? 0) + 1
        this.totals[word] = (this.totals[word] ?? 0) + (counts[at] ?? 0)
      }
    }
    this.sum = sum
    this.weights = weigh(spread, speeches.length)
    this.#spellings = this.#chooseSpellings(speeches)
  }

  /** In small letters. */
  word(number: number): string {
    this.#words[number] ??= this.#lexicon.word(number)
    return this.#words[number] ?? ''
  }

  /** What it is without its endings. */
  forms(number: number): Forms {
    this.#forms[number] ??= formsOf(this.word(number))
    return this.#forms[number] ?? NO_FORMS
  }

  /** As people write it: in small letters, unless it is mostly seen with a capital. */
  spell(number: number): string {
    const spelling = this.#spellings[number] ?? 0
    return this.word(spelling === 0 ? number : spelling - 1)
  }

  /** The spelling of a name is the most frequent one in the middle of a sentence: `GraphQL`. */
  #chooseSpellings(speeches: readonly Speech<Uint32Array>[]): Uint32Array {
    const named = new Uint32Array(this.totals.length)
    const seen = new Uint32Array(this.totals.length)
    /** The word of each spelling plus one. */
    const spells = new Uint32Array(this.totals.length)
    const met: number[] = []
    for (const { words, spellings, spelt, spellingCounts } of speeches) {
      for (let at = 0; at < spellings.length; at += 1) {
        const spelling = spellings[at] ?? 0
        const word = words[spelt[at] ?? 0] ?? 0
        const count = spellingCounts[at] ?? 0
        named[word] = (named[word] ?? 0) + count
        seen[spelling] = (seen[spelling] ?? 0) + count
        if (spells[spelling] === 0) met.push(spelling)
        spells[spelling] = word + 1
      }
    }
    const chosen = new Uint32Array(this.totals.length)
    for (const spelling of met) {
      const word = (spells[spelling] ?? 0) - 1
      if ((named[word] ?? 0) * 2 <= (this.totals[word] ?? 0)) continue
      const rival = (chosen[word] ?? 0) - 1
      const more = (seen[spelling] ?? 0) - (seen[rival] ?? 0)
      if (rival < 0 || more > 0 || (more === 0 && this.word(spelling) < this.word(rival))) {
        chosen[word] = spelling + 1
      }
    }
    return chosen
  }
}

/** `licence` and `licences` have one root, and the owner of `ada's` is `ada`. */
interface Forms {
  readonly owner: string
  readonly root: string
}

const NO_FORMS: Forms = { owner: '', root: '' }

function formsOf(word: string): Forms {
  const owner = word.replace(/'s$/, '')
  return { owner, root: owner.length > 3 ? owner.replace(/(ies|es|s|y|e)$/, '') : owner }
}

function weigh(spread: Uint32Array, episodes: number): Float32Array {
  const few = episodes < 20 ? 0.4 : 0
  const weights = Float32Array.from({ length: episodes + 1 }, (_, having) =>
    Math.max(0, Math.log((episodes + 1) / (having + 0.5)) + few),
  )
  return Float32Array.from(spread, having => weights[having] ?? 0)
}
