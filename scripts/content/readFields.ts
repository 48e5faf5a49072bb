import type { Edit, Place, Problem } from '../model/problem.ts'
import type { Fields, Values } from './fields.ts'
import type { Page } from './frontMatter.ts'
import * as problems from './problems.ts'
import { editDistance, suggest } from './suggest.ts'

/** Reads a page's front matter by a table of fields; what doesn't fit becomes a problem. */
export function readFields<F extends Fields>(
  page: Page,
  fields: F,
): { readonly values: Values<F>; readonly problems: readonly Problem[] } {
  const found: Problem[] = []
  const values: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(page.fields)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!field) {
      const near = suggest(name, Object.keys(fields))
      const place = page.placeOf([name])
      found.push(
        problems.unknownField(
          place,
          name,
          near,
          Object.keys(fields),
          slip(page, place, name, near),
        ),
      )
      continue
    }
    // `summary:` with nothing after it is a field left empty, not a mistake.
    if (value === null || value === '') continue
    const read = field.kind.read(value, (expected, example, path = [], known) => {
      const whole = [name, ...path]
      const place = page.placeOf(whole)
      found.push(
        known
          ? problems.unknownField(place, sayPath(whole), suggest(String(path.at(-1)), known), known)
          : problems.wrongValue(place, sayPath(whole), valueAt(value, path), expected, example),
      )
    })
    if (read !== undefined) values[name] = read
  }
  for (const [name, field] of Object.entries(fields)) {
    if (
      field.required &&
      values[name] === undefined &&
      !(name in page.fields && page.fields[name])
    ) {
      found.push(
        problems.missingField({ file: page.file, line: 1, column: 1 }, name, field.example),
      )
    }
  }
  return { values: values as Values<F>, problems: found }
}

/** `theme.accent`, `chapters, entry 2, time`: editors count from one. */
function sayPath(path: readonly (string | number)[]): string {
  const said = path.map(step => (typeof step === 'number' ? `entry ${step + 1}` : step))
  return said.join(path.some(step => typeof step === 'number') ? ', ' : '.')
}

/** One letter off a field that isn't there yet is a slip, for certain. */
function slip(page: Page, { line }: Place, name: string, near: string | undefined): Edit[] {
  if (!line || !near || near in page.fields || editDistance(name, near) > 1) return []
  return [{ line, remove: `${name}:`, insert: `${near}:` }]
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : inner,
    value,
  )
}
