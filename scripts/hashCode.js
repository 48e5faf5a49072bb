import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The project's folder. */
export const PROJECT = path.resolve(import.meta.dirname, '..')

/**
 * A name for the code in some folders of the project, for the site map that puts all of it
 * together, and for the packages and the Node that run it. JavaScript, because it is needed before
 * anything can read TypeScript.
 *
 * @param {readonly string[]} folders
 * @param {string} [project]
 * @returns {string} 16 hexadecimal digits
 */
export function hashCode(folders, project = PROJECT) {
  const hash = createHash('sha256').update(process.version)
  const files = folders.flatMap(folder =>
    readdirSync(path.join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => /\.([jt]sx?|css)$/.test(file) && !file.includes('.test.'))
      .map(file => path.join(folder, file)),
  )
  for (const file of ['package-lock.json', 'tsconfig.json', '.eleventy.ts', ...files.sort()]) {
    hash.update(file).update(readFileSync(path.join(project, file)))
  }
  return hash.digest('hex').slice(0, 16)
}
