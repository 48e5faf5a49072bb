import { parse } from 'yaml'
import {
  episodeFields,
  type Field,
  type Fields,
  guestFields,
  pageFields,
  showFields,
} from '../content/fields.ts'
import type { JsonSchema } from '../content/kinds.ts'

/** One kind of page that editors write. */
export interface PageKind {
  readonly name: 'show' | 'episode' | 'guest' | 'page'
  readonly title: string
  readonly about: string
  /** Its files, from the content folder. */
  readonly files: string
  readonly fields: Fields
}

export const PAGE_KINDS: readonly PageKind[] = [
  {
    name: 'show',
    title: 'Show',
    about: 'The whole show. Below the fields stands the About text.',
    files: 'show.md',
    fields: showFields,
  },
  {
    name: 'episode',
    title: 'Episode',
    about: 'One episode. Below the fields stand the show notes.',
    files: 'episodes/*.md',
    fields: episodeFields,
  },
  {
    name: 'guest',
    title: 'Guest',
    about: 'A host or guest. Below the fields stands who they are.',
    files: 'guests/*.md',
    fields: guestFields,
  },
  {
    name: 'page',
    title: 'Page',
    about: 'A further page of the site. Below the fields stands its text.',
    files: 'pages/*.md',
    fields: pageFields,
  },
]

/** The JSON Schema of a page’s front matter, so that editors’ tools complete and explain the fields. */
export function jsonSchema({ title, about, fields }: PageKind): JsonSchema {
  const entries = Object.entries(fields)
  return {
    // The version that most editors understand.
    $schema: 'http://json-schema.org/draft-07/schema#',
    title,
    description: about,
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, field]) => [name, property(field)])),
    required: entries.filter(([, field]) => field.required).map(([name]) => name),
    additionalProperties: false,
  }
}

function property(field: Field): JsonSchema {
  const { schema } = field.kind
  return {
    description: field.about,
    ...(field.required ? schema : orEmpty(schema)),
    examples: [exampleValue(field)],
  }
}

/** A field with nothing after it is left empty, which is no mistake. */
function orEmpty(schema: JsonSchema): JsonSchema {
  const { type, oneOf, enum: values } = schema
  if (Array.isArray(oneOf)) return { ...schema, oneOf: [...oneOf, { type: 'null' }] }
  if (Array.isArray(values)) return { ...schema, enum: [...values, null] }
  if (Array.isArray(type)) return { ...schema, type: [...type, 'null'] }
  return { ...schema, type: [type, 'null'] }
}

/** A field’s example as the value it stands for. */
export function exampleValue(field: Field): unknown {
  const value: unknown = parse(exampleText(field))
  return value
}

/** A field’s example as it stands on one line after `name: `. */
export function exampleText({ kind, example }: Field): string {
  return kind.schema['type'] === 'object' && !example.startsWith('{') ? `{${example}}` : example
}
