import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Asker, terminalAsker } from '../new/ask.ts'
import { type NewPages, newEpisode } from '../new/episode.ts'
import { readExisting } from '../new/existing.ts'
import { newGuest } from '../new/guest.ts'
import { type ShowStart, startShow } from '../new/show.ts'
import { writeNew } from '../new/writeNew.ts'
import { type Arguments, CONTENT, readCommandLine, run, UsageError } from './commandLine.ts'

const help = {
  usage: 'npm run new',
  takes: 'episode "Title" | guest "Name" | show "Title"',
  about:
    'Writes a new file, filled in as far as can be known. In a terminal it asks for the rest. Never writes over anything.',
  options: {
    content: CONTENT,
    yes: { type: 'boolean', about: 'ask nothing' },
    date: { type: 'string', value: 'DATE', about: 'episode: when it is published; now' },
    number: { type: 'string', value: 'N', about: 'episode: its number; the next one' },
    season: { type: 'string', value: 'N', about: 'episode: its season; the newest one’s' },
    type: { type: 'string', value: 'full|trailer|bonus', about: 'episode: what it is' },
    summary: { type: 'string', value: 'TEXT', about: 'episode: a sentence or two' },
    guests: { type: 'string', value: 'A,B', about: 'episode: who else speaks' },
    hosts: { type: 'string', value: 'A,B', about: 'episode, show: who hosts' },
    topics: { type: 'string', value: 'A,B', about: 'episode: what it is about' },
    transcript: { type: 'string', value: 'FILE', about: 'episode: a transcript to copy beside it' },
    audio: { type: 'string', value: 'FILE|URL', about: 'episode: its audio; a file is copied' },
    draft: { type: 'boolean', about: 'episode: keep it out of the site for now' },
    title: { type: 'string', value: 'TEXT', about: 'guest: what they do' },
    pronouns: { type: 'string', value: 'TEXT', about: 'guest: pronouns' },
    aliases: { type: 'string', value: 'A,B', about: 'guest: other names transcripts use' },
    photo: { type: 'string', value: 'FILE', about: 'guest: a portrait to copy beside it' },
    site: { type: 'string', value: 'URL', about: 'guest: their site' },
    url: { type: 'string', value: 'URL', about: 'show: where it will be published' },
    description: { type: 'string', value: 'TEXT', about: 'show: what it is' },
    language: { type: 'string', value: 'TAG', about: 'show: the language spoken, such as en' },
    force: { type: 'boolean', about: 'show: move a folder with other content aside' },
  },
  examples: [
    'npm run new -- episode "The last foghorn" --guests "Ann Lee" --transcript ~/foghorn.srt',
    'npm run new -- guest "Ann Lee" --title "Keeper of a lighthouse"',
    'npm run new -- show "Small Sounds" --url https://example.org/',
  ],
} as const

async function create(): Promise<number> {
  const args = readCommandLine(help)
  const [kind, ...words] = args.positionals
  const name = words.join(' ').trim() || undefined
  refuseStrangers(kind, args)
  const asks = process.stdin.isTTY && process.stdout.isTTY && !args.flag('yes')
  const asker = asks ? terminalAsker() : undefined
  try {
    if (kind === 'episode' || kind === 'guest') return await addPage(kind, name, args, asker)
    if (kind === 'show') return await beginShow(name, args, asker)
  } finally {
    asker?.close()
  }
  throw new UsageError(
    `${kind ? `There is nothing called “${kind}” to make` : 'Say what to make'}: episode, guest or show. See ${help.usage} -- --help.`,
  )
}

/** An option of another kind would do nothing, without a word. */
function refuseStrangers(kind: string | undefined, args: Arguments): void {
  if (!['episode', 'guest', 'show'].includes(kind ?? '')) return
  for (const [option, { about }] of Object.entries(help.options)) {
    const kinds = /^([a-z, ]+): /.exec(about)?.[1]?.split(', ')
    const given = args.text(option) !== undefined || args.flag(option)
    if (kinds && given && !kinds.includes(kind ?? '')) {
      throw new UsageError(
        `--${option} belongs to a new ${kinds.join(' or ')}, not to ${kind === 'episode' ? 'an' : 'a'} ${kind}.`,
      )
    }
  }
}

async function addPage(
  kind: 'episode' | 'guest',
  name: string | undefined,
  args: Arguments,
  asker: Asker | undefined,
): Promise<number> {
  const content = contentFolder(args)
  const existing = readExisting(content)
  const pages =
    kind === 'guest'
      ? await newGuest(
          {
            name,
            title: args.text('title'),
            pronouns: args.text('pronouns'),
            aliases: list(args.text('aliases')),
            photo: args.text('photo'),
            site: args.text('site'),
          },
          existing,
          asker,
        )
      : await newEpisode(
          {
            title: name,
            date: args.text('date'),
            number: wholeNumber(args, 'number'),
            season: wholeNumber(args, 'season'),
            type: episodeType(args.text('type')),
            summary: args.text('summary'),
            hosts: list(args.text('hosts')),
            guests: list(args.text('guests')),
            topics: list(args.text('topics')),
            transcript: args.text('transcript'),
            audio: args.text('audio'),
            draft: args.flag('draft'),
          },
          existing,
          asker,
          new Date(),
        )
  writeNew(content, pages.files)
  const start = content === 'content' ? 'npm start' : `npm start -- --content ${content}`
  process.stdout.write(`${told(pages, content)}\nLook at it with: ${start}\n`)
  return 0
}

async function beginShow(
  title: string | undefined,
  args: Arguments,
  asker: Asker | undefined,
): Promise<number> {
  const content = args.text('content') ?? 'content'
  const start: ShowStart = await startShow(
    content,
    {
      title,
      url: args.text('url'),
      description: args.text('description'),
      language: args.text('language'),
      hosts: list(args.text('hosts')),
      yes: args.flag('yes'),
      force: args.flag('force'),
    },
    asker,
  )
  if (start.movedTo) process.stdout.write(`What stood there is now in ${start.movedTo}.\n`)
  else if (start.removed > 0) process.stdout.write(`Took the demo’s ${start.removed} files away.\n`)
  for (const file of start.written) process.stdout.write(`Wrote ${path.join(content, file)}\n`)
  const there = content === 'content' ? '' : ` --content ${content}`
  process.stdout.write(`Next: npm run new -- episode "The first one"${there}\n`)
  return 0
}

function told({ files, notes }: NewPages, content: string): string {
  const lines = files.map(
    file => `${'text' in file ? 'Wrote' : 'Copied'} ${path.join(content, file.file)}`,
  )
  return [...lines, ...notes].join('\n')
}

function contentFolder(args: Arguments): string {
  const content = args.text('content') ?? 'content'
  if (!existsSync(path.join(content, 'show.md'))) {
    throw new UsageError(
      `There is no show in ${content}. Begin one with: npm run new -- show "Title", or name another folder with --content.`,
    )
  }
  return content
}

function list(text: string | undefined): string[] | undefined {
  return text
    ?.split(',')
    .map(item => item.trim())
    .filter(item => item !== '')
}

function wholeNumber(args: Arguments, option: string): number | undefined {
  const text = args.text(option)
  if (text === undefined) return undefined
  if (!/^\d+$/.test(text))
    throw new UsageError(`--${option} should be a whole number, and is “${text}”.`)
  return Number(text)
}

function episodeType(text: string | undefined): 'full' | 'trailer' | 'bonus' | undefined {
  if (text === undefined || text === 'full' || text === 'trailer' || text === 'bonus') return text
  throw new UsageError(`There is no type “${text}”. Use full, trailer or bonus.`)
}

await run(create)
