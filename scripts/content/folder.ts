import { isUtf8 } from 'node:buffer'
import {
  accessSync,
  constants,
  type Dirent,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { type Problem, visible } from '../model/problem.ts'
import * as problems from './problems.ts'

/** Front matter, notes and transcripts above this are a mistake or an attack; in bytes. */
const LARGEST_TEXT = 24 * 1024 * 1024

/** The content folder as a list of paths; the only part of Verbatim that reads editors' files. */
export interface Folder {
  /** Absolute path on disk. */
  readonly root: string
  /** Paths from the root with forward slashes, in code-point order, so no disk's order leaks. */
  readonly files: readonly string[]
  has(file: string): boolean
  /**
   * The file as it is listed, whichever way its accents are written: macOS takes `é` apart into two
   * characters, and a name that is typed has one.
   */
  find(file: string): string | undefined
  /** Bytes. */
  sizeOf(file: string): number
  readonly problems: readonly Problem[]
}

/** Lists every file below `root`. Links that lead out of the folder are refused. */
export function openFolder(root: string): Folder {
  const real = realpathSync(root)
  const files: string[] = []
  const found: Problem[] = []
  const visit = (below: string) => {
    for (const entry of entriesOf(real, below, found)) {
      const { name } = entry
      if (name.startsWith('.') || name === 'node_modules') continue
      const file = below === '' ? name : `${below}/${name}`
      if (UNFIT_NAME.test(name)) {
        found.push(problems.badFileName(visible(file)))
        continue
      }
      const kind = kindOf(real, file, entry)
      if (kind === 'outside') found.push(problems.linkOutside(file))
      else if (kind === 'other') found.push(problems.notAFile(file))
      else if (kind === 'folder') visit(file)
      else files.push(file)
    }
  }
  visit('')
  files.sort()
  const known = new Set(files)
  const composed = new Map(files.map(file => [file.normalize('NFC'), file]))
  return {
    root: real,
    files,
    has: file => known.has(file),
    find: file => (known.has(file) ? file : composed.get(file.normalize('NFC'))),
    sizeOf: file => statSync(path.join(real, file)).size,
    problems: found,
  }
}

/** Bytes that are no UTF-8 come as U+FFFD, and no path with one leads to the file. */
const UNFIT_NAME = /[\p{Cc}\p{Cs}\ufffd]/u

function entriesOf(root: string, below: string, found: Problem[]): Dirent[] {
  try {
    return readdirSync(path.join(root, below), { withFileTypes: true })
  } catch (error) {
    found.push(problems.unreadable(below === '' ? root : below, reasonOf(error)))
    return []
  }
}

/** Why the system does not let a file or folder be read. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'it is not allowed',
    EPERM: 'it is not allowed',
    ENOENT: 'it is not there any more',
    ENAMETOOLONG: 'it lies too many folders deep',
  }
  return reasons[code] ?? `the system says ${code}`
}

function kindOf(
  root: string,
  file: string,
  entry: Dirent,
): 'file' | 'folder' | 'outside' | 'other' {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  if (!entry.isSymbolicLink()) return 'other'
  const absolute = path.join(root, file)
  if (!isInside(root, absolute)) return 'outside'
  // A link to a folder inside the folder would list its files twice, or for ever.
  return statSync(absolute).isFile() ? 'file' : 'other'
}

function isInside(root: string, absolute: string): boolean {
  try {
    return `${realpathSync(absolute)}${path.sep}`.startsWith(`${root}${path.sep}`)
  } catch {
    // A link that leads nowhere.
    return false
  }
}

/**
 * Resolves a path as an editor wrote it, relative to the file it stands in; a leading `/` starts
 * at the content folder. The result may name no file, and starts with `..` when it leaves.
 */
export function resolvePath(from: string, written: string): string {
  const base = written.startsWith('/') ? '' : path.posix.dirname(from)
  const plain = written.replaceAll('\\', '/').replace(/^\/+/, '')
  if (/^[a-z]:/i.test(plain)) return `../${plain}`
  return path.posix.normalize(path.posix.join(base, plain))
}

/** Why a file can't be published as it is; undefined when it can. */
export function whyUnreadable({ root }: Pick<Folder, 'root'>, file: string): string | undefined {
  try {
    accessSync(path.join(root, file), constants.R_OK)
    return undefined
  } catch (error) {
    return reasonOf(error)
  }
}

/** A text file as every parser wants it: no BOM, line ends as `\n`. */
export interface SourceFile {
  readonly file: string
  readonly text: string
  readonly problems: readonly Problem[]
}

/** Reads a text file. Bytes that aren't UTF-8 are read as Windows-1252, and said to be. */
export function readText({ root }: Pick<Folder, 'root'>, file: string): SourceFile {
  return decodeText(root, file, readBytes(root, file))
}

/** The bytes of a text file; undefined where there are more than any text has, or none to be had. */
export function readBytes(root: string, file: string): Buffer | undefined {
  const absolute = path.join(root, file)
  try {
    return statSync(absolute).size > LARGEST_TEXT ? undefined : readFileSync(absolute)
  } catch {
    // Why, is said when its text is asked for.
    return undefined
  }
}

export function decodeText(root: string, file: string, bytes: Buffer | undefined): SourceFile {
  if (!bytes) {
    const why = whyUnreadable({ root }, file)
    const problem =
      why === undefined
        ? problems.fileTooLarge(file, statSync(path.join(root, file)).size)
        : problems.unreadable(file, why)
    return { file, text: '', problems: [problem] }
  }
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (utf16) {
    const encoding = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'
    return { file, text: plainLines(new TextDecoder(encoding).decode(bytes)), problems: [] }
  }
  if (isUtf8(bytes)) return { file, text: plainLines(bytes.toString('utf8')), problems: [] }
  const text = new TextDecoder('windows-1252').decode(bytes)
  return { file, text: plainLines(text), problems: [problems.notUtf8(file)] }
}

function plainLines(text: string): string {
  const noBom = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  return noBom.includes('\r') ? noBom.replace(/\r\n?/g, '\n') : noBom
}
