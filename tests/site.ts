import { spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileAt, sendFile } from '../scripts/preview/files.ts'

export const ROOT = path.resolve(import.meta.dirname, '..')
/** Runs a command of the project. */
export const RUN = path.join(ROOT, 'scripts/run.js')
const FIXTURES = path.join(ROOT, 'tests', 'fixtures')

/** A folder that goes away with the test process. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-site-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A copy of a fixture's content, for a test to change. `audio` gives each episode a tone to play. */
export function copyContent(fixture: string, options: { readonly audio?: boolean } = {}): string {
  const content = path.join(temporaryFolder(), 'content')
  cpSync(path.join(FIXTURES, fixture), content, { recursive: true })
  if (options.audio) {
    for (const file of readdirSync(path.join(content, 'episodes'))) {
      if (!file.endsWith('.md')) continue
      writeFileSync(path.join(content, 'episodes', file.replace(/\.md$/, '.wav')), tone(90))
    }
  }
  return content
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
}

export interface CommandResult {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs one of the project's commands as its user would. */
export function command(name: string, ...args: readonly string[]): Promise<CommandResult> {
  const child = spawn(process.execPath, [RUN, name, ...args], {
    cwd: ROOT,
    env: { ...process.env, NO_COLOR: '1' },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', chunk => {
    out += chunk
  })
  child.stderr.on('data', chunk => {
    err += chunk
  })
  return new Promise(resolve => child.on('close', code => resolve({ code: code ?? -1, out, err })))
}

export interface BuiltSite {
  /** The folder of the site. */
  readonly folder: string
  readonly result: CommandResult
  read(file: string): string
}

/** Builds a content folder; the site is in a folder of its own. */
export async function buildSite(content: string, ...args: readonly string[]): Promise<BuiltSite> {
  const folder = path.join(temporaryFolder(), 'site')
  const result = await command('build', '--content', content, '--output', folder, ...args)
  return { folder, result, read: file => readFileSync(path.join(folder, file), 'utf8') }
}

/** Every file below a folder, by its path. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.posix.join(path.relative(folder, entry.parentPath), entry.name))
    .sort()
}

/** Serves a site under its base path, as a plain host does. */
export async function serve(
  folder: string,
  base = '/',
): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const file = asked.startsWith(base) && fileAt(folder, `/${asked.slice(base.length)}`)
    if (file) sendFile(file, request, response)
    else
      response
        .writeHead(404, { 'Content-Type': 'text/html' })
        .end('<!doctype html><title>404</title>')
  })
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}${base}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** A quiet tone as a WAV file: 8 bits, 8 kHz. */
function tone(seconds: number): Buffer {
  const rate = 8000
  const data = Buffer.alloc(seconds * rate)
  for (let i = 0; i < data.length; i++)
    data[i] = 128 + Math.round(8 * Math.sin((i * 220 * 2 * Math.PI) / rate))
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(data.length, 40)
  return Buffer.concat([head, data])
}

/** Builds a content folder and serves it under its base path, for a browser to visit. */
export async function openSite(
  content: string,
  base: string,
  ...args: readonly string[]
): Promise<{ readonly url: string; close(): void }> {
  const { folder, result } = await buildSite(content, ...args)
  if (result.code !== 0) throw new Error(result.err)
  return serve(folder, base)
}
