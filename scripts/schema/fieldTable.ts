import { exampleText, type PageKind } from './jsonSchema.ts'

/** Every field of every kind of page, as a page of the documentation. */
export function fieldsPage(kinds: readonly PageKind[]): string {
  const sections = kinds.map(({ title, about, files, fields }) => {
    const rows = Object.entries(fields).map(
      ([name, field]) =>
        `| \`${name}\`${field.required ? ' (must be there)' : ''} | ${cell(field.about)} | \`${cell(exampleText(field))}\` |`,
    )
    return [
      `## ${title}: \`${files}\``,
      '',
      about,
      '',
      '| field | what it says | for example |',
      '|---|---|---|',
      ...rows,
    ].join('\n')
  })
  return `${INTRODUCTION}\n${sections.join('\n\n')}\n`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

const INTRODUCTION = `<!-- Made by \`npm run schema\` from scripts/content/fields.ts; edit there. -->

# Every field

Fields stand at the top of a Markdown file, between two lines of \`---\`, one a line: \`title: The last
foghorn\`. Put a text in quotes when it holds a colon followed by a space, or begins with \`[\`, \`{\`,
\`#\`, \`@\` or a quote: \`title: "Fog: a history"\`. A list stands in brackets, \`[fog, the sea]\`, or one
item a line, each after a dash.

A field that isn’t in these tables is reported by \`npm run check\`, with the name it may have been
meant to be. A field with nothing after it counts as left out.
`
