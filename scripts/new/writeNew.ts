import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { UsageError } from '../commands/commandLine.ts'

/** A file to add: its text, or the file to copy. */
export type NewFile =
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly copyOf: string }

/**
 * Adds files to the content folder, all or none. A file that is there already is never written
 * over.
 */
export function writeNew(content: string, files: readonly NewFile[]): void {
  const taken = files.find(({ file }) => existsSync(path.join(content, file)))
  if (taken) {
    throw new UsageError(
      `${path.join(content, taken.file)} is there already. Nothing was written; choose another title, or edit that file.`,
    )
  }
  const written: string[] = []
  try {
    for (const file of files) {
      const target = path.join(content, file.file)
      mkdirSync(path.dirname(target), { recursive: true })
      if ('text' in file) writeFileSync(target, file.text, { flag: 'wx' })
      else copyFileSync(file.copyOf, target, constants.COPYFILE_EXCL)
      written.push(target)
    }
  } catch (error) {
    for (const target of written) rmSync(target, { force: true })
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(`The files can’t be written: ${reason}. Nothing was kept.`)
  }
}

/** Checks that a path an editor gave is a file, before anything is written. */
export function readableFile(written: string, what: string): string {
  // A path dropped on a terminal comes in quotes, or with its spaces escaped.
  const plain = written.trim().replace(/^(["'])(.*)\1$/, '$2')
  const found = [plain, plain.replaceAll('\\ ', ' ')].find(file => existsSync(file))
  if (!found) throw new UsageError(`There is no ${what} at ${plain}. Check the path.`)
  if (!statSync(found).isFile())
    throw new UsageError(`The ${what} ${found} is a folder, not a file.`)
  return found
}
