import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { hashCode, PROJECT } from './hashCode.js'

/**
 * Runs a command of `scripts/commands`:
 *
 *     node scripts/run.js build --content ../my-show
 *
 * Its code is bundled once and kept: a bundle starts in half the time that four hundred files
 * of TypeScript take one by one. Where nothing can be kept, they are taken one by one.
 */
const [, , name = '', ...rest] = process.argv
const KEPT = path.join(PROJECT, '.cache', 'code')

const COMMANDS = ['build', 'check', 'import', 'new', 'preview', 'start']

/** What commands start in threads. */
const THREADS = [
  'scripts/cache/placeThread.ts',
  'scripts/commands/indexThread.ts',
  'scripts/commands/searchThread.ts',
  'layouts/press/thread.ts',
]

/** Packages that are more than their code, or so large that few commands want to load them. */
const EXTERNAL = [
  '@11ty/eleventy',
  '@sveltia/cms',
  '@takumi-rs/core',
  'esbuild',
  'music-metadata',
  'pagefind',
  'sharp',
  'tsx',
]

/** For packages of the old kind, which know no other way to ask for a module of Node's. */
const REQUIRE = [
  "import { createRequire as requireForBundle } from 'node:module'",
  'globalThis.require ??= requireForBundle(import.meta.url)',
].join(';')

/** The folder of the bundle for the code as it stands; undefined where it can't be written. */
async function bundle() {
  const version = hashCode(['layouts', 'scripts'])
  const folder = path.join(KEPT, version)
  if (isWhole(folder)) return folder
  const aside = `${folder}.${process.pid}`
  try {
    const { build } = await import('esbuild')
    mkdirSync(aside, { recursive: true })
    await build({
      absWorkingDir: PROJECT,
      entryPoints: [...COMMANDS.map(it => `scripts/commands/${it}.ts`), ...THREADS],
      entryNames: '[name]',
      outdir: aside,
      bundle: true,
      splitting: true,
      external: EXTERNAL,
      banner: { js: REQUIRE },
      platform: 'node',
      format: 'esm',
      sourcemap: true,
      define: { CODE_VERSION: JSON.stringify(version) },
      logLevel: 'silent',
    })
    // Somebody has saved a file meanwhile: what was bundled is not what the name says.
    if (hashCode(['layouts', 'scripts']) !== version) return undefined
    writeFileSync(path.join(aside, SUM), sumOf(aside))
    forgetOld()
    // Another command was quicker, and may be running from it.
    if (isWhole(folder)) return folder
    rmSync(folder, { recursive: true, force: true })
    renameSync(aside, folder)
    return folder
  } catch {
    // Said by the command itself, or by TypeScript's loader with the place of the mistake.
    return isWhole(folder) ? folder : undefined
  } finally {
    if (existsSync(aside)) rmSync(aside, { recursive: true })
  }
}

/** The file with the sum of all others, so that a bundle somebody has damaged is made again. */
const SUM = 'sum'

/** @param {string} folder */
function isWhole(folder) {
  try {
    return readFileSync(path.join(folder, SUM), 'utf8') === sumOf(folder)
  } catch {
    // There is none yet.
    return false
  }
}

/** @param {string} folder */
function sumOf(folder) {
  const sum = createHash('sha256')
  for (const file of readdirSync(folder)
    .filter(it => it.endsWith('.js'))
    .sort()) {
    sum.update(file).update(readFileSync(path.join(folder, file)))
  }
  return sum.digest('hex')
}

/** Bundles of a day ago; a younger one may be running. */
function forgetOld() {
  for (const old of readdirSync(KEPT).map(it => path.join(KEPT, it))) {
    const { mtimeMs } = statSync(old, { throwIfNoEntry: false }) ?? { mtimeMs: Infinity }
    if (Date.now() - mtimeMs > 24 * 3600 * 1000) rmSync(old, { recursive: true, force: true })
  }
}

const folder = await bundle()
const script = folder
  ? path.join(folder, `${name}.js`)
  : path.join(PROJECT, 'scripts/commands', `${name}.ts`)
process.argv = [process.execPath, script, ...rest]
if (folder) process.setSourceMapsEnabled(true)
else (await import('tsx/esm/api')).register()
await import(pathToFileURL(script).href)
