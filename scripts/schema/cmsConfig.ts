import type { Field, Fields } from '../content/fields.ts'
import type { JsonSchema } from '../content/kinds.ts'
import type { Show } from '../model/show.ts'
import { exampleText, PAGE_KINDS, type PageKind } from './jsonSchema.ts'

/** A form field as Sveltia CMS takes it. */
export type CmsField = Readonly<Record<string, unknown>> & { readonly name: string }

/** Where the form reads and writes; undefined when the repository is on a host it doesn’t know. */
export function cmsBackend(
  repository: string | undefined,
  admin: { readonly branch: string; readonly auth?: string },
): Readonly<Record<string, string>> | undefined {
  if (repository === undefined || !URL.canParse(repository)) return undefined
  const { hostname, pathname } = new URL(repository)
  const repo = pathname.replace(/^\/+|\/+$|\.git$/g, '').split('/-/')[0] ?? ''
  const { branch, auth } = admin
  if (!/^[^/]+(\/[^/]+)+$/.test(repo)) return undefined
  const common = { repo, branch, ...(auth && { base_url: auth }) }
  if (hostname === 'github.com') return { name: 'github', ...common }
  if (hostname === 'gitlab.com') return { name: 'gitlab', ...common }
  if (hostname === 'codeberg.org') {
    return {
      name: 'gitea',
      base_url: 'https://codeberg.org',
      api_root: 'https://codeberg.org/api/v1',
      ...common,
    }
  }
  return undefined
}

/** The browser form’s configuration, made from the same fields that everything else reads. */
export function cmsConfig(
  show: Pick<Show, 'site' | 'explicit'>,
  backend: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  return {
    load_config_file: false,
    backend,
    site_url: show.site.origin + show.site.base,
    // Pictures and transcripts lie beside the page that names them.
    media_folder: 'content',
    public_folder: '/',
    // An empty list of hosts would say that nobody hosts.
    output: { omit_empty_optional_fields: true },
    collections: PAGE_KINDS.map(kind => collection(kind, show.explicit)),
  }
}

const BODIES: Readonly<Record<PageKind['name'], string>> = {
  show: 'About',
  episode: 'Show notes',
  guest: 'Who they are',
  page: 'Text',
}

function collection({ name, title, about, files, fields }: PageKind, explicit: boolean): object {
  const body = {
    name: 'body',
    label: BODIES[name],
    widget: 'markdown',
    required: false,
    // The words as they stand in the file come first: a form should change nothing by itself.
    modes: ['raw', 'rich_text'],
  }
  const all = [...fieldsOf(fields, explicit), body]
  if (name === 'show') {
    const file = {
      name,
      label: title,
      file: `content/${files}`,
      format: 'yaml-frontmatter',
      fields: all,
    }
    return { name, label: title, description: about, files: [file] }
  }
  return {
    name: `${name}s`,
    label: `${title}s`,
    label_singular: title,
    description: about,
    folder: `content/${name}s`,
    create: true,
    extension: 'md',
    format: 'yaml-frontmatter',
    identifier_field: Object.keys(fields)[0],
    slug: `{{${Object.keys(fields)[0]}}}`,
    media_folder: '',
    public_folder: '',
    fields: all,
  }
}

function fieldsOf(fields: Fields, explicit: boolean): CmsField[] {
  return Object.entries(fields).map(([name, field]) => ({
    ...cmsField(name, field),
    // A switch is always written, so it starts where the show stands.
    ...(name === 'explicit' && { default: explicit }),
  }))
}

/** Fields of a few words and fields of a few sentences; the definition doesn’t tell them apart. */
const LONG = new Set(['summary', 'description'])

function cmsField(name: string, field: Field): CmsField {
  return {
    name,
    label: name,
    ...widget(name, field.kind.schema),
    required: field.required === true,
    hint: `${field.about} For example: ${exampleText(field)}`,
  }
}

function widget(name: string, schema: JsonSchema): object {
  const { type, oneOf } = schema
  const values = schema['enum']
  if (Array.isArray(values)) return { widget: 'select', options: values }
  if (Array.isArray(oneOf)) return either(name, oneOf as readonly JsonSchema[])
  if (type === 'object') return { widget: 'keyvalue', key_label: 'name', value_label: 'value' }
  if (type === 'boolean') return { widget: 'boolean' }
  if (type === 'integer') return { widget: 'number', value_type: 'int', min: 0 }
  if (typeof schema['pattern'] === 'string') return { widget: 'datetime', output_utc: true }
  return { widget: LONG.has(name) ? 'text' : 'string' }
}

/** A field that may be written in two ways: the form offers the fuller one. */
function either(name: string, forms: readonly JsonSchema[]): object {
  const list = forms.find(form => form['type'] === 'array')
  if (list) {
    const item = list['items'] as JsonSchema | undefined
    const parts = item && partsOf(item)
    if (parts) return { widget: 'list', fields: parts }
    // A transcript may be a path or a list with languages; the form knows the path.
    return item ? { widget: 'list' } : { widget: 'string' }
  }
  const parts = partsOf({ oneOf: forms })
  return parts
    ? { widget: 'object', collapsed: true, fields: parts }
    : widget(name, { type: 'string' })
}

/** Fields within a field. */
function partsOf({ oneOf }: JsonSchema): CmsField[] | undefined {
  const form = (oneOf as readonly JsonSchema[] | undefined)?.find(it => it['type'] === 'object')
  const properties = form?.['properties'] as Readonly<Record<string, JsonSchema>> | undefined
  if (!properties) return undefined
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    label: name,
    ...(name === 'src' ? { widget: 'image' } : widget(name, schema)),
    required: false,
  }))
}
