import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { fileAt, sendFile, typeOf } from './files.ts'
import type { PreviewPages } from './pages.ts'

/** What the server shows at the moment; replaced as a whole when the content changes. */
export interface Preview {
  readonly pages: PreviewPages
  /** Path under which the site stands: `/`, or `/shows/mine/`. */
  readonly base: string
  /** Folders with files that are no pages, first match wins. */
  readonly folders: readonly { readonly under: string; readonly folder: string }[]
}

/** Where the browser listens for changes, and the script that does so. */
export const EVENTS = '/__verbatim/events'
export const SCRIPT = '/__verbatim/live.js'

export class PreviewServer {
  #preview: Preview | undefined
  /** What every page that listens was told last: `{version, problems}`. */
  #state = '{}'
  readonly #listeners = new Set<ServerResponse>()
  readonly #script: string
  readonly #server: Server

  constructor(script: string) {
    this.#script = script
    this.#server = createServer((request, response) => this.#answer(request, response))
  }

  /** Shows something new, and tells every open page. `state` is JSON for the page's script. */
  show(preview: Preview | undefined, state: string): void {
    this.#preview = preview ?? this.#preview
    this.#state = state
    for (const listener of this.#listeners) listener.write(`data: ${state}\n\n`)
  }

  /** Listens on this computer only; on the next free port when `port` is taken. */
  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      let tries = 0
      this.#server.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE' && tries++ < 20)
          this.#server.listen(port + tries, 'localhost')
        else reject(error)
      })
      this.#server.listen(port, 'localhost', () => resolve(port + tries))
    })
  }

  close(): void {
    for (const listener of this.#listeners) listener.end()
    this.#server.close()
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = decoded(new URL(request.url ?? '/', 'http://localhost').pathname)
    if (path === EVENTS) this.#listen(response)
    else if (path === SCRIPT) send(response, 200, 'text/javascript', this.#script)
    else if (!this.#preview)
      send(
        response,
        503,
        'text/html',
        live('<p>The show can’t be read yet; the terminal says why.</p>'),
      )
    else this.#site(path, this.#preview, request, response)
  }

  #listen(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    response.write(`data: ${this.#state}\n\n`)
    this.#listeners.add(response)
    response.on('close', () => this.#listeners.delete(response))
  }

  #site(path: string, preview: Preview, request: IncomingMessage, response: ServerResponse): void {
    const { base, pages, folders } = preview
    if (!path.startsWith(base)) {
      response.writeHead(302, { Location: base }).end()
      return
    }
    const address = `/${path.slice(base.length)}`
    const make = pages.get(address)
    if (make) {
      this.#page(address, make, response)
      return
    }
    if (pages.get(`${address}/`)) {
      response.writeHead(301, { Location: `${encodeURI(path)}/` }).end()
      return
    }
    for (const { under, folder } of folders) {
      const file = address.startsWith(under) && fileAt(folder, address.slice(under.length - 1))
      if (file) {
        sendFile(file, request, response)
        return
      }
    }
    const missing = pages.get('/404.html')
    send(response, 404, 'text/html; charset=utf-8', missing ? live(missing()) : 'Not found')
  }

  #page(address: string, make: () => string, response: ServerResponse): void {
    const type = address.endsWith('/') ? 'text/html; charset=utf-8' : typeOf(address)
    try {
      const text = make()
      send(response, 200, type, type.startsWith('text/html') ? live(text) : text)
    } catch (error) {
      // A layout under work may throw: its author wants to see that here, and the next save mends it.
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
      process.stderr.write(`${address}: ${stack}\n`)
      send(
        response,
        500,
        'text/html; charset=utf-8',
        live(`<pre>${stack.replace(/[<&]/g, c => `&#${c.charCodeAt(0)};`)}</pre>`),
      )
    }
  }
}

/** A page that hears of changes. The script's own file keeps the page free of inline code. */
function live(html: string): string {
  return `${html}<script type="module" src="${SCRIPT}"></script>`
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    // A stray `%`: there is no such page, and the answer says so.
    return path
  }
}
