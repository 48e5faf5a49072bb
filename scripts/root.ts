import { existsSync } from 'node:fs'
import path from 'node:path'

/** The project's folder, wherever the code runs: from its sources, or bundled by `run.js`. */
export const ROOT = rootAbove(import.meta.dirname)

function rootAbove(folder: string): string {
  return existsSync(path.join(folder, 'package.json')) ? folder : rootAbove(path.dirname(folder))
}
