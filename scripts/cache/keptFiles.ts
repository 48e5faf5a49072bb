import {
  copyFileSync,
  existsSync,
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
import { Thread } from '../threads/thread.ts'
import { type Look, lookOf } from './look.ts'
import { keptFile, placeFile } from './placeFile.ts'
import type { PlaceSite, PlaceTask } from './placeThread.ts'
import type { SiteFolder } from './siteFolder.ts'
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
  readonly #site: SiteFolder
  readonly #known: ReadonlyMap<string, Look>
  readonly #used = new Map<string, Look>()
  readonly #few: number
  #added = 0
  #thread: Thread<PlaceTask, readonly number[]> | undefined
  /** What the thread will be told next. */
  #batch: Soon[] = []
  /** What the thread has been told. */
  readonly #told: Promise<void>[] = []

  /**
   * @param folder where they are kept; may be deleted at any time
   * @param site where they are placed
   * @param few with no more kept files than these, all are placed here
   */
  constructor(folder: string, site: SiteFolder, few = FEW) {
    this.#folder = folder
    this.#site = site
    this.#known = readIndex(folder)
    this.#few = few
  }

  /** Puts a kept file into the site. False when it has to be made. */
  place(key: string, file: string): boolean {
    const look = this.#used.get(key) ?? this.#known.get(key)
    const now = look && placeFile(this.#folder, key, look, this.#site, file)
    if (!now) return false
    this.#site.claim(file)
    this.#used.set(key, now)
    return true
  }

  /**
   * Puts a kept file into the site before `settle` ends. False when it has to be made; should it
   * turn out only later that it has to, `instead` makes it. Tens of thousands of files take
   * seconds, so a thread places them while pages are made here.
   */
  placeSoon(key: string, file: string, instead: () => void): boolean {
    const look = this.#used.get(key) ?? this.#known.get(key)
    if (!look) return false
    if (this.#known.size <= this.#few) return this.place(key, file)
    this.#used.set(key, look)
    this.#site.claim(file)
    this.#batch.push({ key, look, file, instead })
    if (this.#batch.length === BATCH) this.#tell()
    return true
  }

  /** Waits until all that `placeSoon` was given stands, or has been made instead. */
  async settle(): Promise<void> {
    if (this.#batch.length > 0) this.#tell()
    await Promise.all(this.#told)
    await this.#thread?.end()
    this.#thread = undefined
  }

  #tell(): void {
    const workerData: PlaceSite = { folder: this.#folder, site: this.#site.path }
    this.#thread ??= new Thread(PLACE_THREAD, { workerData })
    const batch = this.#batch
    this.#batch = []
    const lines = batch.map(({ key, file }) => `${key}\t${file}`).join('\n')
    const looks = Float64Array.from(batch.flatMap(({ look }) => look))
    const told = this.#thread.ask({ lines, looks }).then(
      failed => this.#makeInstead(failed.flatMap(at => batch[at] ?? [])),
      // Without the thread all that it has not answered for is made.
      () => this.#makeInstead(batch),
    )
    // Waited for in `settle`; until then no failure goes unheard.
    told.catch(() => undefined)
    this.#told.push(told)
  }

  #makeInstead(failed: readonly Soon[]): void {
    for (const { key, instead } of failed) {
      this.#used.delete(key)
      instead()
    }
  }

  /** Writes a file of the site, and keeps it where that can be. */
  keep(key: string, file: string, content: string | Uint8Array): void {
    const look = keepFile(this.#folder, key, content, this.#site, file)
    if (look) this.add(key, look)
  }

  /** Remembers a file that `keepFile` has written in another thread. */
  add(key: string, look: Look): void {
    this.#used.set(key, look)
    this.#added += 1
  }

  /** Whether more files were made than placed. */
  get mostlyNew(): boolean {
    return this.#added * 2 > this.#used.size
  }

  /** Forgets everything that was not used, so that the cache never outgrows the show. */
  save(): void {
    const added = [...this.#used].filter(([key, look]) => this.#known.get(key) !== look)
    const lost = [...this.#known.keys()].filter(key => !this.#used.has(key))
    if (added.length + lost.length === 0) return
    writeWhole(path.join(this.#folder, INDEX), JSON.stringify([...this.#used]))
    // Other folders are as they were; what a killed build has left in them waits for its turn.
    const touched = [...added.map(([key]) => key), ...lost].map(key => key.slice(0, 2))
    for (const name of new Set(touched)) forgetOthers(path.join(this.#folder, name), this.#used)
  }
}

interface Soon {
  readonly key: string
  readonly look: Look
  /** Its path in the site. */
  readonly file: string
  readonly instead: () => void
}

const INDEX = 'index.json'
const PLACE_THREAD = 'scripts/cache/placeThread.ts'

/**
 * Writes a file of the site, and keeps it under a key as well. Undefined where nothing can be
 * kept: then the file only stands in the site.
 *
 * @param folder where files are kept
 */
export function keepFile(
  folder: string,
  key: string,
  content: string | Uint8Array,
  site: SiteFolder,
  file: string,
): Look | undefined {
  const target = site.clear(file)
  writeFileSync(target, content)
  return nameTwice(target, keptFile(folder, key))
}

const made = new Set<string>()

/** Whole or not at all: the file stands complete before it gets its second name. */
function nameTwice(target: string, file: string): Look | undefined {
  try {
    const parent = path.dirname(file)
    if (!made.has(parent)) mkdirSync(parent, { recursive: true })
    made.add(parent)
    try {
      linkSync(target, file)
    } catch {
      // There is one that was damaged, or a disk without links, or another disk.
      const aside = `${file}.${process.pid}-${threadId}`
      copyFileSync(target, aside)
      renameSync(aside, file)
    }
    return lookOf(lstatSync(file))
  } catch {
    // A full or read-only cache slows the next build down; the site itself says what is wrong.
    return undefined
  }
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
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (!used.has(name)) rmSync(path.join(folder, name), { force: true })
  }
}
