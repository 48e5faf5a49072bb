import type { Fields } from '../content/fields.ts'
import type { FrontMatterLine } from '../new/pageText.ts'

/**
 * Leaves out what the fields themselves would refuse, and says so: a feed may hold anything, and
 * an import should never write a file that `npm run check` then complains about.
 */
export function usable(
  fields: Fields,
  lines: readonly FrontMatterLine[],
  refuse: (reason: string) => void,
): FrontMatterLine[] {
  return lines.filter(line => {
    if (!('value' in line) || line.value === undefined) return true
    let good = true
    fields[line.field]?.kind.read(line.value, expected => {
      if (good)
        refuse(
          `the feed’s ${line.field}, ${shown(line.value)}, was left out: it should be ${expected}`,
        )
      good = false
    })
    return good
  })
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`
}
