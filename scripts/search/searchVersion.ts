import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../..')

let version: string | undefined

/**
 * A name for the code that makes an index, Pagefind and Node included. Not the one of the whole
 * house: whoever changes a colour shouldn't have two thousand episodes indexed anew.
 */
export function searchVersion(): string {
  version ??= hashCode()
  return version
}

function hashCode(): string {
  const hash = createHash('sha256').update(process.version)
  const files = ['scripts/model', 'scripts/search'].flatMap(folder =>
    readdirSync(path.join(ROOT, folder))
      .filter(file => file.endsWith('.ts') && !file.includes('.test.'))
      .sort()
      .map(file => path.join(folder, file)),
  )
  for (const file of ['package-lock.json', ...files]) {
    hash.update(file).update(readFileSync(path.join(ROOT, file)))
  }
  return hash.digest('hex').slice(0, 16)
}
