import { workerData } from 'node:worker_threads'
import { carryOut } from '../threads/carryOut.ts'
import { placeFile } from './placeFile.ts'
import { SiteFolder } from './siteFolder.ts'

/** What the thread is started with. */
export interface PlaceSite {
  /** Where files are kept. */
  readonly folder: string
  /** The folder of the site. */
  readonly site: string
}

/** Kept files and where they go: in few pieces, because every piece takes time to hand over. */
export interface PlaceTask {
  /** For each file a line: its key, a tab, its path in the site. */
  readonly lines: string
  /** For each file the three numbers of its look. */
  readonly looks: Float64Array
}

const { folder, site: path } = workerData as PlaceSite
const site = new SiteFolder(path)

/** Answers with the lines of those files that could not be placed. */
carryOut(({ lines, looks }: PlaceTask) =>
  lines.split('\n').flatMap((line, at) => (place(line, looks.subarray(at * 3)) ? [] : [at])),
)

function place(line: string, [size = 0, mtime = 0, inode = 0]: Float64Array): boolean {
  const tab = line.indexOf('\t')
  try {
    const key = line.slice(0, tab)
    return placeFile(folder, key, [size, mtime, inode], site, line.slice(tab + 1)) !== undefined
  } catch {
    // Whoever makes the file instead will hear the same, and say it.
    return false
  }
}
