import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Press } from '../../.eleventy.ts'
import { cacheFolder, canKeep } from '../cache/cacheFolder.ts'
import { JsonCache } from '../cache/jsonCache.ts'
import type { SiteFolder } from '../cache/siteFolder.ts'
import { writeWhole } from '../cache/writeWhole.ts'
import { Digests } from '../insight/digests.ts'
import type { Show } from '../model/show.ts'

/** What one build of a content folder leaves for the next; all of it may be deleted at any time. */
export class BuildMemory {
  /** What is known of transcripts without their turns. */
  readonly transcripts: JsonCache
  /** Files of the content folder that stand in the last site. */
  readonly media: JsonCache
  /** What is said in transcripts. */
  readonly digests: Digests
  /** Where the site before the last one lies; undefined where nothing can be kept. */
  readonly spare: string | undefined
  readonly #content: string
  readonly #folder: string

  constructor(content: string) {
    this.#content = path.resolve(content)
    this.#folder = cacheFolder(content)
    this.spare = canKeep() ? path.join(this.#folder, 'spare') : undefined
    this.transcripts = new JsonCache(path.join(this.#folder, 'transcripts.jsonl'))
    this.media = new JsonCache(path.join(this.#folder, 'media.jsonl'))
    this.digests = Digests.load({
      all: readIfThere(path.join(this.#folder, DIGESTS)),
      more: readIfThere(path.join(this.#folder, LATER_DIGESTS)),
    })
  }

  openPress(site: SiteFolder): Press {
    const cache = path.join(this.#folder, 'made')
    return new Press({ content: this.#content, site, cache, digests: this.digests })
  }

  /**
   * Keeps what was made. The site stands by then: a cache that can't be written is no reason to go
   * without it, so what went wrong is returned as a sentence.
   */
  save(show: Show, press: Press): string | undefined {
    if (!canKeep()) return unkept('.cache can’t be written')
    try {
      this.transcripts.save()
      this.media.save()
      press.save()
      const { all, more } = this.digests.save(show) ?? {}
      if (all) writeWhole(path.join(this.#folder, DIGESTS), all)
      if (more) writeWhole(path.join(this.#folder, LATER_DIGESTS), more)
      return undefined
    } catch (error) {
      return unkept(error instanceof Error ? error.message : String(error))
    }
  }
}

function unkept(reason: string): string {
  return `Nothing could be kept for the next build, which will make everything anew: ${reason}.`
}

const DIGESTS = 'digests.bin'
const LATER_DIGESTS = 'digests-later.bin'

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    // No build has left one, or nobody may read it: all is made anew.
    return undefined
  }
}
