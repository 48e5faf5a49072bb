import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { SearchDocument } from './document.ts'
import { makePart, type Part } from './part.ts'

/** Goes up whenever the same documents would make another part. */
const VERSION = 2

/** Finished parts by the content they were made from. */
export class PartCache {
  /** How many parts had to be made. */
  made = 0
  private readonly folder: string | undefined
  private readonly used = new Set<string>()

  constructor(folder: string | undefined) {
    this.folder = folder
    if (folder !== undefined) mkdirSync(folder, { recursive: true })
  }

  async take(documents: readonly SearchDocument[]): Promise<Part> {
    if (this.folder === undefined) return this.make(documents)
    const name = `${keyOf(documents)}.part`
    const file = path.join(this.folder, name)
    this.used.add(name)
    if (existsSync(file)) return deserialize(readFileSync(file)) as Part
    const part = await this.make(documents)
    // Written aside first: a build that is killed must not leave half a part.
    writeFileSync(`${file}.new`, serialize(part))
    renameSync(`${file}.new`, file)
    return part
  }

  /** Removes the parts that this build didn't use. */
  forgetOthers(): void {
    if (this.folder === undefined) return
    for (const name of readdirSync(this.folder)) {
      if (!this.used.has(name)) rmSync(path.join(this.folder, name), { force: true })
    }
  }

  private make(documents: readonly SearchDocument[]): Promise<Part> {
    this.made++
    return makePart(documents)
  }
}

function keyOf(documents: readonly SearchDocument[]): string {
  const hash = createHash('sha256').update(`${VERSION} ${process.version}\n`)
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
