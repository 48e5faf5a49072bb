import { readFileSync, statSync } from 'node:fs'
import { UsageError } from '../commands/commandLine.ts'
import { isWebAddress } from '../content/kinds.ts'
import type { Downloader } from './download.ts'
import { type Feed, readFeed } from './feed.ts'

const LIMIT = 80 * 1024 * 1024
/** A feed in pages beyond this is a loop with new addresses. */
const MOST_PAGES = 500

/** Reads a feed from a file or an address; further pages are followed and put together. */
export async function readSource(source: string, downloader: Downloader): Promise<Feed> {
  const first = await readPage(source, downloader)
  const items = [...first.items]
  const seen = new Set([source])
  let { next } = first
  while (next !== undefined && isWebAddress(next) && !seen.has(next) && seen.size < MOST_PAGES) {
    seen.add(next)
    const page: Feed = await readPage(next, downloader)
    items.push(...page.items)
    next = page.next
  }
  return { show: first.show, items }
}

async function readPage(source: string, downloader: Downloader): Promise<Feed> {
  const text = isWebAddress(source) ? await download(source, downloader) : readLocal(source)
  const result = readFeed(text)
  if (!result.ok) {
    throw new UsageError(`${source} can’t be imported: ${result.reason}. Nothing was written.`)
  }
  return result.feed
}

async function download(url: string, downloader: Downloader): Promise<string> {
  const result = await downloader.get(url, {
    limit: LIMIT,
    accept: 'application/rss+xml, application/xml;q=0.9, */*;q=0.5',
  })
  if (!result.ok) {
    throw new UsageError(`${url} can’t be had: ${result.reason}. Nothing was written.`)
  }
  return decode(result.bytes, result.charset)
}

function readLocal(file: string): string {
  const { size } = statSync(file)
  if (size > LIMIT)
    throw new UsageError(`${file} is larger than any feed: ${Math.round(size / 1024 / 1024)} MB.`)
  return decode(readFileSync(file), undefined)
}

/** In the encoding of its byte order mark, the server, or its own first line. */
export function decode(bytes: Uint8Array, charset: string | undefined): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)["']/i.exec(start)?.[1]
  try {
    return new TextDecoder(utf16 ?? charset ?? declared ?? 'utf-8').decode(bytes)
  } catch {
    // An encoding that nobody knows: most feeds are UTF-8, whatever they say.
    return new TextDecoder().decode(bytes)
  }
}
