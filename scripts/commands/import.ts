import { existsSync, readFileSync, statSync } from 'node:fs'
import { isWebAddress } from '../content/kinds.ts'
import { Downloader, isPrivateHost } from '../import/download.ts'
import { importFeed } from '../import/importFeed.ts'
import { importTranscripts } from '../import/importTranscripts.ts'
import { Ledger } from '../import/ledger.ts'
import { readSource } from '../import/readSource.ts'
import { Report } from '../import/report.ts'
import { demoState, removeDemo } from '../new/demo.ts'
import { type Arguments, CONTENT, readCommandLine, run, UsageError } from './commandLine.ts'
import { plural } from './report.ts'

const help = {
  usage: 'npm run import',
  takes: 'FEED | FOLDER | FILE',
  about:
    'Brings a podcast feed, a folder of transcripts or a saved transcript page into the content. Files that were edited here are left alone; run it again to go on where it stopped.',
  options: {
    content: CONTENT,
    'dry-run': { type: 'boolean', about: 'say what would be written, and write nothing' },
    only: {
      type: 'string',
      value: 'WHICH',
      about: 'episodes of a feed by number, slug or guid, with commas, or “latest 10”',
    },
    'no-images': { type: 'boolean', about: 'leave pictures where they are' },
    'replace-demo': { type: 'boolean', about: 'take the demo show away first' },
  },
  examples: [
    'npm run import -- https://example.org/feed.xml --dry-run',
    'npm run import -- feed.xml --only "latest 10"',
    'npm run import -- ~/transcripts --content my-show',
  ],
} as const

async function bringIn(): Promise<number> {
  const args = readCommandLine(help)
  const [source, ...more] = args.positionals
  if (!source || more.length > 0) {
    throw new UsageError(`Say which feed, folder or file to import. See ${help.usage} -- --help.`)
  }
  const content = args.text('content') ?? 'content'
  const dry = args.flag('dry-run')
  const kind = kindOf(source)
  settleDemo(content, args)
  const ledger = new Ledger(content, { dry })
  const report = new Report({ dry })
  const progress = (line: string) => process.stdout.write(`  ${line}\n`)
  const stop = () => {
    ledger.save()
    process.stderr.write(
      '\nStopped. What was finished is kept; run the same command again to go on.\n',
    )
    process.exit(130)
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    if (kind === 'transcripts') {
      refuseOnly(args)
      importTranscripts(source, { content, ledger, report, progress })
    } else {
      const publicFeed = isWebAddress(source) && !isPrivateHost(new URL(source).hostname)
      const downloader = new Downloader({ privateHosts: !publicFeed })
      const feed = await readSource(source, downloader)
      process.stdout.write(
        `${feed.show.title ?? source}: ${plural(feed.items.length, 'episode')} in the feed\n`,
      )
      await importFeed(feed, {
        content,
        only: args.text('only'),
        dry,
        pictures: !args.flag('no-images'),
        downloader,
        ledger,
        report,
        progress,
      })
    }
  } catch (error) {
    throw unwritable(error, content) ?? error
  } finally {
    saveQuietly(ledger)
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop)
  }
  process.stdout.write(`\n${report.text()}\n`)
  if (!dry) process.stdout.write(`Next: npm run check -- --content ${content}\n`)
  return report.failures.length > 0 ? 1 : 0
}

const DISK_TROUBLES = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR']

/** What the person at the keyboard can mend; anything else is a mistake of ours. */
function unwritable(error: unknown, content: string): UsageError | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!DISK_TROUBLES.includes(code) || !(error instanceof Error)) return undefined
  return new UsageError(
    `${content} can’t be written to: ${error.message}. What was finished before is kept; run the same command again to go on.`,
  )
}

/** Where nothing can be written, neither can the record; that trouble has been told already. */
function saveQuietly(ledger: Ledger): void {
  try {
    ledger.save()
  } catch (error) {
    if (!unwritable(error, '')) throw error
  }
}

function kindOf(source: string): 'feed' | 'transcripts' {
  if (isWebAddress(source)) return 'feed'
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(source)) {
    throw new UsageError(`Only http and https addresses are fetched, not ${source.split(':')[0]}.`)
  }
  if (!existsSync(source))
    throw new UsageError(`There is no ${source}. Give an address, a file or a folder.`)
  if (statSync(source).isDirectory()) return 'transcripts'
  const start = readFileSync(source).subarray(0, 4096).toString('latin1')
  return /<(\?xml|rss|feed|rdf:rdf)\b/i.test(start) &&
    !/\.ttml$/i.test(source) &&
    !/<tt\b/i.test(start)
    ? 'feed'
    : 'transcripts'
}

function refuseOnly(args: Arguments): void {
  if (args.text('only') === undefined) return
  throw new UsageError(
    '--only chooses episodes of a feed. Name the one transcript to import instead.',
  )
}

/** A show and the demo in one folder would be a muddle. */
function settleDemo(content: string, args: Arguments): void {
  if (demoState(content).kind !== 'demo') return
  if (!args.flag('replace-demo')) {
    throw new UsageError(
      `${content} holds the demo show. Say --replace-demo to take it away first, or name another folder with --content.`,
    )
  }
  if (!args.flag('dry-run')) removeDemo(content)
}

await run(bringIn)
