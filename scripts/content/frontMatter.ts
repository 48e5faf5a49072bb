import matter from 'gray-matter'
import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml'
import type { Place, Problem } from '../model/problem.ts'
import type { SourceFile } from './folder.ts'
import * as problems from './problems.ts'

const LARGEST_FRONT_MATTER = 1024 * 1024

/** A Markdown file in two parts. */
export interface Page {
  readonly file: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly body: string
  /** 1-based line on which `body` starts. */
  readonly bodyLine: number
  readonly problems: readonly Problem[]
  /** Where a field stands in the file, for problems. */
  placeOf(path: readonly (string | number)[]): Place
}

/**
 * Splits a Markdown file into front matter and body. The one door to gray-matter, which as shipped
 * runs `---js` as code, caches by text so that an error is reported once only, and reads `10:40`
 * as the number 640. Here only bare `---` YAML passes, read by `yaml` (YAML 1.2, no base-60
 * numbers, line numbers for every node, a limit on aliases).
 */
export function splitPage(written: SourceFile): Page {
  const source = withoutControls(written)
  const { file, text } = source
  const language = /^---[^\S\n]*([^\s-][^\n]*)\n/.exec(text)?.[1]
  if (language !== undefined) {
    return emptyPage(file, [
      ...source.problems,
      problems.frontMatterLanguage(file, language.trim()),
    ])
  }
  if (!/^---[^\S\n]*(\n|$)/.test(text)) {
    return { ...emptyPage(file, source.problems), body: text }
  }
  const fence = /\n---[^\S\n]*(?=\n|$)/.exec(text)
  if (!fence) return emptyPage(file, [...source.problems, problems.frontMatterOpen(file)])
  if (fence.index > LARGEST_FRONT_MATTER) {
    return emptyPage(file, [...source.problems, problems.frontMatterTooLarge(file)])
  }

  // gray-matter wants the fences bare: an editor's trailing spaces after `---` are no language.
  const head = text.slice(text.indexOf('\n'), fence.index)
  const rest = text.slice(fence.index + fence[0].length)
  const read: { yaml?: Yaml } = {}
  const { content } = matter(`---${head}\n---${rest}`, {
    engines: {
      yaml: raw => {
        read.yaml = readYaml(file, raw)
        return read.yaml.fields
      },
      // Every other engine is refused above; these make sure of it should gray-matter change.
      javascript: refuse,
      json: refuse,
    },
  })
  const yaml = read.yaml ?? readYaml(file, '')
  return {
    file,
    fields: yaml.fields,
    body: content,
    bodyLine: text.slice(0, fence.index).split('\n').length + 2,
    problems: [...source.problems, ...yaml.problems],
    placeOf: yaml.placeOf,
  }
}

// Everything of C0 and C1 but tab and line feed: no editor means them, and XML forbids most.
const CONTROL = /[^\P{Cc}\t\n]/gu
const UNFIT = /[^\P{Cc}\t\n]|\p{Cs}/gu

function withoutControls(source: SourceFile): SourceFile {
  const found = [...source.text.matchAll(CONTROL)].map(match => {
    const before = source.text.slice(0, match.index).split('\n')
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, character: match[0] }
  })
  const [first] = found
  if (!first) return source
  // One sentence a file is enough: whoever has one has pasted a hundred.
  const code = first.character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  const problem = problems.controlCharacters(
    { file: source.file, line: first.line, column: first.column },
    `U+${code}`,
    found.map(({ line, character }) => ({ line, remove: character, insert: '' })),
  )
  const text = source.text.replace(CONTROL, '')
  return { ...source, text, problems: [...source.problems, problem] }
}

function refuse(): never {
  throw new Error('Front matter is YAML between bare --- lines; nothing else is ever read.')
}

interface Yaml {
  readonly fields: Readonly<Record<string, unknown>>
  readonly problems: readonly Problem[]
  readonly placeOf: Page['placeOf']
}

function readYaml(file: string, raw: string): Yaml {
  const lines = new LineCounter()
  // The opening fence is line 1 of the file, so the first line of YAML is line 2.
  const text = raw.replace(/^\n/, '')
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    // What it would print itself, we say as problems.
    logLevel: 'error',
  })
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line: line + 1, column: col }
  }
  // A warning is a tag that nobody knows, such as !!js/function: it would be read as mere text.
  const found = [...document.errors, ...document.warnings].map(error =>
    problems.yamlError(placeAt(error.pos[0]), error.message),
  )
  const placeOf = (path: readonly (string | number)[]) => placeAt(offsetOf(document, path))
  if (found.length > 0) return { fields: {}, problems: found, placeOf }
  const escaped = withoutEscapes(document, placeAt)
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 })
    if (value === null || value === undefined) return { fields: {}, problems: [], placeOf }
    if (typeof value !== 'object' || Array.isArray(value)) {
      return { fields: {}, problems: [problems.frontMatterNoMap(file)], placeOf }
    }
    return { fields: value as Record<string, unknown>, problems: escaped, placeOf }
  } catch (error) {
    // `yaml` throws for more aliases than the limit: a bomb.
    const message = error instanceof Error ? error.message : String(error)
    return {
      fields: {},
      problems: [problems.yamlError({ file, line: 2, column: 1 }, message)],
      placeOf,
    }
  }
}

/** Takes out control characters that stand as escapes, `"\x1d"`, and halves of surrogate pairs. */
function withoutEscapes(document: Document, placeAt: (offset: number) => Place): Problem[] {
  const found: Problem[] = []
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value !== 'string') return
      const unfit = [...node.value.matchAll(UNFIT)]
      const [first] = unfit
      if (!first) return
      const code = first[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
      found.push(problems.controlCharacters(placeAt(node.range?.[0] ?? 0), `U+${code}`))
      node.value = node.value.replace(UNFIT, '')
    },
  })
  return found
}

/** Offset of the key for a map's entry, of the value for a list's; of the nearest parent else. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const last = path[length - 1]
    const parent =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    if (parent && typeof parent === 'object' && 'items' in parent && typeof last === 'string') {
      const items = parent.items as readonly { key?: unknown }[]
      const key = items
        .map(item => item.key)
        .find(k => isNode(k) && 'value' in k && k.value === last)
      if (isNode(key) && key.range) return key.range[0]
    }
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

function emptyPage(file: string, found: readonly Problem[]): Page {
  return {
    file,
    fields: {},
    body: '',
    bodyLine: 1,
    problems: found,
    placeOf: () => ({ file, line: 1, column: 1 }),
  }
}
