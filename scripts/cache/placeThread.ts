import { workerData } from 'node:worker_threads'
import { carryOut } from '../threads/carryOut.ts'
import { type Look, looksLike, statOf } from './look.ts'
import { SiteFolder } from './siteFolder.ts'

/** A kept file, and where it goes in the site. */
export type Placing = readonly [from: string, look: Look, file: string]

/** Puts files into the site whose folder the thread was started with. */
const site = new SiteFolder(workerData as string)

/** Answers each list with the places in it of those files that could not be placed. */
carryOut((list: readonly Placing[]) => list.flatMap((one, at) => (place(one) ? [] : [at])))

function place([from, look, file]: Placing): boolean {
  try {
    const stat = statOf(from)
    return looksLike(stat, look) && site.put(from, file, stat)
  } catch {
    // Whoever makes the file instead will hear the same, and say it.
    return false
  }
}
