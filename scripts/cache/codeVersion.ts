import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../..')

const versions = new Map<string, string>()

/**
 * A name for the code as it stands, dependencies and Node included. Part of every key of a cache:
 * whoever changes a parser or a layout gets everything made anew.
 */
export function codeVersion(): string {
  return versionOf('layouts', 'scripts')
}

/** A name for the code in some folders, and for the site map that puts all of it together. */
export function versionOf(...folders: readonly string[]): string {
  const key = folders.join()
  const version = versions.get(key) ?? hashCode(folders)
  versions.set(key, version)
  return version
}

function hashCode(folders: readonly string[]): string {
  const hash = createHash('sha256').update(process.version)
  const files = folders.flatMap(folder =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => /\.(tsx?|css)$/.test(file) && !file.includes('.test.'))
      .map(file => path.join(folder, file)),
  )
  for (const file of ['package-lock.json', '.eleventy.ts', ...files.sort()]) {
    hash.update(file).update(readFileSync(path.join(ROOT, file)))
  }
  return hash.digest('hex').slice(0, 16)
}
