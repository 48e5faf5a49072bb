import { createReadStream, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  gif: 'image/gif',
  html: 'text/html; charset=utf-8',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  avif: 'image/avif',
  js: 'text/javascript',
  json: 'application/json',
  m4a: 'audio/mp4',
  md: 'text/markdown; charset=utf-8',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  png: 'image/png',
  srt: 'application/x-subrip; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  vtt: 'text/vtt; charset=utf-8',
  wasm: 'application/wasm',
  wav: 'audio/wav',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xml: 'application/xml; charset=utf-8',
  yml: 'text/yaml; charset=utf-8',
}

/** MIME type of a path by its ending. */
export function typeOf(file: string): string {
  return TYPES[path.extname(file).slice(1).toLowerCase()] ?? 'application/octet-stream'
}

/** The file that a decoded path names below `root`; undefined when there is none. */
export function fileAt(root: string, decoded: string): string | undefined {
  const asked = decoded.endsWith('/') ? `${decoded}index.html` : decoded
  // Joined to `/` first: no number of `..` climbs above it.
  const file = path.join(root, path.posix.join('/', asked))
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined
}

/** Sends a file, or the part of it that is asked for: players seek by byte ranges. */
export function sendFile(file: string, request: IncomingMessage, response: ServerResponse): void {
  const { size } = statSync(file)
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '')
  const headers = {
    'Content-Type': typeOf(file),
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-cache',
  }
  if (!range || (range[1] === '' && range[2] === '')) {
    response.writeHead(200, { ...headers, 'Content-Length': size })
    createReadStream(file).pipe(response)
    return
  }
  const [, from = '', to = ''] = range
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (start > end) {
    response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end()
    return
  }
  response.writeHead(206, {
    ...headers,
    'Content-Length': end - start + 1,
    'Content-Range': `bytes ${start}-${end}/${size}`,
  })
  createReadStream(file, { start, end }).pipe(response)
}
