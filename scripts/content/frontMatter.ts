import matter from 'gray-matter'
import type { Place, Problem } from '../model/problem.ts'
import type { SourceFile } from './folder.ts'
import * as problems from './problems.ts'
import { nameOf, readYaml, type Yaml } from './yaml.ts'

const LARGEST_FRONT_MATTER = 1024 * 1024
/** In letters; a book has a million. Every word of a page is looked at many times. */
const LARGEST_PAGE = 4 * 1024 * 1024

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
  if (written.text.length > LARGEST_PAGE) {
    return emptyPage(written.file, [problems.pageTooLarge(written.file, written.text.length)])
  }
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

// Everything of C0 and C1 but tab and line feed, and what is no character at all: no editor means
// them, and XML forbids most.
const CONTROL = /[^\P{Cc}\t\n]|\p{Noncharacter_Code_Point}/gu

function withoutControls(source: SourceFile): SourceFile {
  // Line by line: to count the lines before each of a million characters would take for ever.
  const found = source.text.split('\n').flatMap((text, at) =>
    [...text.matchAll(CONTROL)].map(({ index, 0: character }) => ({
      line: at + 1,
      column: index + 1,
      character,
    })),
  )
  const [first] = found
  if (!first) return source
  // One sentence a file is enough: whoever has one has pasted a hundred.
  const problem = problems.controlCharacters(
    { file: source.file, line: first.line, column: first.column },
    nameOf(first.character),
    found.map(({ line, character }) => ({ line, remove: character, insert: '' })),
  )
  const text = source.text.replace(CONTROL, '')
  return { ...source, text, problems: [...source.problems, problem] }
}

function refuse(): never {
  throw new Error('Front matter is YAML between bare --- lines; nothing else is ever read.')
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
