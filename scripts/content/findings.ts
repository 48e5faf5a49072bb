import { type Address, mediaAddress } from '../model/address.ts'
import { type Place, type Problem, visible } from '../model/problem.ts'
import type { Asset } from '../model/show.ts'
import { type Folder, resolvePath, whyUnreadable } from './folder.ts'
import { isActive } from './inert.ts'
import * as problems from './problems.ts'
import { suggest } from './suggest.ts'

/** What comes up beside the values while a show is read: problems, and files to publish. */
export class Findings {
  readonly problems: Problem[] = []
  readonly #assets = new Map<string, Asset>()

  add(...problems: readonly Problem[]): void {
    for (const problem of problems) this.problems.push(shown(problem))
  }

  /**
   * Publishes a file of the content folder and returns where; undefined, after a problem, for what
   * can't be read, and for what would run when somebody opens it.
   */
  publish(folder: Folder, place: Place, file: string): Address | undefined {
    const known = this.#assets.get(file)
    if (known) return known.address
    const unreadable = whyUnreadable(folder, file)
    if (unreadable !== undefined) this.add(problems.unreadable(file, unreadable))
    else if (isActive(folder, file)) this.add(problems.activeFile(place, file))
    else {
      const address = mediaAddress(file)
      this.#assets.set(file, { file, address })
      return address
    }
    return undefined
  }

  /** Takes a file back that turned out to be of no use. */
  withdraw(file: string): void {
    this.#assets.delete(file)
  }

  get assets(): Asset[] {
    return [...this.#assets.values()].sort((a, b) => (a.file < b.file ? -1 : 1))
  }

  /** Finds a file as an editor wrote its path; undefined after a problem. */
  find(folder: Folder, place: Place, written: string): string | undefined {
    const file = resolvePath(place.file, written)
    if (file.startsWith('..')) this.add(problems.pathOutside(place, written))
    else {
      const listed = folder.find(file)
      if (listed !== undefined) return listed
      const name = (f: string) => f.slice(f.lastIndexOf('/') + 1)
      const near = suggest(name(file), folder.files.map(name))
      this.add(problems.fileMissing(place, written, near))
    }
    return undefined
  }
}

function shown(problem: Problem): Problem {
  return { ...problem, message: visible(problem.message), fix: visible(problem.fix) }
}
