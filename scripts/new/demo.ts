import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Lists the demo's files with their hashes; a dot file, so that the site never reads it. */
const SEAL = '.demo.json'

/** How a content folder stands to the demo that came with Verbatim. */
export type DemoState =
  | { readonly kind: 'empty' }
  /** Exactly as it came. */
  | { readonly kind: 'demo'; readonly files: readonly string[] }
  /** The demo, with work of somebody's own in it. */
  | { readonly kind: 'changed'; readonly changes: readonly string[] }
  /** A show of somebody's own. */
  | { readonly kind: 'own' }

export function demoState(content: string): DemoState {
  const files = filesOf(content)
  if (files.length === 0) return { kind: 'empty' }
  const seal = readSeal(content)
  if (!seal) return { kind: 'own' }
  const hashes = new Map(Object.entries(seal))
  const changes = [
    ...files.filter(file => hashes.get(file) !== hashOf(content, file)),
    ...[...hashes.keys()].filter(file => !files.includes(file)),
  ]
  return changes.length > 0
    ? { kind: 'changed', changes }
    : { kind: 'demo', files: [...files, SEAL] }
}

/**
 * Takes the demo away and returns how many files it had; does nothing to a folder that isn't the
 * demo byte for byte.
 */
export function removeDemo(content: string): number {
  const state = demoState(content)
  if (state.kind !== 'demo') return 0
  for (const file of state.files) rmSync(path.join(content, file))
  for (const folder of ['episodes', 'guests', 'pages']) removeEmpty(path.join(content, folder))
  return state.files.length
}

function removeEmpty(folder: string): void {
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmpty(path.join(folder, entry.name))
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder)
}

/** Says of every file in the folder that it is the demo's. Run when the demo was changed on purpose. */
export function sealDemo(content: string): void {
  const hashes = Object.fromEntries(filesOf(content).map(file => [file, hashOf(content, file)]))
  writeFileSync(path.join(content, SEAL), `${JSON.stringify(hashes, null, 2)}\n`)
}

function readSeal(content: string): Record<string, string> | undefined {
  const file = path.join(content, SEAL)
  if (!existsSync(file)) return undefined
  const seal: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return typeof seal === 'object' && seal !== null ? (seal as Record<string, string>) : undefined
}

/** Every file but the seal and what operating systems leave; with forward slashes, in order. */
function filesOf(content: string): string[] {
  if (!existsSync(content)) return []
  return readdirSync(content, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry =>
      path.relative(content, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
    )
    .filter(file => file !== SEAL && !/(^|\/)(\.DS_Store|Thumbs\.db|\.gitkeep)$/.test(file))
    .sort()
}

function hashOf(content: string, file: string): string {
  const bytes = readFileSync(path.join(content, file))
  // Git may give texts the line ends of Windows; that is no change of anybody's.
  const same = bytes.includes(0)
    ? bytes
    : Buffer.from(bytes.toString('latin1').replace(/\r\n/g, '\n'), 'latin1')
  return createHash('sha256').update(same).digest('hex')
}
