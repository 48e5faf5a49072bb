import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Where a system keeps its Chromium, when it has one. */
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Opens a browser without a window: the system's, else the one that came with npm. */
export async function openBrowser(): Promise<Browser> {
  const system = SYSTEM.find(path => existsSync(path))
  if (system) return chromium.launch({ executablePath: system, args: ['--no-sandbox'] })
  // Told that it runs on Lambda, the package brings its own shared libraries, so that a bare
  // machine needs nothing installed; it reads the variable when it is imported.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x'
  const { default: packed } = await import('@sparticuz/chromium')
  return chromium.launch({
    executablePath: await packed.executablePath(),
    args: [...packed.args.filter(arg => arg !== '--single-process'), '--no-sandbox'],
  })
}
