import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileAt, sendFile } from '../scripts/preview/files.ts'
import type { BuiltSite } from './site.ts'

/** One rule of `_headers`. */
interface Rule {
  readonly path: RegExp
  readonly headers: readonly (readonly [name: string, value: string])[]
}

/** Reads `_headers` as Netlify and Cloudflare do: `*` at the end, `:name` for one step. */
function readRules(text: string): Rule[] {
  return text
    .trim()
    .split('\n\n')
    .map(block => {
      const [path = '', ...lines] = block.split('\n')
      const pattern = path.replace(/[.?]/g, '\\$&').replace(/\*$/, '.*').replace(/:\w+/g, '[^/]+')
      const headers = lines.map(line => {
        const [, name = '', value = ''] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? []
        assert.ok(name, `${line} is a header`)
        return [name, value] as const
      })
      return { path: new RegExp(`^${pattern}$`), headers }
    })
}

export interface HostedSite {
  /** `http://localhost:40123`, without the site's base. */
  readonly origin: string
  close(): void
}

/** Serves a site with the headers that its own `_headers` asks for; two of a name are both sent. */
export async function hostSite(site: BuiltSite, base: string): Promise<HostedSite> {
  const rules = readRules(site.read('_headers'))
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    for (const rule of rules.filter(({ path }) => path.test(asked))) {
      for (const [name, value] of rule.headers) {
        // The folder's server knows the types; what it cannot know is pinned by unit tests.
        if (name !== 'Content-Type') response.appendHeader(name, value)
      }
    }
    const file = asked.startsWith(base) && fileAt(site.folder, `/${asked.slice(base.length)}`)
    if (file) sendFile(file, request, response)
    else sendFile(`${site.folder}/404.html`, request, response)
  })
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://localhost:${port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
