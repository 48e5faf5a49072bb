import { writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { constants, gzip, gzipSync, type ZlibOptions } from 'node:zlib'
import { KeptFiles } from '../cache/keptFiles.ts'
import type { SiteFolder } from '../cache/siteFolder.ts'
import { hashOf } from './hashOf.ts'
import { inLanes } from './inLanes.ts'

/** A file of the index: its name below the folder, and what it holds. */
export type IndexFile = readonly [name: string, bytes: Uint8Array]

/** Files gzipped at once; more would only wait for a core and take memory meanwhile. */
const LANES = 8

const compress = promisify<Uint8Array, ZlibOptions, Buffer>(gzip)

/** How a file is gzipped. */
export type Packing = keyof typeof PACKINGS

const PACKINGS = {
  text: { level: constants.Z_BEST_COMPRESSION },
  // Steps from place to place hardly ever repeat: looking for repeats takes half the time for nothing.
  places: { strategy: constants.Z_HUFFMAN_ONLY },
} satisfies Record<string, ZlibOptions>

export async function pack(bytes: Uint8Array, packing: Packing): Promise<Uint8Array> {
  // In another thread where it takes long: to hand it over costs as much as places do.
  return packing === 'places' ? gzipSync(bytes, PACKINGS.places) : compress(bytes, PACKINGS.text)
}

/** The folder that the index is written into, with the files that are kept for the next one. */
export class IndexFolder {
  private readonly folder: SiteFolder
  private readonly kept: KeptFiles

  /** @param cache where files are kept */
  constructor(folder: SiteFolder, cache: string) {
    this.folder = folder
    this.kept = new KeptFiles(cache, folder)
  }

  /** Places a kept file; false when it has to be made. */
  place(key: string, name: string): boolean {
    return this.kept.place(key, name)
  }

  /** Writes a file, and keeps it under a key that says all it was made from. */
  keep(key: string, name: string, bytes: Uint8Array): void {
    this.kept.keep(key, name, bytes)
  }

  /** Writes a file that is not worth keeping. */
  write(name: string, bytes: Uint8Array): void {
    writeFileSync(this.folder.clear(name), bytes)
  }

  /**
   * Gzips files into a folder with a name made of all they hold, which is returned. What a former
   * build has gzipped is taken from there.
   */
  async writeFolder(name: string, files: readonly IndexFile[], packing: Packing): Promise<string> {
    const hashes = files.map(([, bytes]) => hashOf([bytes]))
    const folder = `${name}/${hashOf(hashes).slice(0, 10)}`
    const way = JSON.stringify([PACKINGS[packing], process.versions.zlib])
    await inLanes(files, LANES, async ([file, bytes], at) => {
      const key = hashOf([way, hashes[at] ?? ''])
      const place = `${folder}/${file}`
      if (!this.place(key, place)) this.keep(key, place, await pack(bytes, packing))
    })
    return folder
  }

  /** Ends with what this index holds: other files go, here and among those that are kept. */
  finish(): void {
    this.folder.sweep()
    this.kept.save()
  }
}
