import { snippets } from './editorFiles.ts'
import { fieldsPage } from './fieldTable.ts'
import { jsonSchema, PAGE_KINDS } from './jsonSchema.ts'

/** Every file that is made from the one definition of the fields, by its path in the repository. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
  return new Map([
    ...PAGE_KINDS.map(kind => [`docs/schema/${kind.name}.json`, json(jsonSchema(kind))] as const),
    ['docs/editors/fields.md', fieldsPage(PAGE_KINDS)],
    ['.vscode/verbatim.code-snippets', json(snippets(PAGE_KINDS))],
  ])
}
