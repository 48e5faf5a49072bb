import { plural } from '../commands/report.ts'
import type { Outcome } from './ledger.ts'

export type Kind = 'show' | 'episode' | 'person' | 'transcript' | 'chapters' | 'picture'

const NAMES: Readonly<Record<Kind, readonly [one: string, many: string]>> = {
  show: ['show', 'shows'],
  episode: ['episode', 'episodes'],
  person: ['person', 'people'],
  transcript: ['transcript', 'transcripts'],
  chapters: ['chapters file', 'chapters files'],
  picture: ['picture', 'pictures'],
}

/** What an import did, what failed, and what the editor should know. */
export class Report {
  readonly failures: string[] = []
  readonly notes: string[] = []
  readonly #outcomes: { readonly kind: Kind; readonly outcome: Outcome; readonly file: string }[] =
    []
  readonly #guessed: string[] = []
  readonly #dry: boolean

  constructor(options: { readonly dry: boolean }) {
    this.#dry = options.dry
  }

  add(kind: Kind, file: string, outcome: Outcome): Outcome {
    this.#outcomes.push({ kind, outcome, file })
    return outcome
  }

  /** Something that is not there as it should be: the command then ends with 1. */
  fail(where: string, what: string): void {
    this.failures.push(`${where}: ${what}`)
  }

  /** A page whose date is only that of the file it came from. */
  guess(file: string): void {
    this.#guessed.push(file)
  }

  note(where: string, what: string): void {
    this.notes.push(`${where}: ${what}`)
  }

  files(outcome: Outcome): string[] {
    return this.#outcomes.filter(it => it.outcome === outcome).map(it => it.file)
  }

  /** The closing lines: counts first, then what to know, then what failed. */
  text(): string {
    const counted = (outcome: Outcome) =>
      (Object.keys(NAMES) as Kind[]).flatMap(kind => {
        const count = this.#outcomes.filter(it => it.kind === kind && it.outcome === outcome).length
        return count > 0 ? [plural(count, ...NAMES[kind])] : []
      })
    const line = (verb: string, outcome: Outcome, about = '') => {
      const counts = counted(outcome)
      return counts.length > 0 ? [`${verb} ${listed(counts)}${about}.`] : []
    }
    const kept = this.files('kept')
    const lines = [
      ...line(this.#dry ? 'Would write' : 'Wrote', 'written'),
      ...line(this.#dry ? 'Would update' : 'Updated', 'updated', ', which nobody had edited'),
      ...line('Already there:', 'same'),
      ...line('Kept', 'kept', ' as edited here'),
      ...kept.slice(0, 10).map(file => `  ${file}`),
      ...(kept.length > 10 ? [`  … and ${kept.length - 10} more`] : []),
      ...line('Left out', 'gone', ' that were deleted here; --only brings one back'),
    ]
    if (lines.length === 0) lines.push('There was nothing to import.')
    const notes = [...this.notes, ...guesses(this.#guessed)]
    if (notes.length > 0) lines.push('', 'To know:', ...notes.map(it => `  ${it}`))
    if (this.failures.length > 0) {
      const failed = this.failures.map(it => `  ${it}`)
      lines.push('', `Failed (${this.failures.length}):`, ...failed)
      lines.push('', 'Run the same command again to try only these once more.')
    }
    return lines.join('\n')
  }
}

function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

function guesses(files: readonly string[]): string[] {
  if (files.length === 0) return []
  const where = files.length === 1 ? String(files[0]) : plural(files.length, 'page')
  return [`${where}: the date is only that of the file; please check it`]
}
