import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { unpackBrowser } from './browser.ts'

/**
 * Runs test files with Node's own runner. Node 20 knows no globs, so the files are listed here.
 *
 *     tsx tests/run.ts scripts layouts        unit tests, beside their subjects
 *     tsx tests/run.ts tests                  whole-site and browser tests
 */
const root = path.resolve(import.meta.dirname, '..')
const files = process.argv.slice(2).flatMap(folder =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.test\.tsx?$/.test(file))
    .map(file => path.join(folder, file))
    .sort(),
)

if (files.length === 0) {
  process.stderr.write(`There are no tests in ${process.argv.slice(2).join(', ') || 'nothing'}.\n`)
  process.exit(1)
}
if (files.some(file => file.startsWith(`tests${path.sep}`))) await unpackBrowser()
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', '--test', '--test-concurrency=2', ...files],
  { cwd: root, stdio: 'inherit', env: { ...process.env, TZ: 'UTC' } },
)
process.exit(status ?? 1)
