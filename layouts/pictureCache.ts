import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Finished pictures, each under a name made of everything it depends on, so that a build makes
 * only what changed. The folder may be deleted at any time.
 */
export class PictureCache {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
    mkdirSync(folder, { recursive: true })
  }

  /** The file's path; made now if it isn't there. `about` is all that the picture depends on. */
  async get(
    about: unknown,
    extension: string,
    make: () => Promise<Uint8Array>,
  ): Promise<{ readonly path: string; readonly made: boolean }> {
    const path = join(this.#folder, `${fingerprint(JSON.stringify(about))}.${extension}`)
    if (existsSync(path)) return { path, made: false }
    const bytes = await make()
    // Written aside and renamed: a killed build leaves no half picture under a good name.
    const aside = `${path}.${process.pid}`
    writeFileSync(aside, bytes)
    renameSync(aside, path)
    return { path, made: true }
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
