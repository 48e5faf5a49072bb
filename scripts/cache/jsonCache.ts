import { readFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { writeWhole } from './writeWhole.ts'

/**
 * Values kept between builds, by keys made of everything they depend on. The file may be deleted
 * at any time: then everything is made anew, to the same bytes.
 */
export class JsonCache {
  readonly #file: string | undefined
  /** Lines as they were read: most are written again as they are. */
  readonly #known: ReadonlyMap<string, string>
  readonly #used = new Map<string, { readonly value: unknown; readonly line?: string }>()
  #changed = false

  /** @param file where it is kept; without one, values last as long as the process */
  constructor(file?: string) {
    this.#file = file
    this.#known = file === undefined ? new Map() : readEntries(file)
  }

  /** The value of a key, when somebody has made it. */
  find<T>(key: string): T | undefined {
    const used = this.#used.get(key)
    const line = this.#known.get(key)
    if (used || line === undefined) return used?.value as T | undefined
    const value: unknown = JSON.parse(line.slice(line.indexOf('\t') + 1))
    this.#used.set(key, { value, line })
    return value as T
  }

  /** Values are JSON. */
  put(key: string, value: unknown): void {
    const used = this.#used.get(key)
    if (used && used.value === value) return
    this.#changed = true
    this.#used.set(key, { value })
  }

  /** Writes what was used, and only that, so that the cache never outgrows the show. */
  save(): void {
    if (this.#file === undefined) return
    if (!this.#changed && this.#used.size === this.#known.size) return
    const lines = [...this.#used].map(
      ([key, { value, line }]) => line ?? lineOf(JSON.stringify(key), JSON.stringify(value)),
    )
    writeWhole(this.#file, `${lines.join('\n')}\n`)
  }
}

/** A checksum, the key, a tab, the value, both as JSON: which has no tab, and no end of a line. */
function lineOf(key: string, value: string): string {
  const entry = `${key}\t${value}`
  return `${crc32(entry).toString(16).padStart(8, '0')}${entry}`
}

/** A line that is broken costs only itself. */
function readEntries(file: string): Map<string, string> {
  const entries = new Map<string, string>()
  for (const line of readLines(file)) {
    const tab = line.indexOf('\t')
    const key = line.slice(8, tab)
    if (lineOf(key, line.slice(tab + 1)) === line) entries.set(JSON.parse(key), line)
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
