import { readFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { writeWhole } from './writeWhole.ts'

/**
 * Values kept between builds, by keys made of everything they depend on. The file may be deleted
 * at any time: then everything is made anew, to the same bytes.
 */
export class JsonCache {
  readonly #file: string | undefined
  readonly #known: ReadonlyMap<string, unknown>
  readonly #used = new Map<string, unknown>()
  #changed = false

  /** @param file where it is kept; without one, values last as long as the process */
  constructor(file?: string) {
    this.#file = file
    this.#known = file === undefined ? new Map() : readEntries(file)
  }

  /** The value of a key, when somebody has made it. */
  find<T>(key: string): T | undefined {
    const value = this.#used.has(key) ? this.#used.get(key) : this.#known.get(key)
    if (value !== undefined) this.#used.set(key, value)
    return value as T | undefined
  }

  /** Values are JSON. */
  put(key: string, value: unknown): void {
    this.#changed ||= this.#used.get(key) !== value
    this.#used.set(key, value)
  }

  /** Writes what was used, and only that, so that the cache never outgrows the show. */
  save(): void {
    if (this.#file === undefined) return
    if (!this.#changed && this.#used.size === this.#known.size) return
    const lines = [...this.#used].map(entry => lineOf(JSON.stringify(entry)))
    writeWhole(this.#file, `${lines.join('\n')}\n`)
  }
}

/** A checksum and `[key, value]`: a line that is broken costs only itself. */
function lineOf(entry: string): string {
  return `${crc32(entry).toString(16).padStart(8, '0')} ${entry}`
}

function readEntries(file: string): Map<string, unknown> {
  const entries = new Map<string, unknown>()
  for (const line of readLines(file)) {
    try {
      const entry = line.slice(9)
      if (lineOf(entry) !== line) continue
      const [key, value] = JSON.parse(entry) as [string, unknown]
      entries.set(key, value)
    } catch {
      // Not even JSON: its value is made anew.
    }
  }
  return entries
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean)
  } catch {
    // No cache yet.
    return []
  }
}
