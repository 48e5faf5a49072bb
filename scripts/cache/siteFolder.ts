import { copyFileSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isThat, type Look, lookOf, statOf } from './look.ts'

/**
 * The folder of a site in the making. An earlier site may have left its files there: those that
 * are the same stay, which is quicker than linking tens of thousands anew, and nothing else does.
 * What an old file's bytes belong to is never asked, so none is ever written into.
 */
export class SiteFolder {
  /** Absolute path; exists. */
  readonly path: string
  readonly #claimed = new Set<string>()
  readonly #folders = new Set<string>()

  constructor(folder: string) {
    this.path = folder
    this.#folders.add(folder)
  }

  /** Says that the site has a file, which stands there already or will be put there elsewhere. */
  claim(file: string): string {
    const target = this.#at(file)
    this.#claimed.add(target)
    return target
  }

  /** Whether a file that was kept stands where it should, as an earlier site had it. */
  has(file: string, look: Look): boolean {
    const target = this.#at(file)
    // First of all, because a link in place of a folder could lead anywhere.
    this.#makeFolder(path.dirname(target))
    const there = statOf(target)
    return there !== undefined && isThat(there, look)
  }

  /** A place to write a file at: its folder exists, and nothing stands there. */
  clear(file: string): string {
    const target = this.claim(file)
    this.#makeFolder(path.dirname(target))
    const old = statOf(target)
    if (old) rmSync(target, { recursive: true })
    return target
  }

  /**
   * Has a finished file stand in the site, as a link where the disk has links.
   *
   * @param from its path
   * @returns false when it isn't there any more
   */
  put(from: string, file: string, stat = statOf(from)): boolean {
    const target = this.claim(file)
    if (!stat) return false
    this.#makeFolder(path.dirname(target))
    const old = statOf(target)
    if (old && isThat(old, lookOf(stat))) return true
    if (old) rmSync(target, { recursive: true })
    try {
      linkSync(from, target)
    } catch {
      // Another disk, or one without links.
      return copied(from, target)
    }
    return true
  }

  /** A folder of the site, to be filled by itself. */
  within(name: string): SiteFolder {
    const folder = path.join(this.path, name)
    this.#makeFolder(folder)
    return new SiteFolder(folder)
  }

  /**
   * Takes away whatever nobody has claimed.
   *
   * @param except folders that others fill
   */
  sweep(except: readonly string[] = []): void {
    const kept = new Set(except.map(name => this.#at(name)))
    const folders = new Set([this.path])
    for (const file of this.#claimed) {
      for (let at = path.dirname(file); !folders.has(at); at = path.dirname(at)) folders.add(at)
    }
    const visit = (folder: string) => {
      for (const name of readdirSync(folder)) {
        const at = `${folder}/${name}`
        if (folders.has(at)) visit(at)
        else if (!this.#claimed.has(at) && !kept.has(at)) rmSync(at, { recursive: true })
      }
    }
    visit(this.path)
  }

  /** As `path.join` has it, for names that need no mending: there are tens of thousands. */
  #at(file: string): string {
    return file.startsWith('/') ? this.path + file : `${this.path}/${file}`
  }

  #makeFolder(folder: string): void {
    if (this.#folders.has(folder)) return
    this.#makeFolder(path.dirname(folder))
    const old = statOf(folder)
    // A link could lead anywhere.
    if (old && !old.isDirectory()) rmSync(folder)
    if (!old?.isDirectory()) mkdirSync(folder, { recursive: true })
    this.#folders.add(folder)
  }
}

function copied(from: string, to: string): boolean {
  try {
    copyFileSync(from, to)
    return true
  } catch {
    // Another build has just taken it away; if the disk is full, whoever makes it will say so.
    rmSync(to, { force: true })
    return false
  }
}
