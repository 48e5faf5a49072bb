import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { SearchDocument } from './document.ts'
import { IndexFolder } from './indexFolder.ts'
import { makePart, type Part } from './part.ts'

/** A part, with its leaves in the cache where there is one. */
export interface KeptPart {
  /** Without its leaves when they are in the cache. */
  readonly part: Part
  /** Folder of the cache that holds the leaves, as files of their names. */
  readonly folder?: string
  /** Names of the leaves. */
  readonly names: readonly string[]
}

/** Finished parts by the content they were made from and the code that made them. */
export class PartCache {
  /** How many parts had to be made. */
  made = 0
  private readonly folder: string | undefined
  private readonly used = new Set<string>()
  private readonly code = codeVersion()

  constructor(folder: string | undefined) {
    this.folder = folder
    if (folder !== undefined) mkdirSync(folder, { recursive: true })
  }

  async take(documents: readonly SearchDocument[]): Promise<KeptPart> {
    if (this.folder === undefined) {
      const part = await this.make(documents)
      return { part, names: part.leaves.map(([name]) => name) }
    }
    const key = this.keyOf(documents)
    const folder = path.join(this.folder, key)
    this.used.add(key)
    if (!existsSync(folder)) await this.keep(folder, await this.make(documents))
    const kept = deserialize(readFileSync(path.join(folder, PART))) as Omit<KeptPart, 'folder'>
    return { ...kept, folder }
  }

  /** Removes the parts that this build didn't use. */
  forgetOthers(): void {
    if (this.folder === undefined) return
    for (const name of readdirSync(this.folder)) {
      if (this.used.has(name)) continue
      rmSync(path.join(this.folder, name), { recursive: true, force: true })
    }
  }

  private make(documents: readonly SearchDocument[]): Promise<Part> {
    this.made++
    return makePart(documents)
  }

  private async keep(folder: string, part: Part): Promise<void> {
    // Written aside first: a build that is killed must not leave half a part.
    const aside = `${folder}.new`
    rmSync(aside, { recursive: true, force: true })
    const names = part.leaves.map(([name]) => name)
    const kept = serialize({ part: { ...part, leaves: [] }, names } satisfies KeptPart)
    await new IndexFolder(aside).write([...part.leaves, [PART, kept]])
    renameSync(aside, folder)
  }

  private keyOf(documents: readonly SearchDocument[]): string {
    const hash = createHash('sha256').update(this.code)
    for (const { key, head, pieces, facets } of documents) {
      hash.update(JSON.stringify([key, head, facets]))
      // Most of a document is its text, which needs no escaping to be told apart.
      let text = ''
      for (const { at, start, estimated, speaker, opens, role, text: words } of pieces) {
        text += `${at}\0${start}\0${estimated}\0${speaker?.key}\0${speaker?.name}\0${opens}\0${role}\0${words}\0`
      }
      hash.update(text)
    }
    return hash.digest('hex').slice(0, 32)
  }
}

const PART = 'part'

/** Changes whenever the same documents might make another part: with this folder's code, or Node. */
function codeVersion(): string {
  const hash = createHash('sha256').update(process.version)
  const names = readdirSync(import.meta.dirname).filter(name => !name.includes('.test.'))
  for (const name of names.sort()) {
    hash.update(name).update(readFileSync(path.join(import.meta.dirname, name)))
  }
  return hash.digest('hex')
}
