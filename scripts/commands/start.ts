import { spawn } from 'node:child_process'
import path from 'node:path'
import { RESTART } from '../preview/watch.ts'
import { ROOT } from '../root.ts'
import { CONTENT, OUTPUT, readCommandLine, run, SITE_URL, UsageError } from './commandLine.ts'

const help = {
  usage: 'npm start',
  about: 'Shows the site on this computer, drafts included, and keeps it fresh while you write.',
  options: {
    content: CONTENT,
    output: { ...OUTPUT, about: 'where files of the preview are kept', default: '.cache/preview' },
    url: { ...SITE_URL, about: 'show it under this address’s path' },
    port: { type: 'string', value: 'N', about: 'the port to listen on', default: '8080' },
  },
} as const

/** Runs the preview in a process of its own, and again whenever its own code has changed. */
async function start(): Promise<number> {
  const args = readCommandLine(help)
  const port = Number(args.text('port'))
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new UsageError(`“${args.text('port')}” is no port. Use a number such as 8080.`)
  }
  const options = {
    content: args.text('content') ?? '',
    folder: path.resolve(args.text('output') ?? ''),
    path: args.text('url') ? new URL(args.text('url') ?? '').pathname : '/',
    port,
  }
  const script = path.join(ROOT, 'scripts/run.js')
  for (;;) {
    const child = spawn(process.execPath, [script, 'preview', JSON.stringify(options)], {
      stdio: 'inherit',
    })
    const stop = () => child.kill('SIGTERM')
    process.on('SIGINT', stop).on('SIGTERM', stop)
    const code = await new Promise<number>(resolve =>
      child.on('exit', status => resolve(status ?? 0)),
    )
    process.off('SIGINT', stop).off('SIGTERM', stop)
    if (code !== RESTART) return code
  }
}

await run(start)
