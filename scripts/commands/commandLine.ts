import { parseArgs, styleText } from 'node:util'

/** One option of a command: how it is written and what it does. */
export interface OptionHelp {
  readonly type: 'string' | 'boolean'
  /** Placeholder for the value: `DIR`. */
  readonly value?: string
  readonly about: string
  readonly default?: string
}

/** A command as `--help` shows it. */
export interface CommandHelp {
  /** `npm run build`. */
  readonly usage: string
  readonly about: string
  /** What stands before the options: `episode "Title"`. */
  readonly takes?: string
  readonly options: Readonly<Record<string, OptionHelp>>
  readonly examples?: readonly string[]
}

export const CONTENT: OptionHelp = {
  type: 'string',
  value: 'DIR',
  about: 'the folder with the show in it',
  default: 'content',
}
export const OUTPUT: OptionHelp = {
  type: 'string',
  value: 'DIR',
  about: 'where the site is written',
  default: 'dist',
}
export const SITE_URL: OptionHelp = {
  type: 'string',
  value: 'URL',
  about: 'where the site will be published, instead of the show’s url',
}

export interface Arguments {
  readonly positionals: readonly string[]
  text(name: string): string | undefined
  flag(name: string): boolean
}

/** Something the person at the keyboard can mend: said without a stack. */
export class UsageError extends Error {}

/** Reads the command line; `--help` prints the help and ends the process. */
export function readCommandLine(help: CommandHelp, argv = process.argv.slice(2)): Arguments {
  const options = Object.fromEntries(
    Object.entries(help.options).map(([name, { type }]) => [name, { type }]),
  )
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs({
      args: argv,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
  } catch (error) {
    // parseArgs throws for what it doesn't know; its first sentence says what.
    const reason = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error)
    throw new UsageError(`${reason}. See ${help.usage} --help.`)
  }
  if (parsed.values['help']) {
    process.stdout.write(`${formatHelp(help)}\n`)
    process.exit(0)
  }
  return {
    positionals: parsed.positionals,
    text(name) {
      const value = parsed.values[name] ?? help.options[name]?.default
      return typeof value === 'string' ? value : undefined
    },
    flag: name => parsed.values[name] === true,
  }
}

export function formatHelp(help: CommandHelp): string {
  const rows = Object.entries({
    ...help.options,
    help: { type: 'boolean', about: 'this text' } as OptionHelp,
  }).map(([name, option]) => ({
    left: `--${name}${option.value ? ` ${option.value}` : ''}`,
    right: option.about + (option.default ? ` (default: ${option.default})` : ''),
  }))
  const width = Math.max(...rows.map(row => row.left.length))
  const lines = [
    help.about,
    '',
    `  ${help.usage} -- ${help.takes ? `${help.takes} ` : ''}[options]`,
    '',
    ...rows.map(row => `  ${row.left.padEnd(width)}   ${row.right}`),
  ]
  if (help.examples) lines.push('', ...help.examples.map(example => `  ${example}`))
  return lines.join('\n')
}

/**
 * Runs a command to its exit code: 0 only when the whole job was done. A mistake of the person at
 * the keyboard is one sentence; a mistake of ours keeps its stack.
 */
export async function run(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command()
  } catch (error) {
    process.stderr.write(
      error instanceof UsageError
        ? `${styleText('red', 'error')} ${error.message}\n`
        : `${formatFailure(error)}\n`,
    )
    process.exitCode = 1
  }
}

/** A mistake of ours with its stack, and whatever it was that led to it. */
function formatFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // Eleventy keeps the first error under a name of its own.
  const first = error.cause ?? ('originalError' in error ? error.originalError : undefined)
  const stack = error.stack ?? error.message
  return first === undefined ? stack : `${formatFailure(first)}\n\nwhile: ${error.message}`
}
