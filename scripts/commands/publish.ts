import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { SiteFolder } from '../cache/siteFolder.ts'
import { UsageError } from './commandLine.ts'
import { leaveSpare, moved } from './spare.ts'

/** Stands in every site we wrote, so that a build never replaces a folder of somebody's own. */
export const MARKER = '.verbatim'

/** The new site stands. */
export interface Published {
  /** Ends when the old one is out of the way, and another build may begin. */
  readonly cleared: Promise<void>
}

/** A site in the making. Nobody sees it before `publish`. */
export interface Staging {
  /** The folder to write into. */
  readonly site: SiteFolder
  /**
   * Puts the new site in the place of the old one, in one swap.
   *
   * @param mostlyNew whether the next site had better be made of this one than of the old one
   */
  publish(mostlyNew: boolean): Published
  /** Ends before anything was written. */
  putBack(): void
  /** Leaves the old site as it is and takes the unfinished one away; false when it stands already. */
  discard(): boolean
}

/**
 * Opens a staging folder beside `output`, so that the swap is a rename on one disk. Refuses to
 * work for two builds at once, and to replace a folder that holds anything but a site of ours.
 *
 * @param spare where the site before the last one lies, or nothing yet: the next one is made of it,
 * and the last one lies there afterwards
 */
export function openStaging(output: string, spare?: string): Staging {
  const target = placeOf(output)
  const aside = { staging: `${target}.staging`, old: `${target}.old`, lock: `${target}.lock` }
  refuseForeignFolder(target, output)
  let locked = false
  let recycled = false
  let site: SiteFolder
  try {
    mkdirSync(path.dirname(target), { recursive: true })
    const { dead } = takeLock(aside.lock, output)
    locked = true
    sweepLocks(aside.lock)
    if (!dead) refuseForeignLeftovers(aside)
    recover(target, aside)
    recycled = spare !== undefined && moved(spare, aside.staging)
    if (!recycled) mkdirSync(aside.staging)
    site = new SiteFolder(aside.staging)
    writeFileSync(site.clear(MARKER), 'Made by Verbatim; replaced as a whole by the next build.\n')
  } catch (error) {
    if (locked) rmSync(aside.lock, { force: true })
    if (error instanceof UsageError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(
      `The site can't be written beside ${output}: ${reason}. The old site is untouched.`,
    )
  }
  let published = false
  const discard = () => {
    // By then another build may hold the lock.
    if (published) return false
    rmSync(aside.staging, { recursive: true, force: true })
    rmSync(aside.lock, { force: true })
    return true
  }
  return {
    site,
    publish(mostlyNew) {
      if (existsSync(target)) renameSync(target, aside.old)
      try {
        renameSync(aside.staging, target)
      } catch (error) {
        if (existsSync(aside.old)) renameSync(aside.old, target)
        throw error
      }
      published = true
      const cleared = leaveSpare(aside.old, target, spare, mostlyNew)
      return { cleared: cleared.then(() => rmSync(aside.lock, { force: true })) }
    },
    putBack() {
      if (recycled && spare !== undefined) moved(aside.staging, spare)
      discard()
    },
    discard,
  }
}

/**
 * Where the site really lies: a link stays, and what it leads to is replaced. A disk of its own has no
 * name that another folder could take.
 */
function placeOf(output: string): string {
  const named = path.resolve(output)
  if (!existsSync(named)) {
    if (!isLink(named)) return named
    throw new UsageError(
      `${output} is a link that leads nowhere. Make the folder it should lead to.`,
    )
  }
  const target = realpathSync(named)
  if (statSync(target).dev === statSync(path.dirname(target)).dev) return target
  throw new UsageError(
    `${output} is a disk of its own, which can't be replaced in one step. Name a folder on it with --output.`,
  )
}

function isLink(file: string): boolean {
  try {
    return lstatSync(file).isSymbolicLink()
  } catch {
    // Nothing is there, or a file stands where a folder should.
    return false
  }
}

/**
 * Folders beside the site that no build of ours left: one that was killed left its lock as well, and
 * its mark in each. A backup that somebody called `dist.old` is nothing to take away.
 */
function refuseForeignLeftovers(aside: { readonly staging: string; readonly old: string }): void {
  for (const folder of [aside.staging, aside.old]) {
    if (!existsSync(folder)) continue
    const names = statSync(folder).isDirectory() ? readdirSync(folder) : [folder]
    if (names.length > 0 && !names.includes(MARKER)) {
      throw new UsageError(
        `${folder} is in the way: a build needs that name for a moment, and what lies there is no Verbatim site. Rename it, or name another folder with --output.`,
      )
    }
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

/**
 * The lock says which process holds it, so that the lock of a build that was killed is no obstacle.
 * It is linked into place complete: a lock that is created first and written then can be read empty.
 */
function takeLock(lock: string, output: string): { readonly dead: boolean } {
  const own = `${lock}.${process.pid}`
  try {
    writeFileSync(own, nameProcess(process.pid))
    if (link(own, lock)) return { dead: false }
    const holder = readHolder(lock)
    if (holder !== undefined && isAlive(holder)) refuseSecond(holder, output)
    if (holder !== undefined) clearDead(lock, `${own}.dead`)
    if (!link(own, lock)) refuseSecond(readHolder(lock) ?? '', output)
    return { dead: holder !== undefined }
  } finally {
    rmSync(own, { force: true })
  }
}

/** What builds left that were killed while they took the lock. */
function sweepLocks(lock: string): void {
  const begins = `${path.basename(lock)}.`
  for (const name of readdirSync(path.dirname(lock)).filter(it => it.startsWith(begins))) {
    const left = path.join(path.dirname(lock), name)
    const [, pid] = /^(\d+)(?:\.dead)?$/.exec(name.slice(begins.length)) ?? []
    // It is empty for a moment, when its process has only just begun.
    if (pid && !isAlive(readHolder(left) || pid)) rmSync(left, { force: true })
  }
}

/** Moved away and looked at once more: of two builds that find a dead lock, one takes it. */
function clearDead(lock: string, dead: string): void {
  try {
    renameSync(lock, dead)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  const holder = readHolder(dead)
  if (holder !== undefined && isAlive(holder)) link(dead, lock)
  rmSync(dead, { force: true })
}

function refuseSecond(holder: string, output: string): never {
  throw new UsageError(
    `Another build (process ${Number.parseInt(holder, 10)}) is writing ${output}. Wait for it, or write elsewhere with --output.`,
  )
}

/** Whether the name was free. */
function link(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function readHolder(lock: string): string | undefined {
  try {
    return readFileSync(lock, 'utf8')
  } catch (error) {
    // It was given back in this very moment.
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/**
 * The process id and, where the system says it, when the process started: in a container the same
 * few ids come again with every run.
 */
function nameProcess(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may hold spaces; the 22nd field is the 20th after it. proc(5)
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    // No /proc here, or no such process: the id alone has to do.
    return String(pid)
  }
}

function isAlive(holder: string): boolean {
  const pid = Number.parseInt(holder, 10)
  if (!pid) return false
  if (holder.includes(' ')) return nameProcess(pid) === holder && pid !== process.pid
  try {
    process.kill(pid, 0)
    return pid !== process.pid
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return codeOf(error) === 'EPERM'
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/** What the system's refusal to write means, as one sentence; undefined for any other error. */
export function explainRefusal(error: unknown, output: string): string | undefined {
  const reason = {
    ENOSPC: 'The disk is full',
    EDQUOT: 'Your share of the disk is used up',
    EFBIG: 'A file is larger than this system allows',
    EROFS: 'The disk is read-only',
    EACCES: 'Writing is not allowed here',
    EPERM: 'Writing is not allowed here',
    EMFILE: 'Too many files are open',
    EBUSY: 'The folder is in use, or a disk of its own',
    ENAMETOOLONG: 'A path is longer than this system allows',
    EIO: 'The disk does not answer',
  }[rootCode(error) ?? '']
  return reason && `${reason}, so the new site could not be finished. ${output} is as it was.`
}

/** Eleventy wraps what a template throws. */
function rootCode(error: unknown): string | undefined {
  const inner = error instanceof Error && 'originalError' in error ? error.originalError : undefined
  return codeOf(error) ?? (inner === undefined ? undefined : rootCode(inner))
}

/** What a killed build left: unfinished pages go, and a site moved aside comes back. */
function recover(target: string, aside: { readonly staging: string; readonly old: string }): void {
  rmSync(aside.staging, { recursive: true, force: true })
  if (existsSync(aside.old)) {
    if (existsSync(target)) rmSync(aside.old, { recursive: true, force: true })
    else renameSync(aside.old, target)
  }
}
