import { createReadStream, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { makeAssets } from '../layouts/assets.ts'
import { searchPage } from '../layouts/pages/search.tsx'
import { PLAIN_PICTURES } from '../layouts/pictures.ts'
import { Survey } from '../scripts/insight/survey.ts'
import type { Show } from '../scripts/model/show.ts'

/** Writes what it takes to search: the page, its styles and scripts. The index is made apart. */
export function writeSearchSite(show: Show, folder: string): void {
  const assets = makeAssets(show.theme)
  const write = (file: string, content: string | Uint8Array) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), content)
  }
  // The page shows nothing of the episodes; surveying them would only take time.
  const bare = { ...show, episodes: show.episodes.slice(0, 1) }
  const survey = new Survey(bare)
  write('search/index.html', searchPage({ show: bare, assets, pictures: PLAIN_PICTURES, survey }))
  for (const { address, content } of assets.files) write(address, content)
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
}

/** The plainest file server there is: no compression, no ranges, no cache headers. */
export async function serveFolder(folder: string): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const asked = path.join(folder, path.normalize(decodeURIComponent(pathname)))
    const file = pathname.endsWith('/') ? path.join(asked, 'index.html') : asked
    const size = statSync(file, { throwIfNoEntry: false })?.size
    if (size === undefined) {
      response.writeHead(404).end()
      return
    }
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream'
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': size })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
