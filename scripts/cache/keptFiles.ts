import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { threadId } from 'node:worker_threads'

/** How a file looked when it was written: its bytes and its time in milliseconds. */
export type Look = readonly [size: number, mtime: number]

/**
 * Finished files between builds, by keys made of everything they depend on. They stand in a site
 * as hard links, which take a tenth of the time of writing. Whoever changes a file of the site in
 * place changes the kept one too, so a file that no longer looks as it was written is not used.
 */
export class KeptFiles {
  readonly #folder: string
  readonly #known: ReadonlyMap<string, Look>
  readonly #used = new Map<string, Look>()

  constructor(folder: string) {
    this.#folder = folder
    this.#known = readIndex(folder)
  }

  /** Puts a kept file at `target`, whose folder exists. False when it has to be made. */
  place(key: string, target: string): boolean {
    const look = this.#used.get(key) ?? this.#known.get(key)
    if (!look || !looksLike(fileOf(this.#folder, key), look)) return false
    if (!put(fileOf(this.#folder, key), target)) return false
    this.#used.set(key, look)
    return true
  }

  /** Remembers a file that `keepFile` has written. */
  add(key: string, look: Look): void {
    this.#used.set(key, look)
  }

  /** Forgets everything that was not used, so that the cache never outgrows the show. */
  save(): void {
    const same = this.#used.size === this.#known.size
    if (same && [...this.#used].every(([key, look]) => this.#known.get(key) === look)) return
    mkdirSync(this.#folder, { recursive: true })
    const aside = path.join(this.#folder, `${INDEX}.${process.pid}`)
    writeFileSync(aside, JSON.stringify([...this.#used]))
    renameSync(aside, path.join(this.#folder, INDEX))
    for (const name of readdirSync(this.#folder)) {
      if (name.length === 2) forgetOthers(path.join(this.#folder, name), this.#used)
    }
  }
}

const INDEX = 'index.json'

/**
 * Writes a file to keep, and links it to `target`, whose folder exists. Where nothing can be kept,
 * the file is only written: undefined then.
 */
export function keepFile(
  folder: string,
  key: string,
  content: string | Uint8Array,
  target: string,
): Look | undefined {
  const look = keep(folder, key, content)
  if (!look || !put(fileOf(folder, key), target)) writeFileSync(target, content)
  return look
}

const made = new Set<string>()

function keep(folder: string, key: string, content: string | Uint8Array): Look | undefined {
  const file = fileOf(folder, key)
  // Written aside first: a build that is killed must not leave half a file, nor must two builds mix.
  const aside = `${file}.${process.pid}-${threadId}`
  try {
    const parent = path.dirname(file)
    if (!made.has(parent)) mkdirSync(parent, { recursive: true })
    made.add(parent)
    writeFileSync(aside, content)
    const { size, mtimeMs } = lstatSync(aside)
    renameSync(aside, file)
    return [size, mtimeMs]
  } catch {
    // A full or read-only cache slows the next build down; the site itself says what is wrong.
    rmSync(aside, { force: true })
    return undefined
  }
}

function fileOf(folder: string, key: string): string {
  return path.join(folder, key.slice(0, 2), key)
}

function looksLike(file: string, [size, mtime]: Look): boolean {
  const stat = lstatSync(file, { throwIfNoEntry: false })
  if (!stat?.isFile() || stat.size !== size) return false
  // An archive of the cache may have kept whole seconds only.
  return stat.mtimeMs === mtime || stat.mtimeMs === Math.floor(mtime / 1000) * 1000
}

/** Whether it stands there now; false when another build has just taken the kept file away. */
function put(file: string, target: string): boolean {
  try {
    linkSync(file, target)
  } catch {
    // Another disk, or one without hard links.
    try {
      copyFileSync(file, target)
    } catch {
      return false
    }
  }
  return true
}

function readIndex(folder: string): Map<string, Look> {
  try {
    return new Map(JSON.parse(readFileSync(path.join(folder, INDEX), 'utf8')) as [string, Look][])
  } catch {
    // Nothing is kept yet, or its list is damaged: all is made anew.
    return new Map()
  }
}

function forgetOthers(folder: string, used: ReadonlyMap<string, Look>): void {
  for (const name of readdirSync(folder)) {
    if (!used.has(name)) rmSync(path.join(folder, name), { force: true })
  }
}
