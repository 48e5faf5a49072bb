import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Stands in the content folder, so that everyone who edits the show imports from the same record. */
const RECORD = '.import.json'

/**
 * What became of a file: `kept`, because somebody has edited it or it was never ours; `gone`,
 * because somebody deleted it on purpose.
 */
export type Outcome = 'written' | 'updated' | 'same' | 'kept' | 'gone'

/** Which files an import wrote, so that the next one goes on where this one stopped and leaves edits alone. */
export class Ledger {
  readonly #content: string
  readonly #dry: boolean
  readonly #hashes: Map<string, string>
  #unsaved = 0

  constructor(content: string, options: { readonly dry: boolean }) {
    this.#content = content
    this.#dry = options.dry
    this.#hashes = new Map(Object.entries(readRecord(content)))
  }

  /** Whether the file is there as an import left it. */
  isOurs(file: string): boolean {
    const known = this.#hashes.get(file)
    return known !== undefined && known === this.#hashOnDisk(file)
  }

  /** Whether an import wrote the file and somebody has deleted it since. */
  isGone(file: string): boolean {
    return this.#hashes.has(file) && this.#hashOnDisk(file) === undefined
  }

  /** Forgets that a file was ever written, so that it is written again. */
  forget(file: string): void {
    this.#hashes.delete(file)
  }

  /** Writes a file of an import, unless it would take somebody's work away. */
  put(file: string, content: string | Uint8Array): Outcome {
    const hash = hashOf(content)
    const onDisk = this.#hashOnDisk(file)
    if (onDisk === hash) return this.#record(file, hash, 'same')
    if (onDisk !== undefined && onDisk !== this.#hashes.get(file)) return 'kept'
    if (onDisk === undefined && this.#hashes.has(file)) return 'gone'
    if (!this.#dry) writeWhole(path.join(this.#content, file), content)
    return this.#record(file, hash, onDisk === undefined ? 'written' : 'updated')
  }

  #record(file: string, hash: string, outcome: Outcome): Outcome {
    this.#hashes.set(file, hash)
    // Often enough that an import that is killed loses little, seldom enough to be cheap.
    if (++this.#unsaved >= 50) this.save()
    return outcome
  }

  #hashOnDisk(file: string): string | undefined {
    const absolute = path.join(this.#content, file)
    return existsSync(absolute) ? hashOf(readFileSync(absolute)) : undefined
  }

  save(): void {
    if (this.#dry || this.#unsaved === 0) return
    this.#unsaved = 0
    const files = Object.fromEntries([...this.#hashes].sort(([a], [b]) => (a < b ? -1 : 1)))
    const about =
      'Files that npm run import wrote, by their SHA-256; it leaves the ones you edit alone.'
    writeWhole(path.join(this.#content, RECORD), `${JSON.stringify({ about, files }, null, 1)}\n`)
  }
}

function readRecord(content: string): Record<string, string> {
  const file = path.join(content, RECORD)
  if (!existsSync(file)) return {}
  try {
    const record: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const files =
      typeof record === 'object' && record !== null && 'files' in record ? record.files : {}
    return files as Record<string, string>
  } catch {
    // A broken record, such as after a merge: every file then counts as edited, which is safe.
    return {}
  }
}

/** Windows checkouts may have other line ends; that is no edit. */
function hashOf(content: string | Uint8Array): string {
  const bytes = Buffer.from(content)
  const same = bytes.includes(0)
    ? bytes
    : Buffer.from(bytes.toString('latin1').replace(/\r\n/g, '\n'), 'latin1')
  return createHash('sha256').update(same).digest('hex')
}

/** A file is there whole or not at all, also when the import is killed. */
function writeWhole(file: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true })
  const aside = `${file}.part`
  writeFileSync(aside, content)
  renameSync(aside, file)
}
