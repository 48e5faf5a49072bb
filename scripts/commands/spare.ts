import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { linkFolder, removeFolder } from './folders.ts'

/** Takes the old site out of the way, and leaves what the next one can be made of. */
export async function leaveSpare(
  old: string,
  target: string,
  spare: string | undefined,
  mostlyNew: boolean,
): Promise<void> {
  try {
    if (spare !== undefined) await makeSpare(old, target, spare, mostlyNew)
  } catch {
    // The disk is full, or the cache is guarded: the next build takes longer.
  }
  if (existsSync(old)) await removeFolder(old)
}

/** The old site, or a double of the new one where both have little in common, or there is no old one. */
async function makeSpare(
  old: string,
  target: string,
  spare: string,
  mostlyNew: boolean,
): Promise<void> {
  mkdirSync(path.dirname(spare), { recursive: true })
  rmSync(spare, { recursive: true, force: true })
  if (mostlyNew || !moved(old, spare)) await linkFolder(target, spare)
}

/** Whether a folder could be moved: there may be none, and another disk would mean copying it. */
export function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to)
    return true
  } catch {
    return false
  }
}
