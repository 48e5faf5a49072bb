import { existsSync, mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { UsageError } from '../commands/commandLine.ts'
import { isWebAddress, language } from '../content/kinds.ts'
import { slugify } from '../model/slug.ts'
import type { Asker } from './ask.ts'
import { demoState, removeDemo } from './demo.ts'
import { guestFile } from './guest.ts'
import { pageText } from './pageText.ts'
import { type NewFile, writeNew } from './writeNew.ts'

export interface ShowWishes {
  readonly title?: string | undefined
  readonly url?: string | undefined
  readonly description?: string | undefined
  readonly language?: string | undefined
  readonly hosts?: readonly string[] | undefined
  /** Take the demo away without asking. */
  readonly yes?: boolean | undefined
  /** Move a folder that isn't the untouched demo aside. */
  readonly force?: boolean | undefined
}

/** What was done about the content that stood there before. */
export interface ShowStart {
  readonly written: readonly string[]
  readonly removed: number
  /** Where a folder with somebody's own work was moved. */
  readonly movedTo?: string
}

/**
 * Begins a show of one's own: takes the demo away and leaves a folder that builds. Only files that
 * are byte for byte the demo's are ever deleted; anything else stays, or is moved aside when
 * `force` says so.
 */
export async function startShow(
  content: string,
  wishes: ShowWishes,
  asker: Asker | undefined,
): Promise<ShowStart> {
  const state = demoState(content)
  if ((state.kind === 'own' || state.kind === 'changed') && !wishes.force) {
    throw new UsageError(
      state.kind === 'own'
        ? `${content} holds a show that is not the demo. Nothing was changed. Begin elsewhere with --content, or say --force to move this folder aside.`
        : `${content} is the demo with changes of your own (${list(state.changes)}). Nothing was changed. Say --force to move it aside and begin anew.`,
    )
  }
  const said = asker ? await askAbout(wishes, asker) : wishes
  const files = showFiles(said)
  if (state.kind === 'demo' && !wishes.yes) {
    const question = `This deletes the demo’s ${state.files.length} files in ${content}. Go on?`
    if (!asker) {
      throw new UsageError(
        `${content} holds the demo show. Say --yes to have it taken away for your own.`,
      )
    }
    if (!(await asker.confirm(question, false))) throw new UsageError('Nothing was changed.')
  }
  const start = clear(content, state)
  writeNew(content, files)
  for (const folder of ['episodes', 'guests']) {
    mkdirSync(path.join(content, folder), { recursive: true })
  }
  return { ...start, written: files.map(({ file }) => file) }
}

function clear(content: string, state: ReturnType<typeof demoState>): Omit<ShowStart, 'written'> {
  if (state.kind === 'empty') return { removed: 0 }
  if (state.kind === 'demo') return { removed: removeDemo(content) }
  const whole = path.resolve(content)
  let aside = `${whole}.before`
  for (let n = 2; existsSync(aside); n++) aside = `${whole}.before-${n}`
  renameSync(whole, aside)
  return { removed: 0, movedTo: aside }
}

function showFiles(show: ShowWishes): NewFile[] {
  const title = show.title?.trim()
  if (!title) throw new UsageError('A new show needs a title: npm run new -- show "Small Sounds"')
  const url = show.url?.trim()
  if (url && !isWebAddress(url)) {
    throw new UsageError(`“${url}” is no web address. Write it like https://example.org/`)
  }
  if (show.language && !language.read(show.language, () => {})) {
    throw new UsageError(`“${show.language}” is no language tag. Write it like en, or pt-BR.`)
  }
  const hosts = (show.hosts ?? []).map(name => guestFile({ name }))
  const text = pageText(
    [
      { field: 'title', value: title },
      { field: 'url', value: url || 'https://example.org/', comment: 'where it will be published' },
      show.description
        ? { field: 'description', value: show.description }
        : { field: 'description', example: 'What the show is, in a sentence or two.' },
      { field: 'language', value: show.language || 'en' },
      show.hosts?.length
        ? { field: 'hosts', value: show.hosts.map(slugify) }
        : { field: 'hosts', example: '[ada, tom]', comment: 'files in guests/, or plain names' },
      { field: 'author', example: 'Small Sounds Radio', comment: 'for podcast apps' },
      { field: 'email', example: 'hello@example.org', comment: 'for podcast directories' },
      { field: 'category', example: 'Society & Culture > Documentary' },
      { field: 'image', example: '{src: cover.jpg, alt: A lighthouse at night}' },
      { field: 'listen', example: '{Apple Podcasts: https://podcasts.apple.com/…}' },
      { field: 'theme', example: '{accent: "#b3402a"}' },
      { comment: 'Every field is explained in docs/editors/fields.md.' },
    ],
    `Write here what ${title} is about.`,
  )
  return [{ file: 'show.md', text }, ...hosts]
}

async function askAbout(wishes: ShowWishes, asker: Asker): Promise<ShowWishes> {
  const title = wishes.title || (await asker.ask('Title of the show'))
  const url = wishes.url ?? (await asker.ask('Where it will be published', 'https://example.org/'))
  const description = wishes.description ?? (await asker.ask('What it is, in a sentence'))
  const tag = wishes.language ?? (await asker.ask('The language that is spoken', 'en'))
  const names = wishes.hosts ?? (await asker.ask('Hosts, with commas between them')).split(',')
  const hosts = names.map(name => name.trim()).filter(name => name !== '')
  return { ...wishes, title, url, description, language: tag, hosts }
}

function list(files: readonly string[]): string {
  const more = files.length - 3
  return files.slice(0, 3).join(', ') + (more > 0 ? ` and ${more} more` : '')
}
