import { deserialize, serialize } from 'node:v8'
import { packValue, unpackValue } from '../cache/keptValue.ts'
import type { Voice } from './digest.ts'
import type { Filed } from './digests.ts'
import { Lexicon, type SavedLexicon } from './lexicon.ts'

/** Digests as they were kept, by their keys. */
export interface Kept {
  readonly lexicon: Lexicon
  readonly kept: ReadonlyMap<string, Packed>
}

/** A digest as bytes, but for its numbers, which a new lexicon would change. */
export interface Packed {
  readonly words: Uint32Array
  readonly spellings: Uint32Array
  readonly rest: Uint8Array
}

interface Rest {
  readonly digest: Omit<Filed, 'speech'>
  readonly counts: Omit<Filed['speech'], 'words' | 'spellings' | 'voices'>
  readonly voices: readonly PackedVoice[]
}

/** Passages are looked at in a person's last few episodes only. */
type PackedVoice = Omit<Voice, 'passages'> & { readonly passages: Uint8Array }

export function pack({ speech, ...digest }: Filed): Packed {
  const { words, spellings, voices, ...counts } = speech
  const packed = voices.map(voice => ({ ...voice, passages: serialize(voice.passages) }))
  const rest = { digest, counts, voices: packed } satisfies Rest
  return { words, spellings, rest: serialize(rest) }
}

export function unpack({ words, spellings, rest }: Packed): Filed {
  const { digest, counts, voices } = deserialize(rest) as Rest
  return { ...digest, speech: { ...counts, words, spellings, voices: voices.map(unpackVoice) } }
}

function unpackVoice({ passages, ...voice }: PackedVoice): Voice {
  return {
    ...voice,
    get passages() {
      return deserialize(passages)
    },
  }
}

/** What is written: all digests one after another, and how long each is. */
interface Saved {
  readonly lexicon: SavedLexicon
  readonly keys: readonly string[]
  /** For each key: its number of words, of spellings, and of bytes. */
  readonly sizes: Uint32Array
  readonly numbers: Uint32Array
  readonly rest: Uint8Array
}

/** Changes with the layout of what is written. */
const LAYOUT = 2

export function packAll(digests: ReadonlyMap<string, Packed>, lexicon: Lexicon): Buffer {
  const all = [...digests.values()]
  const sizes = Uint32Array.from(
    all.flatMap(({ words, spellings, rest }) => [words.length, spellings.length, rest.length]),
  )
  const numbers = joined(
    all.flatMap(({ words, spellings }) => [words, spellings]),
    length => new Uint32Array(length),
  )
  const rest = joined(
    all.map(it => it.rest),
    length => new Uint8Array(length),
  )
  const keys = [...digests.keys()]
  const saved: Saved = { ...renumbered(lexicon, numbers), keys, sizes, rest }
  return packValue([LAYOUT, saved])
}

export function unpackAll(bytes: Buffer): Kept | undefined {
  const [layout, saved] = unpackValue<[number, Saved]>(bytes) ?? []
  if (layout !== LAYOUT || !saved) return undefined
  const { lexicon, keys, sizes, numbers, rest } = saved
  const kept = new Map<string, Packed>()
  let number = 0
  let byte = 0
  keys.forEach((key, at) => {
    const [words = 0, spellings = 0, length = 0] = sizes.subarray(at * 3)
    kept.set(key, {
      words: numbers.subarray(number, number + words),
      spellings: numbers.subarray(number + words, number + words + spellings),
      rest: rest.subarray(byte, byte + length),
    })
    number += words + spellings
    byte += length
  })
  return { lexicon: new Lexicon(lexicon), kept }
}

/** Only those words that some digest still has, and their numbers; all, where that is nearly the same. */
function renumbered(lexicon: Lexicon, numbers: Uint32Array): Pick<Saved, 'lexicon' | 'numbers'> {
  const used = new Uint8Array(lexicon.size)
  for (const number of numbers) used[number] = 1
  const unused = used.reduce((sum, it) => sum + 1 - it, 0)
  if (unused <= lexicon.size / 16) return { lexicon: lexicon.save(), numbers }
  const renumber = new Uint32Array(lexicon.size)
  const { letters, ends } = lexicon.save()
  const fewer = { letters: new Uint16Array(letters.length), ends: new Uint32Array(ends.length) }
  let size = 0
  let length = 0
  for (let number = 0; number < ends.length; number += 1) {
    if (!used[number]) continue
    const word = letters.subarray(number === 0 ? 0 : ends[number - 1], ends[number])
    fewer.letters.set(word, length)
    length += word.length
    fewer.ends[size] = length
    renumber[number] = size
    size += 1
  }
  return {
    lexicon: { letters: fewer.letters.slice(0, length), ends: fewer.ends.slice(0, size) },
    numbers: numbers.map(number => renumber[number] ?? 0),
  }
}

function joined<Numbers extends Uint8Array | Uint32Array>(
  arrays: readonly Numbers[],
  make: (length: number) => Numbers,
): Numbers {
  const whole = make(arrays.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const array of arrays) {
    whole.set(array, at)
    at += array.length
  }
  return whole
}
