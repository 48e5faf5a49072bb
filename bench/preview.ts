import { spawn } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { BenchContext } from './bench.ts'
import { type BenchEpisode, writeContent } from './contentFolder.ts'
import type { Measurement } from './measure.ts'

const ROOT = path.resolve(import.meta.dirname, '..')

/** From an editor's save until `npm start` serves the page with it. */
export async function benchPreview(
  context: BenchContext,
  episodes: readonly BenchEpisode[],
): Promise<Measurement> {
  const content = path.join(context.folder, 'preview')
  writeContent(content, episodes)
  const port = await freePort()
  const child = spawn(
    process.execPath,
    [
      ...[path.join(ROOT, 'scripts/run.js'), 'start'],
      ...['--content', content, '--output', path.join(context.folder, 'preview-files')],
      ...['--port', String(port)],
    ],
    { cwd: ROOT, stdio: 'ignore' },
  )
  try {
    const { slug = '' } = episodes[episodes.length >> 1] ?? {}
    const url = `http://localhost:${port}/episodes/${slug}/`
    await until(url, '<h1')
    // The index is made behind the first page; an editor who has just begun waits for neither.
    const values: number[] = []
    for (let run = 0; run < Math.max(3, context.runs); run++) {
      const words = `benchword${run}`
      const begun = performance.now()
      appendFileSync(
        path.join(content, 'episodes', `${slug}.transcript.md`),
        `\n**Adam Stacoviak:** And ${words} it is.\n`,
      )
      await until(url, words)
      values.push((performance.now() - begun) / 1000)
    }
    return { name: 'preview, edit to page', episodes: episodes.length, unit: 's', values }
  } finally {
    child.kill('SIGTERM')
  }
}

async function until(url: string, words: string): Promise<void> {
  for (let left = 1200; left > 0; left--) {
    const text = await fetch(url).then(
      answer => answer.text(),
      () => '',
    )
    if (text.includes(words)) return
    await wait(50)
  }
  throw new Error(`${url} never said “${words}”.`)
}

/** Asks the system for a port; another program could take it before we do, but seldom does. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
