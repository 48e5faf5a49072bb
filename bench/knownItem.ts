import type { Show } from '../scripts/model/show.ts'
import type { Seconds } from '../scripts/model/time.ts'
import { speechOf } from '../scripts/search/speech.ts'
import { type Word, wordsOf } from '../scripts/search/words.ts'

/** Something remembered from a show: the words, and where they were said. */
export interface KnownItem {
  readonly query: string
  readonly slug: string
  readonly start?: Seconds
  /** Hash of the moment, for speech of unknown time. */
  readonly at: string
}

export const VARIANTS = ['plain', 'inflected', 'misspelt', 'two turns', 'extra word'] as const
export type Variant = (typeof VARIANTS)[number]

const STOP = new Set(
  `a about after again all also am an and any are as at back be because been before being but by
  can cant could did didnt do does doesnt doing dont down for from get go going gonna good got had has
  have having he her here hers him his how i id if im in into is isnt it its ive just kind know let
  like ll lot make me mean more most my no not now of off oh okay on one only or other our out over
  really right said say see she should so some something sort still such take than that thats the
  their them then there theres these they theyre thing things think this those through time to too
  two up us very want was wasnt way we well went were weve what when where which while who why will
  with wont would yeah yes you youre your`.split(/\s+/),
)

/** Words of speech within which the words of a query stand. */
const STRETCH = 14

/** Numbers from 0 up to 1, always the same for a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A seeded sample of things to remember. */
export function sampleItems(
  show: Show,
  count: number,
  variant: Variant,
  seed: number,
): KnownItem[] {
  const random = randomFrom(seed + VARIANTS.indexOf(variant) * 1000)
  const episodes = show.episodes.filter(({ transcript }) => transcript)
  const items: KnownItem[] = []
  for (let tries = 0; items.length < count && tries < count * 200; tries++) {
    const episode = episodes[Math.floor(random() * episodes.length)]
    if (!episode?.transcript) continue
    const pieces = speechOf(episode.transcript, episode.duration)
    const words = pieces.flatMap((piece, p) => wordsOf(piece.text).map(word => ({ word, p })))
    const from = Math.floor(random() * (words.length - STRETCH))
    const stretch = words.slice(from, from + STRETCH)
    const borders = stretch.filter(({ p }, at) => at > 0 && opensAt(pieces, stretch, p, at)).length
    if (variant === 'two turns' ? borders !== 1 : borders !== 0) continue
    const content = stretch.filter(
      ({ word }, at) =>
        word.key.length > 2 &&
        !STOP.has(word.key) &&
        /^\p{L}+$/u.test(word.key) &&
        stretch.findIndex(other => other.word.key === word.key) === at,
    )
    const size = random() < 0.5 ? 3 : 4
    if (content.length < size) continue
    const chosen = pick(content, size, random)
    if (variant === 'two turns' && new Set(chosen.map(({ p }) => p)).size < 2) continue
    const piece = pieces[chosen[0]?.p ?? 0]
    if (!piece) continue
    items.push({
      query: phrase(
        chosen.map(({ word }) => word),
        variant,
        random,
      ),
      slug: episode.slug,
      at: piece.at,
      ...(piece.start === undefined ? {} : { start: piece.start }),
    })
  }
  return items
}

function opensAt(
  pieces: readonly { opens?: true }[],
  stretch: readonly { p: number }[],
  p: number,
  at: number,
): boolean {
  return stretch[at - 1]?.p !== p && pieces[p]?.opens === true
}

function pick<T>(list: readonly T[], size: number, random: () => number): T[] {
  const left = [...list]
  while (left.length > size) left.splice(Math.floor(random() * left.length), 1)
  return left
}

function phrase(words: readonly Word[], variant: Variant, random: () => number): string {
  const keys = words.map(({ key }) => key)
  const at = Math.floor(random() * keys.length)
  const key = keys[at] ?? ''
  if (variant === 'inflected') keys[at] = inflect(key)
  if (variant === 'misspelt') {
    // A long word, as people misspell: two letters swapped after the first.
    const long = keys.reduce(
      (best, word, n) => (word.length > (keys[best]?.length ?? 0) ? n : best),
      0,
    )
    keys[long] = misspell(keys[long] ?? '', random)
  }
  if (variant === 'extra word')
    keys.splice(at, 0, ['yesterday', 'actually', 'definitely', 'company'][at % 4] ?? '')
  return keys.join(' ')
}

function inflect(word: string): string {
  if (/(ing|ed)$/.test(word) && word.length > 5) return word.replace(/(ing|ed)$/, 's')
  if (/[^s]s$/.test(word)) return word.slice(0, -1)
  return `${word}s`
}

function misspell(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, word.length - 2))
  const [a = '', b = ''] = [word[at], word[at + 1]]
  return a === b || b === ''
    ? word.slice(0, at) + word.slice(at + 1)
    : word.slice(0, at) + b + a + word.slice(at + 2)
}
