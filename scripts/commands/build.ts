import { readShow } from '../content/readShow.ts'
import { endThreads } from '../threads/startThread.ts'
import { BuildMemory } from './buildMemory.ts'
import { CONTENT, OUTPUT, readCommandLine, run, SITE_URL, UsageError } from './commandLine.ts'
import { explainRefusal, openStaging, type Staging } from './publish.ts'
import { countProblems, formatProblems, hasErrors, plural } from './report.ts'
import { SearchBeside } from './searchBeside.ts'
import { Stages } from './stages.ts'
import { writeSite } from './writeSite.ts'

const help = {
  usage: 'npm run build',
  about: 'Makes the site: pages, feed, downloads and search index, from content to dist.',
  options: {
    content: CONTENT,
    output: OUTPUT,
    url: SITE_URL,
    drafts: { type: 'boolean', about: 'publish drafts and future episodes too' },
    'no-cards': { type: 'boolean', about: 'draw no pictures for link previews' },
    'no-search': { type: 'boolean', about: 'leave the search index out, for a quick look' },
  },
  examples: ['npm run build -- --content ../my-show --output public'],
} as const

async function build(): Promise<number> {
  const args = readCommandLine(help)
  const content = args.text('content') ?? ''
  const output = args.text('output') ?? ''
  const memory = new BuildMemory(content)
  const stages = new Stages(line => process.stdout.write(`${line}\n`))

  let staging: Staging | undefined
  const stop = async (signal: NodeJS.Signals) => {
    await endThreads()
    // The new site stands already, and only the old one is still to be taken away.
    if (staging && !staging.discard()) return
    process.stderr.write(`\nStopped. ${output} is as it was.\n`)
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  // Before there is anything to tidy up: a signal that comes meanwhile is heard when it can be.
  process.once('SIGINT', stop).once('SIGTERM', stop)
  // Before anything is read: what a killed build left is put right even when this one is refused.
  staging = openStaging(output, memory.spare)
  const press = memory.openPress(staging.site)
  // It takes a while to get ready, and meanwhile the show is read.
  const search = args.flag('no-search') ? undefined : new SearchBeside()
  try {
    const { show, problems } = await stages.run('read', () =>
      readShow({
        cache: memory.transcripts,
        readers: press,
        root: content,
        url: args.text('url'),
        drafts: args.flag('drafts'),
        now: new Date(),
      }),
    )
    if (problems.length > 0) process.stderr.write(`\n${formatProblems(problems, content)}\n\n`)
    if (!show || hasErrors(problems)) {
      staging.putBack()
      process.stderr.write(
        `${countProblems(problems)}. Nothing was written; ${output} is as it was.\n`,
      )
      return 1
    }
    await writeSite(show, {
      content,
      site: staging.site,
      press,
      digests: memory.digests,
      before: output,
      media: memory.media,
      search,
      cards: !args.flag('no-cards'),
      stages,
    })
    const { cleared } = staging.publish(press.mostlyNew)
    const unkept = memory.save(show, press)
    if (unkept) process.stderr.write(`${unkept}\n`)
    await cleared
    const warned = countProblems(problems)
    process.stdout.write(
      `\n${show.title}: ${plural(show.episodes.length, 'episode')}, ${plural(show.guests.length, 'person', 'people')} in ${output}, ${stages.total()}.${warned ? ` ${warned} above.` : ''}\n` +
        `Look at it with: npm start -- --content ${content}\n`,
    )
    return 0
  } catch (error) {
    await endThreads()
    staging.discard()
    if (error instanceof Error && error.name === 'ChangedFile') throw new UsageError(error.message)
    const refusal = explainRefusal(error, output)
    throw refusal === undefined ? error : new UsageError(refusal)
  } finally {
    await endThreads()
  }
}

await run(build)
