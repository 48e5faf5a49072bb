import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { BenchEpisode } from './contentFolder.ts'
import { type Ran, runCommand } from './measure.ts'

const ROOT = path.resolve(import.meta.dirname, '..')

/** Another generator, making one page of each episode's Markdown. */
export interface Peer {
  readonly name: string
  /** Why it can't be measured here; undefined when it can. */
  missing(): string | undefined
  write(folder: string, episodes: readonly BenchEpisode[]): void
  build(folder: string): Promise<Ran>
}

const page = ({ title, date, transcript }: BenchEpisode, more = '') =>
  `---\ntitle: ${title}\ndate: ${date}\n${more}---\n\nNotes.\n\n${transcript}\n`

export const hugo: Peer = {
  name: 'Hugo',
  missing: () =>
    spawnSync('hugo', ['version']).status === 0 ? undefined : 'Hugo is not installed',
  write(folder, episodes) {
    const put = writer(folder)
    put('config.toml', 'baseURL = "https://example.org/"\ntitle = "The archive"\n')
    put(
      'layouts/_default/single.html',
      '<!doctype html><html lang="en"><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}</html>\n',
    )
    put(
      'layouts/_default/list.html',
      '<!doctype html><html lang="en"><title>{{ .Title }}</title>{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</html>\n',
    )
    // Hugo would take braces for shortcodes.
    for (const it of episodes) {
      put(`content/episodes/${it.slug}.md`, page(it).replace(/\{\{/g, '{ {'))
    }
  },
  build: folder => runCommand('hugo', ['--source', folder, '--quiet', '--cleanDestinationDir']),
}

export const plainEleventy: Peer = {
  name: 'plain Eleventy',
  missing: () => undefined,
  write(folder, episodes) {
    const put = writer(folder)
    put(
      'eleventy.config.cjs',
      'module.exports = () => ({ markdownTemplateEngine: false, dir: { input: "input", output: "output" } })\n',
    )
    put(
      'input/_includes/page.liquid',
      '<!doctype html><html lang="en"><title>{{ title }}</title><h1>{{ title }}</h1>{{ content }}</html>\n',
    )
    for (const it of episodes)
      put(`input/episodes/${it.slug}.md`, page(it, 'layout: page.liquid\n'))
  },
  build: folder =>
    runCommand(
      process.execPath,
      [
        path.join(ROOT, 'node_modules/@11ty/eleventy/cmd.cjs'),
        '--config=eleventy.config.cjs',
        '--quiet',
      ],
      folder,
    ),
}

/** Pagefind as it comes, over pages that stand already. */
export function pagefindOver(pages: string, output: string): Promise<Ran> {
  return runCommand(process.execPath, [
    path.join(ROOT, 'node_modules/pagefind/lib/runner/bin.cjs'),
    ...['--site', pages, '--output-path', output, '--glob', 'episodes/*/index.html', '--silent'],
  ])
}

function writer(folder: string) {
  return (file: string, text: string) => {
    const at = path.join(folder, file)
    mkdirSync(path.dirname(at), { recursive: true })
    writeFileSync(at, text)
  }
}
