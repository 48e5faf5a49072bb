import { Document, isMap, isPair, isScalar, isSeq, visit } from 'yaml'

/** One line of front matter to write: a field with its value, or a comment. */
export type FrontMatterLine =
  | { readonly field: string; readonly value: unknown; readonly comment?: string }
  /** A field that is not set, shown as an editor would write it. */
  | { readonly field: string; readonly example: string; readonly comment?: string }
  | { readonly comment: string }

/** Longer lists are written one item a line. */
const LONGEST_LINE = 88

/**
 * A Markdown file with front matter, as a person would write it: fields whose value is undefined
 * or empty are left out, texts are quoted only where YAML needs it, short lists stand in a line.
 */
export function pageText(lines: readonly FrontMatterLine[], body: string): string {
  const head = lines.flatMap(line => {
    const note = line.comment === undefined ? '' : `# ${line.comment}`
    if (!('field' in line)) return [note]
    if ('example' in line) return [`# ${line.field}: ${line.example}${note && `  ${note}`}`]
    if (isEmpty(line.value)) return []
    const yaml = fieldText(line.field, line.value)
    return [note && !yaml.includes('\n') ? `${yaml}  ${note}` : note ? `${note}\n${yaml}` : yaml]
  })
  const text = body.trim()
  return `---\n${head.join('\n')}\n---\n${text && `\n${text}\n`}`
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return Array.isArray(value) && value.length === 0
}

function fieldText(field: string, value: unknown): string {
  const document = new Document({ [field]: value })
  visit(document, {
    Seq(_, node) {
      if (node.items.every(item => isScalar(item))) node.flow = true
    },
  })
  const options = { lineWidth: 0, flowCollectionPadding: false } as const
  const text = document.toString(options).trimEnd()
  if (text.length <= LONGEST_LINE || text.includes('\n')) return text
  const { contents } = document
  const pair = isMap(contents) ? contents.items[0] : undefined
  if (isPair(pair) && isSeq(pair.value)) pair.value.flow = false
  return document.toString(options).trimEnd()
}
