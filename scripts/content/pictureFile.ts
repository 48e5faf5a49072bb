import { closeSync, openSync, readSync } from 'node:fs'
import path from 'node:path'
import type { Folder } from './folder.ts'

/** How many pixels a picture may have; more than any camera makes, and than any browser shows. */
const MOST_PIXELS = 250_000_000

/** Enough for the head of every format. */
const HEAD = 64 * 1024

interface Format {
  /** How a file of this format begins. */
  begins(head: Buffer): boolean
  /** Width and height, where they stand at a fixed place. */
  size?(head: Buffer): readonly [width: number, height: number]
}

const ascii = (head: Buffer, from: number, to: number) => head.toString('latin1', from, to)

const FORMATS: readonly Format[] = [
  {
    begins: head => ascii(head, 0, 8) === '\x89PNG\r\n\x1a\n' && head.length >= 24,
    size: head => [head.readUInt32BE(16), head.readUInt32BE(20)],
  },
  { begins: head => ascii(head, 0, 3) === '\xff\xd8\xff', size: jpegSize },
  {
    begins: head => /^GIF8[79]a/.test(ascii(head, 0, 6)) && head.length >= 10,
    size: head => [head.readUInt16LE(6), head.readUInt16LE(8)],
  },
  { begins: head => ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP' },
  { begins: head => ascii(head, 4, 8) === 'ftyp' },
  { begins: head => ['II*\0', 'MM\0*', '\0\0\x01\0'].includes(ascii(head, 0, 4)) },
  { begins: head => ascii(head, 0, 2) === 'BM' },
  { begins: head => /<(?:\w+:)?svg\b/i.test(head.toString('utf8')) },
]

/** What keeps a file from being shown as a picture, in a few words; undefined when nothing does. */
export function pictureFault(folder: Folder, file: string): string | undefined {
  const head = readHead(path.join(folder.root, file))
  if (head.length === 0) return 'it is empty'
  const svg = /\.svg$/i.test(file)
  const format = (svg ? FORMATS.slice(-1) : FORMATS.slice(0, -1)).find(it => it.begins(head))
  if (!format) return 'it is something else'
  const [width, height] = format.size?.(head) ?? [1, 1]
  if (width * height > MOST_PIXELS) return `it has ${width} × ${height} pixels`
  return undefined
}

function readHead(file: string): Buffer {
  const descriptor = openSync(file, 'r')
  try {
    const head = Buffer.alloc(HEAD)
    return head.subarray(0, readSync(descriptor, head, 0, HEAD, 0))
  } finally {
    closeSync(descriptor)
  }
}

/** A JPEG says its size in its frame header, some segments in. https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2.2 */
function jpegSize(head: Buffer): readonly [width: number, height: number] {
  for (let at = 2; at + 9 < head.length && head[at] === 0xff; ) {
    const marker = head[at + 1] ?? 0
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (frame) return [head.readUInt16BE(at + 7), head.readUInt16BE(at + 5)]
    at += 2 + head.readUInt16BE(at + 2)
  }
  return [1, 1]
}
