import { type Address, mediaAddress } from '../model/address.ts'
import type { Place, Problem } from '../model/problem.ts'
import type { Asset } from '../model/show.ts'
import { type Folder, resolvePath } from './folder.ts'
import * as problems from './problems.ts'
import { suggest } from './suggest.ts'

/** What comes up beside the values while a show is read: problems, and files to publish. */
export class Findings {
  readonly problems: Problem[] = []
  readonly #assets = new Map<string, Asset>()

  add(...problems: readonly Problem[]): void {
    this.problems.push(...problems)
  }

  /** Publishes a file of the content folder and returns where. */
  publish(file: string): Address {
    const address = mediaAddress(file)
    this.#assets.set(file, { file, address })
    return address
  }

  get assets(): Asset[] {
    return [...this.#assets.values()].sort((a, b) => (a.file < b.file ? -1 : 1))
  }

  /** Finds a file as an editor wrote its path; undefined after a problem. */
  find(folder: Folder, place: Place, written: string): string | undefined {
    const file = resolvePath(place.file, written)
    if (file.startsWith('..')) this.add(problems.pathOutside(place, written))
    else if (!folder.has(file)) {
      const name = (f: string) => f.slice(f.lastIndexOf('/') + 1)
      const near = suggest(name(file), folder.files.map(name))
      this.add(problems.fileMissing(place, written, near))
    } else return file
    return undefined
  }
}
