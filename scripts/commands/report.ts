import path from 'node:path'
import { styleText } from 'node:util'
import type { Mended } from '../content/mend.ts'
import type { Place, Problem } from '../model/problem.ts'

/**
 * Problems as a compiler prints them: worst first, each on one line that a terminal makes
 * clickable, its fix below it.
 *
 * @param content the content folder, so that paths lead to the files from where one stands
 */
export function formatProblems(problems: readonly Problem[], content: string): string {
  const lines = problems.flatMap(problem => {
    const colour = problem.severity === 'error' ? 'red' : 'yellow'
    return [
      `${placeOf(problem, content)} ${paint(colour, problem.severity)} ${problem.message} ${paint('dim', problem.code)}`,
      `    ${paint('dim', '→')} ${problem.fix}`,
    ]
  })
  return lines.join('\n')
}

/** What `--fix` did, a line as it was and as it is. */
export function formatMended(mended: readonly Mended[], content: string): string {
  return mended
    .flatMap(({ file, line, before, after }) => [
      `${placeOf({ file, line }, content)} mended`,
      `    ${paint('red', `- ${before}`)}`,
      `    ${paint('green', `+ ${after}`)}`,
    ])
    .join('\n')
}

/**
 * Problems as GitHub's workflow commands, which stand beside the lines of a pull request.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function formatAnnotations(problems: readonly Problem[], content: string): string {
  const escaped = (text: string) => text.replaceAll('%', '%25').replaceAll('\n', '%0A')
  const property = (text: string) => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
  return problems
    .map(({ severity, file, line, column, code, message, fix }) => {
      const place = line === undefined ? '' : `,line=${line},col=${column ?? 1}`
      return `::${severity} file=${property(path.posix.join(content, file))}${place},title=${property(code)}::${escaped(`${message} ${fix}`)}`
    })
    .join('\n')
}

function placeOf(problem: Place, content: string): string {
  const file = path.isAbsolute(problem.file) ? problem.file : path.join(content, problem.file)
  const shown = path.relative(process.cwd(), path.resolve(file)) || file
  const line = problem.line === undefined ? '' : `:${problem.line}:${problem.column ?? 1}`
  return `${shown.startsWith('..') ? path.resolve(file) : shown}${line}:`
}

/** `2 errors and 1 warning`, or undefined when there is nothing to say. */
export function countProblems(problems: readonly Problem[]): string | undefined {
  const errors = problems.filter(problem => problem.severity === 'error').length
  const warnings = problems.length - errors
  const said = [
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
  ]
  return said.length > 0 ? said.join(' and ') : undefined
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(problem => problem.severity === 'error')
}

/** `1 episode`, `2 episodes`, `3 people`. */
export function plural(n: number, unit: string, many = `${unit}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? unit : many}`
}

function paint(style: Parameters<typeof styleText>[0], text: string): string {
  return process.stdout.isTTY && !process.env['NO_COLOR'] ? styleText(style, text) : text
}
