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
  #changed = false

  constructor(folder: string) {
    this.#folder = folder
    mkdirSync(folder, { recursive: true })
    this.#names = new Map(readdirSync(folder).map(name => [name.split('-')[0] ?? '', name]))
    this.#looks = readLooks(join(folder, LOOKS))
  }

  /** The file's path; made now if it isn't there. `about` is all that the picture depends on. */
  async get(
    about: unknown,
    extension: string,
    make: () => Promise<Uint8Array>,
  ): Promise<{ readonly path: string; readonly made: boolean }> {
    const key = fingerprint(JSON.stringify(about))
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
    writeWhole(join(this.#folder, LOOKS), JSON.stringify(looks))
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

const LOOKS = 'looks.json'

function readLooks(file: string): Map<string, Look> {
  try {
    return new Map(JSON.parse(readFileSync(file, 'utf8')) as [string, Look][])
  } catch {
    // There is none yet, or it was damaged: pictures are read once more.
    return new Map()
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
