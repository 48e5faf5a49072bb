/** Spelling lists are kept by first letter, because few people misspell that. */
export function spellingKey(word: string): string {
  return [...word][0] ?? ''
}

export function spellingFile(key: string): string {
  return `${key.codePointAt(0) ?? 0}.bin`
}

export interface Spelling {
  readonly word: string
  /** Rough logarithm of how often it is said. */
  readonly weight: number
}

export function readSpellings(list: string): Spelling[] {
  return list.split('\n').map(line => {
    const [word = '', weight = '0'] = line.split(' ')
    return { word, weight: Number(weight) }
  })
}

/** The words most like a misspelt one, likeliest first. */
export function nearest(word: string, known: readonly Spelling[], count = 3): string[] {
  const most = word.length < 5 ? 1 : word.length < 9 ? 2 : 3
  return (
    known
      .filter(({ word: other }) => Math.abs(other.length - word.length) <= most && other !== word)
      .map(spelling => ({ ...spelling, distance: distance(word, spelling.word, most) }))
      .filter(spelling => spelling.distance <= most)
      // One letter less wrong outweighs being said some thirty times as often.
      .sort(
        (a, b) =>
          a.distance * 5 - a.weight - (b.distance * 5 - b.weight) || (a.word < b.word ? -1 : 1),
      )
      .slice(0, count)
      .map(({ word: found }) => found)
  )
}

/**
 * How many letters are missing, too many, wrong or swapped with their neighbour (Damerau and
 * Levenshtein, in its restricted form); anything beyond `most` is given as `most + 1`.
 */
export function distance(a: string, b: string, most: number): number {
  let previous: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (previous[j - 2] ?? 0) + 1)
      }
      next.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    previous = row
    row = next
  }
  return row[b.length] ?? most + 1
}
