import { hash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { buildSync } from 'esbuild'
import { codeFolder } from '../scripts/cache/codeVersion.ts'
import { packValue, unpackValue } from '../scripts/cache/keptValue.ts'
import { writeWhole } from '../scripts/cache/writeWhole.ts'
import type { Address } from '../scripts/model/address.ts'
import type { Theme } from '../scripts/model/show.ts'
import { ROOT } from '../scripts/root.ts'
import type { BinaryFile } from './eleventy.ts'
import { themeStyles } from './styles/theme.ts'

const LAYOUTS = path.join(ROOT, 'layouts')

/** One file of `client/` for each kind of page that has a script of its own. */
const SCRIPTS = ['site', 'home', 'episode', 'episodes', 'people', 'embed', 'search'] as const
export type Script = (typeof SCRIPTS)[number]

/** The styles, scripts and fonts of a site, each under an address that changes with its content. */
export interface Assets {
  readonly files: readonly BinaryFile[]
  readonly style: Address
  readonly scripts: Readonly<Record<Script, Address>>
  /** Fonts that every page needs at once. */
  readonly preload: readonly Address[]
}

/** Bundles `styles/` and `client/`. */
export function makeAssets(theme: Theme): Assets {
  const key = JSON.stringify(theme)
  const assets = made.get(key) ?? readKept(key) ?? makeAndKeep(key, theme)
  made.set(key, assets)
  return assets
}

// The preview sets the same show again at every change, with the code it was started with.
const made = new Map<string, Assets>()

/** They are made of code and a theme: as long as the code stays, they do. */
function fileOf(key: string): string | undefined {
  const folder = codeFolder()
  return folder && path.join(folder, `assets-${hash('sha256', key).slice(0, 16)}`)
}

function readKept(key: string): Assets | undefined {
  const file = fileOf(key)
  return file !== undefined && existsSync(file) ? unpackValue(readFileSync(file)) : undefined
}

function makeAndKeep(key: string, theme: Theme): Assets {
  const assets = bundleAssets(theme)
  const file = fileOf(key)
  try {
    if (file !== undefined) writeWhole(file, packValue(assets))
  } catch {
    // The disk is full, or nobody may write there: they are made again next time.
  }
  return assets
}

function bundleAssets(theme: Theme): Assets {
  const style = bundle({
    stdin: {
      contents: themeStyles(theme),
      loader: 'css',
      resolveDir: path.join(LAYOUTS, 'styles'),
      sourcefile: 'theme.css',
    },
    entryNames: 'site-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file' },
  })
  const scripts = bundle({
    entryPoints: Object.fromEntries(
      SCRIPTS.map(name => [name, path.join(LAYOUTS, 'client', `${name}.ts`)]),
    ),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    format: 'esm',
    splitting: true,
    target: 'es2022',
  })
  const files = [...style, ...scripts]
  const find = (pattern: RegExp): Address => {
    const file = files.find(({ address }) => pattern.test(address))
    if (!file) throw new Error(`No asset matches ${pattern}`)
    return file.address
  }
  return {
    files,
    style: find(/\/site-\w+\.css$/),
    scripts: Object.fromEntries(
      SCRIPTS.map(name => [name, find(new RegExp(`/${name}-\\w+\\.js$`))]),
    ) as Record<Script, Address>,
    preload: style
      .map(({ address }) => address)
      .filter(address => /\/(literata-latin|instrument-sans-latin)-wght-normal-/.test(address)),
  }
}

function bundle(options: Parameters<typeof buildSync>[0]): BinaryFile[] {
  const { outputFiles } = buildSync({
    ...options,
    bundle: true,
    minify: true,
    write: false,
    outdir: '/assets',
    absWorkingDir: LAYOUTS,
    legalComments: 'none',
  })
  return (outputFiles ?? []).map(file => ({
    address: `/assets/${file.path.split(/[\\/]/).pop()}`,
    content: file.contents,
  }))
}
