import { isWebAddress } from '../content/kinds.ts'
import type { Downloader } from './download.ts'
import type { Ledger } from './ledger.ts'
import type { Report } from './report.ts'

/** What fetching files for the content folder needs. */
export interface Fetching {
  readonly downloader: Downloader
  readonly ledger: Ledger
  readonly report: Report
  /** Nothing is fetched or written. */
  readonly dry: boolean
  /** Whether a file is in the content folder. */
  has(file: string): boolean
  /** Pictures of this import by folder and address: one that many episodes share is fetched once. */
  readonly pictures: Map<string, Promise<string | undefined>>
}

const MB = 1024 * 1024

/** By their first bytes, because servers call pictures anything; SVG may hold scripts and is none. */
const PICTURES: readonly (readonly [ending: string, is: (bytes: Buffer) => boolean])[] = [
  ['jpg', bytes => bytes[0] === 0xff && bytes[1] === 0xd8],
  ['png', bytes => bytes.toString('latin1', 1, 4) === 'PNG'],
  ['webp', bytes => bytes.toString('latin1', 8, 12) === 'WEBP'],
  ['gif', bytes => bytes.toString('latin1', 0, 4) === 'GIF8'],
  ['avif', bytes => bytes.toString('latin1', 4, 12) === 'ftypavif'],
]

/**
 * Fetches a picture to `<stem>.<ending>` and returns its path. Where it can't be had, its address
 * is returned, so that the page shows it all the same, and the failure is reported.
 */
export function fetchPicture(
  url: string,
  stem: string,
  where: string,
  fetching: Fetching,
): Promise<string | undefined> {
  // Shared among episodes, not with a guest: a portrait belongs beside its person.
  const key = `${stem.split('/')[0]} ${url}`
  const known = fetching.pictures.get(key)
  if (known) return known
  const picture = fetchNewPicture(url, stem, where, fetching)
  fetching.pictures.set(key, picture)
  return picture
}

async function fetchNewPicture(
  url: string,
  stem: string,
  where: string,
  { downloader, ledger, report, dry, has }: Fetching,
): Promise<string | undefined> {
  if (!isWebAddress(url)) {
    report.fail(where, `the picture “${url.slice(0, 80)}” has no web address, so it was left out`)
    return undefined
  }
  const there = PICTURES.map(([ending]) => `${stem}.${ending}`).find(file => has(file))
  if (there) {
    report.add('picture', there, ledger.isOurs(there) ? 'same' : 'kept')
    return there
  }
  if (dry) {
    report.add('picture', `${stem}.jpg`, 'written')
    return `${stem}.jpg`
  }
  const download = await downloader.get(url, { limit: 20 * MB, accept: 'image/*' })
  if (!download.ok) {
    report.fail(where, `the picture ${url} can’t be had: ${download.reason}`)
    return url
  }
  const bytes = Buffer.from(download.bytes)
  const ending = PICTURES.find(([, is]) => is(bytes))?.[0]
  if (!ending) {
    report.fail(where, `${url} should be a picture, and is ${download.type || 'something else'}`)
    return url
  }
  const file = `${stem}.${ending}`
  report.add('picture', file, ledger.put(file, bytes))
  return file
}

/** Fetches a Podcasting 2.0 chapters file and keeps it as it is. */
export async function fetchChapters(
  url: string,
  file: string,
  where: string,
  { downloader, ledger, report, dry, has }: Fetching,
): Promise<boolean> {
  if (has(file)) {
    report.add('chapters', file, ledger.isOurs(file) ? 'same' : 'kept')
    return true
  }
  if (dry) {
    report.add('chapters', file, 'written')
    return true
  }
  const download = await downloader.get(url, { limit: 5 * MB, accept: 'application/json' })
  if (!download.ok) {
    report.fail(where, `the chapters ${url} can’t be had: ${download.reason}`)
    return false
  }
  if (!hasChapters(Buffer.from(download.bytes).toString('utf8'))) {
    report.fail(
      where,
      `${url} should be a chapters file, and is ${download.type || 'something else'}`,
    )
    return false
  }
  report.add('chapters', file, ledger.put(file, download.bytes))
  return true
}

function hasChapters(text: string): boolean {
  try {
    const data: unknown = JSON.parse(text)
    return (
      typeof data === 'object' &&
      data !== null &&
      'chapters' in data &&
      Array.isArray(data.chapters)
    )
  } catch {
    // Not JSON at all: said by the caller.
    return false
  }
}
