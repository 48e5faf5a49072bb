import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { generatedFiles } from './generatedFiles.ts'

/** `npm run schema`: writes what is made from scripts/content/fields.ts, after a change to it. */
const root = path.resolve(import.meta.dirname, '../..')
for (const [file, text] of generatedFiles()) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), text)
  process.stdout.write(`Wrote ${file}\n`)
}
