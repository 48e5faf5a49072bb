import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Where a system keeps its Chromium, when it has one. */
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Opens a browser without a window: the system's, else the one that came with npm. */
export async function openBrowser(): Promise<Browser> {
  const system = SYSTEM.find(path => existsSync(path))
  if (system) return chromium.launch({ executablePath: system, args: ['--no-sandbox'] })
  const packed = await packedBrowser()
  return chromium.launch({
    executablePath: await packed.executablePath(),
    args: [...packed.args.filter(arg => arg !== '--single-process'), '--no-sandbox'],
  })
}

/**
 * Unpacks the browser that came with npm, when it will be needed. Done once before the tests: two
 * of them that unpack it at the same time would each find half a browser.
 */
export async function unpackBrowser(): Promise<void> {
  if (SYSTEM.some(path => existsSync(path))) return
  await (await packedBrowser()).executablePath()
}

async function packedBrowser() {
  // Told that it runs on Lambda, the package brings its own shared libraries, so that a bare
  // machine needs nothing installed; it reads the variable when it is imported.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x'
  return (await import('@sparticuz/chromium')).default
}
