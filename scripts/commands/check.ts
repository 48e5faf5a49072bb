import path from 'node:path'
import { cacheFolder } from '../cache/cacheFolder.ts'
import { JsonCache } from '../cache/jsonCache.ts'
import { mend } from '../content/mend.ts'
import { readShow } from '../content/readShow.ts'
import type { Problem } from '../model/problem.ts'
import { CONTENT, readCommandLine, run, UsageError } from './commandLine.ts'
import {
  countProblems,
  formatAnnotations,
  formatMended,
  formatProblems,
  hasErrors,
  plural,
} from './report.ts'

const help = {
  usage: 'npm run check',
  about: 'Says everything in the content that should be mended, and how.',
  options: {
    content: CONTENT,
    format: {
      type: 'string',
      value: 'text|json|github',
      about: 'how to print it',
      default: 'text',
    },
    fix: { type: 'boolean', about: 'mend what is certain, and show what was done' },
  },
  examples: ['npm run check -- --format json'],
} as const

async function check(): Promise<number> {
  const args = readCommandLine(help)
  const content = args.text('content') ?? ''
  const format = args.text('format')
  if (format !== 'text' && format !== 'json' && format !== 'github') {
    throw new UsageError(`There is no format “${format}”. Use text, json or github.`)
  }
  // Drafts and future episodes are checked too: that is when mending is cheap.
  const cache = new JsonCache(path.join(cacheFolder(content), 'checked.jsonl'))
  const read = () =>
    readShow({ root: content, drafts: true, now: new Date(), cache, estimates: false })
  let { show, problems } = await read()
  if (args.flag('fix')) {
    const mended = mend(content, problems)
    // In the other formats standard output belongs to the problems alone.
    if (mended.length > 0) process.stderr.write(`${formatMended(mended, content)}\n\n`)
    if (mended.length > 0) ({ show, problems } = await read())
  }
  cache.save()
  if (format === 'json') process.stdout.write(`${JSON.stringify(problems.map(inOrder), null, 2)}\n`)
  else if (problems.length > 0) {
    const print = format === 'github' ? formatAnnotations : formatProblems
    process.stdout.write(`${print(problems, content)}\n`)
  }
  if (format === 'text') {
    const count = countProblems(problems) ?? 'All is well'
    const what = show
      ? ` in ${plural(show.episodes.length, 'episode')} of ${show.title || content}`
      : ''
    process.stdout.write(`${problems.length > 0 ? '\n' : ''}${count}${what}.\n`)
  }
  return hasErrors(problems) ? 1 : 0
}

/** The fields in the order that is promised; places that are not known are null. */
function inOrder({ file, line, column, severity, code, message, fix }: Problem) {
  return { file, line: line ?? null, column: column ?? null, severity, code, message, fix }
}

await run(check)
