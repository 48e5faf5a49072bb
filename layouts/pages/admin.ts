import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { buildSync } from 'esbuild'
import type { Address } from '../../scripts/model/address.ts'
import type { Show } from '../../scripts/model/show.ts'
import { ROOT } from '../../scripts/root.ts'
import { cmsBackend, cmsConfig } from '../../scripts/schema/cmsConfig.ts'
import type { BinaryFile } from '../eleventy.ts'
import type { PublishedFile } from '../parts/publishedFile.ts'
import { element } from '../parts/xml.ts'

/** Reads the configuration from its own file, so that no script stands in the page. */
const ENTRY = `import CMS from '@sveltia/cms'
const config = await fetch('config.json').then(response => response.json())
await CMS.init({ config })
`

/** The hosts that the form talks to, by backend. */
const HOSTS: Readonly<Record<string, string>> = {
  github:
    'https://api.github.com https://github.com https://raw.githubusercontent.com https://www.githubstatus.com',
  gitlab: 'https://gitlab.com',
  gitea: 'https://codeberg.org',
}

/** The browser form for people without Git, when the show turns it on. */
export function adminPage(show: Show): PublishedFile[] {
  const backend = show.admin && cmsBackend(show.repository, show.admin)
  if (!backend) return []
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="${policy(backend)}">
${element('title', {}, show.title).xml}
<script type="module" src="cms.js"></script>
</head>
<body>
<noscript>The form needs JavaScript. The files can also be edited in the repository.</noscript>
</body>
</html>
`
  const config = `${JSON.stringify(cmsConfig(show, backend), null, 1)}\n`
  return [
    { address: '/admin/index.html', content: () => html },
    { address: '/admin/config.json', content: () => config },
  ]
}

/**
 * What the form may load: more than the pages may, because it styles itself as it goes and talks to
 * the repository's host, but still no script from elsewhere.
 */
function policy(backend: Readonly<Record<string, string>>): string {
  const hosts = [HOSTS[backend['name'] ?? ''], backend['base_url']].filter(Boolean).join(' ')
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' blob: data: https:",
    "media-src 'self' blob: https:",
    `connect-src 'self' blob: data: ${hosts}`,
    "worker-src 'self' blob:",
    "frame-src 'self' blob:",
    "manifest-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')
}

/** Sveltia CMS from its package: bundled, with its fonts and tools, so that no other server is asked. */
export function adminFiles(show: Show): BinaryFile[] {
  if (adminPage(show).length === 0) return []
  cms ??= bundleCms()
  return cms
}

/** The same for every show, and two seconds of work: once is enough for `npm start`. */
let cms: BinaryFile[] | undefined

function bundleCms(): BinaryFile[] {
  const home = packageFolder()
  const { outputFiles } = buildSync({
    stdin: { contents: ENTRY, resolveDir: ROOT, loader: 'js' },
    bundle: true,
    format: 'esm',
    splitting: true,
    minify: true,
    write: false,
    target: 'es2022',
    outdir: '/admin',
    entryNames: 'cms',
    chunkNames: 'parts/[name]-[hash]',
    // These find their own neighbours by address, so they are copied as they are.
    external: ['./chunks/*'],
    legalComments: 'none',
    logLevel: 'error',
  })
  const bundled = outputFiles.map(({ path, contents }): BinaryFile => {
    const address = path.replaceAll('\\', '/')
    const text = Buffer.from(contents).toString('utf8')
    return {
      address: address.slice(address.indexOf('/admin/')) as Address,
      content: Buffer.from(
        text.replace(CDN_FONTS, (_, family, file) => fontIn(home, family, file)),
      ),
    }
  })
  const copied = ['assets', 'chunks'].flatMap(folder =>
    readdirSync(join(home, folder))
      .filter(name => !name.endsWith('.map'))
      .sort()
      .map(
        (name): BinaryFile => ({
          address: `/admin/${folder}/${name}`,
          content: readFileSync(join(home, folder, name)),
        }),
      ),
  )
  return [...bundled, ...copied]
}

/** The package brings its fonts along and asks another server for them all the same. */
const CDN_FONTS =
  /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([a-z0-9-]+)(?::vf)?@[\d.]+\/([a-z0-9-]+)\.woff2/g

/** Relative to the page, where the form's styles stand. */
function fontIn(home: string, family: string, file: string): string {
  const name = readdirSync(join(home, 'assets')).find(it => it.startsWith(`${family}-${file}-`))
  return `assets/${name ?? `${family}-${file}.woff2`}`
}

function packageFolder(): string {
  try {
    const main = createRequire(import.meta.url).resolve('@sveltia/cms')
    if (existsSync(join(dirname(main), 'chunks'))) return dirname(main)
  } catch {
    // Not installed: said below.
  }
  throw new Error(
    'show.md turns the browser form on (admin:), and the package it is made of is not there. Install it with: npm install --include=optional',
  )
}
