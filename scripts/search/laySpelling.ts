import { gzipSync } from 'node:zlib'
import { spellingKey } from './spelling.ts'

/** A show of this many words has typing errors of its own, and a word said once is often one. */
const LARGE = 2_000_000

/** The words that a misspelt one may have meant, in one list for each first letter. */
export function laySpelling(counts: ReadonlyMap<string, number>): [string, Uint8Array][] {
  let total = 0
  for (const count of counts.values()) total += count
  const least = total > LARGE ? 3 : 1
  const lists = new Map<string, [string, number][]>()
  for (const [word, count] of counts) {
    if (count < least || word.length < 3 || !/^[\p{L}\p{M}]+$/u.test(word)) continue
    const key = spellingKey(word)
    const list = lists.get(key)
    if (list) list.push([word, count])
    else lists.set(key, [[word, count]])
  }
  return [...lists]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, list]) => [key, gzipSync(packList(list), { level: 9 })])
}

/** `word count` a line, the count as a power of two: it only decides between equally near words. */
function packList(list: [string, number][]): string {
  return list
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, count]) => `${word} ${Math.floor(Math.log2(count))}`)
    .join('\n')
}
