import { hash } from 'node:crypto'
import { statSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { codeVersion } from '../cache/codeVersion.ts'
import type { JsonCache } from '../cache/jsonCache.ts'
import type { Place } from '../model/problem.ts'
import { decodeText, type Folder, readBytes } from './folder.ts'
import { type Page, splitPage } from './frontMatter.ts'

/**
 * A file that was changed so shortly before it was read could be changed again without looking any
 * different: some disks count in steps of two seconds. Milliseconds.
 */
const RECENT = 2000

/** How a file looked when its bytes were read. */
interface Seen {
  readonly look: readonly number[]
  readonly hash: string
}

/**
 * SHA-256 of a text file's bytes; of a file that can't be read, of what is said of it. A file that
 * looks as it did is not read again, and as in Git that is its size, its place on the disk and both
 * its times: that of the last change to its bytes or its name can't be set by hand.
 *
 * @param now milliseconds
 */
export function hashOfFile(
  root: string,
  file: string,
  cache: JsonCache,
  now: number = Date.now(),
): string {
  const key = `file ${file}`
  const look = lookOf(root, file)
  const seen = look && cache.find<Seen>(key)
  if (seen?.look.every((value, at) => value === look?.[at])) return seen.hash
  const bytes = readBytes(root, file)
  const hash = hashOfBytes(root, file, bytes)
  if (bytes && look && now - (look[CHANGED] ?? 0) > RECENT) {
    cache.put(key, { look, hash } satisfies Seen)
  }
  return hash
}

/** The same for bytes that were just read; undefined for a file that can't be. */
export function hashOfBytes(root: string, file: string, bytes: Buffer | undefined): string {
  const content = bytes ?? JSON.stringify(decodeText(root, file, undefined).problems)
  return hash('sha256', content)
}

/** Which number of a look is the time of the last change, in milliseconds. */
const CHANGED = 0

function lookOf(root: string, file: string): number[] | undefined {
  try {
    const { ctimeMs, mtimeMs, size, ino } = statSync(path.join(root, file))
    return [ctimeMs, mtimeMs, size, ino]
  } catch {
    // Why, is said when its text is asked for.
    return undefined
  }
}

/** A page without problems, as it is remembered. */
interface KeptPage extends Pick<Page, 'fields' | 'body' | 'bodyLine'> {
  /** Line and column of every field, entry and value, by its path as JSON. */
  readonly places: Readonly<Record<string, readonly [line: number, column: number]>>
}

type Path = readonly (string | number)[]

/** Reads a Markdown file; one that was read before, and had no problem, is only looked at. */
export function readPage({ root }: Pick<Folder, 'root'>, file: string, cache: JsonCache): Page {
  const keyOf = (hash: string) => `page ${codeVersion()} ${file} ${hash}`
  const known = cache.find<KeptPage>(keyOf(hashOfFile(root, file, cache)))
  if (known) return pageOf(file, known)
  const read = readBytes(root, file)
  const page = splitPage(decodeText(root, file, read))
  const { fields, body, bodyLine, problems } = page
  if (problems.length === 0 && survivesJson(fields)) {
    // Named by these very bytes: it may have been saved since it was looked at.
    const key = keyOf(hashOfBytes(root, file, read))
    cache.put(key, { fields, body, bodyLine, places: placesIn(page) } satisfies KeptPage)
  }
  return page
}

function pageOf(file: string, { places, ...page }: KeptPage): Page {
  const placeOf = (path: Path): Place => {
    const place = places[JSON.stringify(path)]
    if (place) return { file, line: place[0], column: place[1] }
    // What isn't there stands where that is which it would stand in.
    return path.length > 0 ? placeOf(path.slice(0, -1)) : { file, line: 1, column: 1 }
  }
  return { file, ...page, problems: [], placeOf }
}

function placesIn({ fields, placeOf }: Page): KeptPage['places'] {
  const places: Record<string, readonly [number, number]> = {}
  const visit = (path: Path, value: unknown) => {
    const { line = 1, column = 1 } = placeOf(path)
    places[JSON.stringify(path)] = [line, column]
    if (typeof value !== 'object' || value === null) return
    const steps = Array.isArray(value) ? value.keys() : Object.keys(value)
    for (const step of steps)
      visit([...path, step], (value as Record<string | number, unknown>)[step])
  }
  visit([], fields)
  return places
}

/** YAML can say what JSON can't: numbers that are none, lists that hold themselves. */
function survivesJson(value: unknown): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value)
  } catch {
    return false
  }
}
