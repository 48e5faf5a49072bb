import type { IndexFile } from './indexFolder.ts'
import type { Postings } from './postings.ts'
import { spellingFile, spellingKey } from './spelling.ts'
import { VOICE } from './voice.ts'

/** A show of this many words has typing errors of its own, and a word said once is often one. */
const LARGE = 2_000_000

export interface SpellingLists {
  readonly files: readonly IndexFile[]
  /** Those that have a list. */
  readonly letters: string
}

/** The words that a misspelt one may have meant, in one list for each first letter. */
export function laySpelling({ words, counts }: Postings): SpellingLists {
  const least = totalOf({ words, counts }) > LARGE ? 3 : 1
  const lists = new Map<string, [string, number][]>()
  words.forEach((word, at) => {
    const count = counts[at] ?? 0
    if (count < least || word.length < 3 || !/^[\p{L}\p{M}]+$/u.test(word)) return
    const key = spellingKey(word)
    const list = lists.get(key)
    if (list) list.push([word, count])
    else lists.set(key, [[word, count]])
  })
  const sorted = [...lists].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    files: sorted.map(([key, list]) => [spellingFile(key), Buffer.from(packList(list))]),
    letters: sorted.map(([key]) => key).join(''),
  }
}

function totalOf({ words, counts }: Pick<Postings, 'words' | 'counts'>): number {
  return counts.reduce((sum, count, at) => (words[at]?.startsWith(VOICE) ? sum : sum + count), 0)
}

/** `word count` a line, the count as a power of two: it only decides between equally near words. */
function packList(list: [string, number][]): string {
  return list
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, count]) => `${word} ${Math.floor(Math.log2(count))}`)
    .join('\n')
}
