import { hashCode } from '../hashCode.js'
import { ROOT } from '../root.ts'

/** Stands in a bundle, which may be older than the files it was made of. */
declare const CODE_VERSION: string | undefined

const versions = new Map<string, string>()

/**
 * A name for the code as it stands, dependencies and Node included. Part of every key of a cache:
 * whoever changes a parser or a layout gets everything made anew.
 */
export function codeVersion(): string {
  return typeof CODE_VERSION === 'string' ? CODE_VERSION : versionOf('layouts', 'scripts')
}

/** A folder that lasts as long as the code stays as it is; undefined where that isn't bundled. */
export function codeFolder(): string | undefined {
  return typeof CODE_VERSION === 'string' ? import.meta.dirname : undefined
}

/** A name for the code in some folders, and for the site map that puts all of it together. */
export function versionOf(...folders: readonly string[]): string {
  const key = folders.join()
  const version = versions.get(key) ?? hashCode(folders, ROOT)
  versions.set(key, version)
  return version
}
