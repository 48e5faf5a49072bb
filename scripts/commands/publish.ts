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
import { UsageError } from './commandLine.ts'

/** Stands in every site we wrote, so that a build never replaces a folder of somebody's own. */
const MARKER = '.verbatim'

/** A site in the making. Nobody sees it before `publish`. */
export interface Staging {
  /** Absolute path of the folder to write into. */
  readonly folder: string
  /** Puts the new site in the place of the old one, in one swap. */
  publish(): void
  /** Leaves the old site as it is and takes the unfinished one away. */
  discard(): void
}

/**
 * Opens a staging folder beside `output`, so that the swap is a rename on one disk. Refuses to
 * work for two builds at once, and to replace a folder that holds anything but a site of ours.
 */
export function openStaging(output: string): Staging {
  const target = path.resolve(output)
  const aside = { staging: `${target}.staging`, old: `${target}.old`, lock: `${target}.lock` }
  refuseForeignFolder(target, output)
  try {
    mkdirSync(path.dirname(target), { recursive: true })
    takeLock(aside.lock, output)
    recover(target, aside)
    mkdirSync(aside.staging)
    writeFileSync(
      path.join(aside.staging, MARKER),
      'Made by Verbatim; replaced as a whole by the next build.\n',
    )
  } catch (error) {
    if (error instanceof UsageError) throw error
    rmSync(aside.lock, { force: true })
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(
      `The site can't be written beside ${output}: ${reason}. The old site is untouched.`,
    )
  }
  const discard = () => {
    rmSync(aside.staging, { recursive: true, force: true })
    rmSync(aside.lock, { force: true })
  }
  return {
    folder: aside.staging,
    publish() {
      if (existsSync(target)) renameSync(target, aside.old)
      renameSync(aside.staging, target)
      rmSync(aside.old, { recursive: true, force: true })
      rmSync(aside.lock, { force: true })
    },
    discard,
  }
}

function refuseForeignFolder(target: string, output: string): void {
  if (!existsSync(target)) return
  let names: string[]
  try {
    names = readdirSync(target)
  } catch {
    throw new UsageError(`${output} is a file, or can't be read. Name a folder with --output.`)
  }
  if (names.length > 0 && !names.includes(MARKER)) {
    throw new UsageError(
      `${output} holds files that are no Verbatim site, and a build would replace them all. Name another folder with --output, or empty this one.`,
    )
  }
}

/** The lock holds the process id, so that the lock of a build that was killed is no obstacle. */
function takeLock(lock: string, output: string): void {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const pid = Number(readFileSync(lock, 'utf8'))
  if (pid && pid !== process.pid && isAlive(pid)) {
    throw new UsageError(
      `Another build (process ${pid}) is writing ${output}. Wait for it, or write elsewhere with --output.`,
    )
  }
  writeFileSync(lock, String(process.pid))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** What a killed build left: unfinished pages go, and a site moved aside comes back. */
function recover(target: string, aside: { readonly staging: string; readonly old: string }): void {
  rmSync(aside.staging, { recursive: true, force: true })
  if (existsSync(aside.old)) {
    if (existsSync(target)) rmSync(aside.old, { recursive: true, force: true })
    else renameSync(aside.old, target)
  }
}
