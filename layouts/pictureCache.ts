import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isThat, type Look, lookOf, statOf } from '../scripts/cache/look.ts'
import { writeWhole } from '../scripts/cache/writeWhole.ts'

/**
 * Finished pictures, each under a name made of everything it depends on and of what is in it, so
 * that a build makes only what changed or was damaged. The folder may be deleted at any time.
 */
export class PictureCache {
  readonly #folder: string
  /** Names of the files by what their pictures depend on. */
  readonly #names: Map<string, string>
  /** How files looked when their bytes were seen to be those that their names say. */
  readonly #looks: Map<string, Look>
  /** What pictures depend on, by shorter names of the same; '' where there is nothing to draw. */
  readonly #keys: Map<string, string>
  #changed = false

  constructor(folder: string) {
    this.#folder = folder
    mkdirSync(folder, { recursive: true })
    this.#names = new Map(readdirSync(folder).map(name => [name.split('-')[0] ?? '', name]))
    const { looks, keys } = readKnown(join(folder, KNOWN))
    this.#looks = new Map(looks)
    this.#keys = new Map(keys)
  }

  /** The file's path; made now if it isn't there. `about` is all that the picture depends on. */
  get(about: unknown, extension: string, make: () => Promise<Uint8Array>): Promise<KeptPicture> {
    return this.#get(fingerprint(JSON.stringify(about)), extension, make)
  }

  /**
   * The same where it takes long to say what a picture depends on, and `name` says it as well, if
   * less exactly. Undefined where there is nothing to draw.
   */
  async getNamed<About>(
    name: string,
    about: () => About | undefined,
    extension: string,
    make: (about: About) => Promise<Uint8Array>,
  ): Promise<KeptPicture | undefined> {
    let all: About | undefined
    let key = this.#keys.get(name)
    if (key === undefined) {
      all = about()
      key = all === undefined ? '' : fingerprint(JSON.stringify(all))
      this.#changed = true
    }
    // The last one used stands last.
    this.#keys.delete(name)
    this.#keys.set(name, key)
    if (key === '') return undefined
    return this.#get(key, extension, () => {
      all ??= about()
      if (all === undefined) throw new Error('What a picture depends on is gone')
      return make(all)
    })
  }

  async #get(
    key: string,
    extension: string,
    make: () => Promise<Uint8Array>,
  ): Promise<KeptPicture> {
    const nameOf = (bytes: Uint8Array) => `${key}-${fingerprint(bytes).slice(0, 8)}.${extension}`
    const known = this.#names.get(key)
    if (known !== undefined && this.#isWhole(known, nameOf)) {
      return { path: join(this.#folder, known), made: false }
    }
    const bytes = await make()
    const name = nameOf(bytes)
    const path = join(this.#folder, name)
    writeWhole(path, bytes)
    this.#remember(name)
    return { path, made: true }
  }

  /** Keeps what was seen, so that the next build need not read every picture. */
  save(): void {
    if (!this.#changed) return
    const there = new Set(readdirSync(this.#folder))
    const looks = [...this.#looks].filter(([name]) => there.has(name))
    const keys = [...this.#keys].slice(-MOST_KEYS)
    writeWhole(join(this.#folder, KNOWN), JSON.stringify({ looks, keys } satisfies Known))
  }

  #isWhole(name: string, nameOf: (bytes: Uint8Array) => string): boolean {
    const look = this.#looks.get(name)
    const stat = statOf(join(this.#folder, name))
    if (look && stat && isThat(stat, look)) return true
    const bytes = readIfThere(join(this.#folder, name))
    if (!bytes || nameOf(bytes) !== name) return false
    this.#remember(name)
    return true
  }

  #remember(name: string): void {
    const stat = statOf(join(this.#folder, name))
    if (stat) this.#looks.set(name, lookOf(stat))
    this.#changed = true
  }
}

export interface KeptPicture {
  readonly path: string
  /** Made now, and not taken from the cache. */
  readonly made: boolean
}

interface Known {
  readonly looks: readonly (readonly [name: string, look: Look])[]
  readonly keys: readonly (readonly [name: string, key: string])[]
}

const KNOWN = 'known.json'

/** The pictures of all shows that are built here have room, and those of many days. */
const MOST_KEYS = 20_000

function readKnown(file: string): Known {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // There is none yet, or it was damaged: pictures are read and described once more.
    return { looks: [], keys: [] }
  }
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch {
    // Somebody has emptied the cache meanwhile.
    return undefined
  }
}

/** 80 bits of SHA-256 as hex: enough to name a file by its content. */
export function fingerprint(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 20)
}

/** Runs at most `width` jobs at a time, and gives their results in order. */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  job: (item: T) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(items.length)
  const queue = items.entries()
  const work = async () => {
    for (const [at, item] of queue) results[at] = await job(item)
  }
  await Promise.all(Array.from({ length: width }, work))
  return results
}
