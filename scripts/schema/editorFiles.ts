import { exampleText, type PageKind } from './jsonSchema.ts'

/**
 * Snippets that complete and explain the fields in VS Code without any extension: its YAML
 * extension doesn't look into Markdown (https://github.com/redhat-developer/vscode-yaml/issues/207).
 */
export function snippets(kinds: readonly PageKind[]): Record<string, unknown> {
  const entries = kinds.flatMap(({ title, fields }) =>
    Object.entries(fields).map(([name, field]) => [
      `${title}: ${name}`,
      {
        scope: 'markdown',
        prefix: name,
        body: [`${name}: \${1:${escaped(exampleText(field))}}`],
        description: `${title}: ${field.about}`,
      },
    ]),
  )
  const template = kinds.map(({ title, name, fields }) => {
    const required = Object.entries(fields).filter(([, field]) => field.required)
    const lines = required.map(
      ([name, field], i) => `${name}: \${${i + 1}:${escaped(exampleText(field))}}`,
    )
    return [
      `${title}: a new page`,
      {
        scope: 'markdown',
        prefix: `new-${name}`,
        body: ['---', ...lines, '---', '', '$0'],
        description: `${title}: what must be there, and nothing else.`,
      },
    ]
  })
  return Object.fromEntries([...template, ...entries])
}

/** https://code.visualstudio.com/docs/editing/userdefinedsnippets#_grammar */
function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}
