import { readdirSync, rmdirSync, rmSync, unlinkSync } from 'node:fs'
import path from 'node:path'

/**
 * Takes a folder away with all that is in it. An old site has tens of thousands of files, and
 * `rmSync` asks the disk about each of them twice.
 */
export function removeFolder(folder: string): void {
  try {
    empty(folder)
    rmdirSync(folder)
  } catch {
    // Somebody else is at it as well, or something in it is guarded.
    rmSync(folder, { recursive: true, force: true })
  }
}

function empty(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name)
    if (entry.isDirectory()) {
      empty(at)
      rmdirSync(at)
    } else unlinkSync(at)
  }
}
