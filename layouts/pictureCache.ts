import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from '../scripts/cache/writeWhole.ts'

/**
 * Finished pictures, each under a name made of everything it depends on and of what is in it, so
 * that a build makes only what changed or was damaged. The folder may be deleted at any time.
 */
export class PictureCache {
  readonly #folder: string
  /** Names of the files by what their pictures depend on. */
  readonly #names: Map<string, string>

  constructor(folder: string) {
    this.#folder = folder
    mkdirSync(folder, { recursive: true })
    this.#names = new Map(readdirSync(folder).map(name => [name.split('-')[0] ?? '', name]))
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
    const kept = known === undefined ? undefined : readIfThere(join(this.#folder, known))
    if (known !== undefined && kept && known === nameOf(kept)) {
      return { path: join(this.#folder, known), made: false }
    }
    const bytes = await make()
    const path = join(this.#folder, nameOf(bytes))
    writeWhole(path, bytes)
    return { path, made: true }
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
