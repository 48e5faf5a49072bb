import {
  Composer,
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser,
  visit,
  type YAMLMap,
} from 'yaml'
import type { Place, Problem } from '../model/problem.ts'
import * as problems from './problems.ts'

/** Fields are four levels deep at most; what nests far deeper would run out of stack. */
const DEEPEST = 64

/** Halves of surrogate pairs, what is no character, and C0 and C1 but tab and line feed. */
export const UNFIT = /[^\P{Cc}\t\n]|\p{Cs}|\p{Noncharacter_Code_Point}/gu

/** YAML as it was read, and where everything in it stands. */
export interface Yaml {
  readonly fields: Readonly<Record<string, unknown>>
  readonly problems: readonly Problem[]
  placeOf(path: readonly (string | number)[]): Place
}

type Path = readonly (string | number)[]

/** Reads the YAML of a file whose first line is the fence above it. */
export function readYaml(file: string, raw: string): Yaml {
  const lines = new LineCounter()
  // The opening fence is line 1 of the file, so the first line of YAML is line 2.
  const text = raw.replace(/^\n/, '')
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line: line + 1, column: col }
  }
  const refused = (found: readonly Problem[], placeOf: Yaml['placeOf']): Yaml => ({
    fields: {},
    problems: found,
    placeOf,
  })
  const document = compose(text, lines)
  if (typeof document === 'number') {
    const place = placeAt(document)
    return refused([problems.yamlTooDeep(place)], () => place)
  }
  const offsetOf = offsets(document)
  const placeOf = (path: Path) => placeAt(offsetOf(path))
  // A warning is a tag that nobody knows, such as !!js/function: it would be read as mere text.
  const found = [...document.errors, ...document.warnings].map(error =>
    problems.yamlError(placeAt(error.pos[0]), error.message),
  )
  if (found.length > 0) return refused(found, placeOf)
  const { twice, escaped } = look(document, placeAt)
  if (twice.length > 0) return refused(twice, placeOf)
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 })
    if (value === null || value === undefined) return refused([], placeOf)
    if (typeof value !== 'object' || Array.isArray(value)) {
      return refused([problems.frontMatterNoMap(file)], placeOf)
    }
    return { fields: value as Record<string, unknown>, problems: escaped, placeOf }
  } catch (error) {
    // `yaml` throws for more aliases than the limit: a bomb.
    const message = error instanceof Error ? error.message : String(error)
    return refused([problems.yamlError({ file, line: 2, column: 1 }, message)], placeOf)
  }
}

/**
 * The first document of a text, or the offset at which it nests too deep. `yaml` has this in one
 * call, which goes down by a function call a level: some thousand levels end the whole process,
 * and no `catch` sees it.
 */
function compose(text: string, lines: LineCounter): Document | number {
  const parser = new Parser(lines.addNewLine)
  let tooDeep: number | undefined
  function* tokens() {
    lines.addNewLine(0)
    for (const lexeme of new Lexer().lex(text)) {
      yield* parser.next(lexeme)
      if (parser.stack.length > DEEPEST) {
        tooDeep = parser.offset
        return
      }
    }
    yield* parser.end()
  }
  const composer = new Composer({
    prettyErrors: false,
    // Compares every key with every other; `look` does it in one go.
    uniqueKeys: false,
    // What it would print itself, we say as problems.
    logLevel: 'error',
  })
  const documents = composer.compose(tokens(), true, text.length)
  const first = documents.next().value as Document.Parsed
  if (tooDeep !== undefined) return tooDeep
  const second = documents.next()
  if (!second.done) first.errors.push(manyDocuments(second.value))
  return first
}

/** `---` indented, or `...`: what stands below it would not be read. */
function manyDocuments({ range }: Document.Parsed): Document['errors'][number] {
  const message = 'the front matter ends here, and more of it follows'
  return Object.assign(new Error(message), { pos: [range[0], range[1]] }) as never
}

/**
 * Looks at every key and text once: fields that stand twice are found, and control characters that
 * stand as escapes, `"\x1d"`, taken out.
 */
function look(
  document: Document,
  placeAt: (offset: number) => Place,
): { readonly twice: Problem[]; readonly escaped: Problem[] } {
  const twice: Problem[] = []
  const escaped: Problem[] = []
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<string>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        const name = String(key.value)
        if (seen.has(name)) twice.push(problems.fieldTwice(placeAt(key.range?.[0] ?? 0), name))
        seen.add(name)
      }
    },
    Scalar(_, node) {
      if (typeof node.value !== 'string') return
      const [first] = node.value.match(UNFIT) ?? []
      if (first === undefined) return
      escaped.push(problems.controlCharacters(placeAt(node.range?.[0] ?? 0), nameOf(first)))
      node.value = node.value.replace(UNFIT, '')
    },
  })
  return { twice, escaped }
}

/** `U+001D` */
export function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** Offset of the key for a map's entry, of the value for a list's; of the nearest parent else. */
function offsets(document: Document): (path: Path) => number {
  const known = new WeakMap<YAMLMap, Map<string, YAMLMap['items'][number]>>()
  const entriesOf = (map: YAMLMap) => {
    const before = known.get(map)
    if (before) return before
    const entries = new Map(
      map.items.map(item => [isScalar(item.key) ? String(item.key.value) : '', item]),
    )
    known.set(map, entries)
    return entries
  }
  return path => {
    let node: unknown = document.contents
    let offset = 0
    for (const step of path) {
      let at: unknown
      if (isMap(node)) {
        const entry = entriesOf(node).get(String(step))
        at = entry?.key
        node = entry?.value
      } else if (isSeq(node)) {
        node = node.items[Number(step)]
        at = node
      } else break
      if (!isNode(at) || !at.range) break
      offset = at.range[0]
    }
    return offset
  }
}
