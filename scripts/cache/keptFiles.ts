import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { threadId, type Worker } from 'node:worker_threads'
import { startThread } from '../threads/startThread.ts'
import { type Look, placeFile, put } from './placeFile.ts'
import type { Placing } from './placeThread.ts'
import { writeWhole } from './writeWhole.ts'

/** Files that are placed here sooner than a thread has started. */
const FEW = 4000

/** Files that a thread is told of at once. */
const BATCH = 500

/**
 * Finished files between builds, by keys made of everything they depend on. They stand in a site
 * as hard links, which take a tenth of the time of writing. Whoever changes a file of the site in
 * place changes the kept one too, so a file that no longer looks as it was written is not used.
 */
export class KeptFiles {
  readonly #folder: string
  readonly #known: ReadonlyMap<string, Look>
  readonly #used = new Map<string, Look>()
  readonly #few: number
  #thread: Worker | undefined
  /** What the thread will be told next, and what makes each file if that fails. */
  #batch: Soon[] = []
  /** What the thread has been told and has not answered. */
  readonly #told: Soon[][] = []
  #settled: (() => void) | undefined

  /** @param few with no more kept files than these, all are placed here */
  constructor(folder: string, few = FEW) {
    this.#folder = folder
    this.#known = readIndex(folder)
    this.#few = few
  }

  /** Puts a kept file at `target`, whose folder exists. False when it has to be made. */
  place(key: string, target: string): boolean {
    const look = this.#used.get(key) ?? this.#known.get(key)
    if (!look || !placeFile(fileOf(this.#folder, key), look, target)) return false
    this.#used.set(key, look)
    return true
  }

  /**
   * Puts a kept file at `target` before `settle` ends. False when it has to be made; should it turn
   * out only later that it has to, `instead` makes it. Tens of thousands of files take seconds, so
   * a thread places them, and makes their folders, while pages are made here.
   */
  placeSoon(key: string, target: string, instead: () => void): boolean {
    const look = this.#used.get(key) ?? this.#known.get(key)
    if (!look) return false
    if (this.#known.size <= this.#few) {
      mkdirSync(path.dirname(target), { recursive: true })
      return this.place(key, target)
    }
    this.#used.set(key, look)
    this.#batch.push({ key, placing: [fileOf(this.#folder, key), look, target], instead })
    if (this.#batch.length === BATCH) this.#tell()
    return true
  }

  /** Waits until all that `placeSoon` was given stands, or has been made instead. */
  async settle(): Promise<void> {
    if (this.#batch.length > 0) this.#tell()
    if (this.#told.length > 0) {
      await new Promise<void>(resolve => {
        this.#settled = resolve
      })
    }
    await this.#thread?.terminate()
    this.#thread = undefined
  }

  #tell(): void {
    this.#thread ??= this.#start()
    this.#told.push(this.#batch)
    this.#thread.postMessage(this.#batch.map(({ placing }) => placing))
    this.#batch = []
  }

  #start(): Worker {
    const thread = startThread('scripts/cache/placeThread.ts')
    thread.on('message', (failed: readonly number[]) => this.#answered(failed))
    // Without the thread all that it has not answered for is made.
    thread.on('error', () => {
      while (this.#told.length > 0) this.#answered([...(this.#told[0] ?? []).keys()])
    })
    return thread
  }

  #answered(failed: readonly number[]): void {
    const batch = this.#told.shift() ?? []
    for (const at of failed) {
      const soon = batch[at]
      if (!soon) continue
      this.#used.delete(soon.key)
      soon.instead()
    }
    if (this.#told.length === 0) this.#settled?.()
  }

  /** Remembers a file that `keepFile` has written. */
  add(key: string, look: Look): void {
    this.#used.set(key, look)
  }

  /** Forgets everything that was not used, so that the cache never outgrows the show. */
  save(): void {
    const same = this.#used.size === this.#known.size
    if (same && [...this.#used].every(([key, look]) => this.#known.get(key) === look)) return
    writeWhole(path.join(this.#folder, INDEX), JSON.stringify([...this.#used]))
    for (const name of readdirSync(this.#folder)) {
      if (name.length === 2) forgetOthers(path.join(this.#folder, name), this.#used)
    }
  }
}

interface Soon {
  readonly key: string
  readonly placing: Placing
  readonly instead: () => void
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
