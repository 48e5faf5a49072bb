import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import site, { drawPictures } from '../../.eleventy.ts'
import { cacheFolder, pictureCache } from '../cache/cacheFolder.ts'
import { JsonCache } from '../cache/jsonCache.ts'
import { type ReadOptions, readShow } from '../content/readShow.ts'
import type { Problem } from '../model/problem.ts'
import type { Show } from '../model/show.ts'
import { PreviewPages } from '../preview/pages.ts'
import { type Preview, PreviewServer } from '../preview/server.ts'
import { Latest, RESTART, watchFolder } from '../preview/watch.ts'
import { ROOT } from '../root.ts'
import { writeSearchIndex } from '../search/index.ts'
import { countProblems, formatProblems, plural } from './report.ts'

interface PreviewOptions {
  readonly content: string
  /** Where files that are no pages are kept. */
  readonly folder: string
  /** Path under which the site stands. */
  readonly path: string
  readonly port: number
}

/** Serves a content folder and reads it again at every change. Runs until it is stopped. */
async function preview(options: PreviewOptions): Promise<void> {
  const { content, folder } = options
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const server = new PreviewServer(await liveScript())
  const port = await server.listen(options.port)
  const url = `http://localhost:${port}${options.path}`
  let version = 0

  // Search takes seconds in a large show, and nobody should wait for it to see a page: it follows
  // when the writing pauses.
  let pause: NodeJS.Timeout | undefined
  const index = new Latest(async (show: Show) => {
    await writeSearchIndex(show, folder, { cacheDir: path.join(cacheFolder(content), 'search') })
  })
  const cache = new JsonCache()
  const kept: NonNullable<ReadOptions['kept']> = new Map()
  const read = new Latest(async () => {
    const began = performance.now()
    const { show, problems } = await readShow({
      root: content,
      url,
      drafts: true,
      now: new Date(),
      cache,
      kept,
    })
    version++
    server.show(show && (await pagesOf(show, options)), JSON.stringify({ version, problems }))
    tell(show, problems, content, performance.now() - began)
    clearTimeout(pause)
    if (show) pause = setTimeout(() => index.run(show), 1500)
  })
  await read.run(undefined)
  process.stdout.write(`\n${url}   (Ctrl+C to stop)\n`)

  watchFolder(content, () => read.run(undefined))
  for (const code of ['layouts', 'scripts']) {
    watchFolder(path.join(ROOT, code), () => process.exit(RESTART))
  }
}

async function pagesOf(show: Show, { content, folder }: PreviewOptions): Promise<Preview> {
  const pages = new PreviewPages(folder)
  // Link previews are not seen here, so no cards; photos and icons are.
  const pictures = await drawPictures(show, { content, cache: pictureCache(), cards: false })
  site(show, { pictures })(pages)
  return {
    pages,
    base: show.site.base,
    folders: [
      { under: '/media/', folder: path.resolve(content) },
      { under: '/', folder },
    ],
  }
}

function tell(
  show: Show | undefined,
  problems: readonly Problem[],
  content: string,
  ms: number,
): void {
  if (problems.length > 0) process.stdout.write(`\n${formatProblems(problems, content)}\n`)
  const what = show ? plural(show.episodes.length, 'episode') : 'no show yet'
  process.stdout.write(
    `${countProblems(problems) ?? 'All is well'}: ${what}, read in ${Math.round(ms)} ms\n`,
  )
}

/** The script of `layouts/client/live.ts`, which stands in previewed pages only. */
async function liveScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(ROOT, 'layouts/client/live.ts')],
    bundle: true,
    format: 'esm',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

const [, , options] = process.argv
if (options) await preview(JSON.parse(options) as PreviewOptions)
