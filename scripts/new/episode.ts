import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { UsageError } from '../commands/commandLine.ts'
import { audioType, readDuration } from '../content/audio.ts'
import { isWebAddress } from '../content/kinds.ts'
import { AUDIO, TRANSCRIPTS } from '../content/locate.ts'
import { slugify } from '../model/slug.ts'
import { formatClock } from '../model/time.ts'
import type { Asker } from './ask.ts'
import type { Existing } from './existing.ts'
import { guestFile } from './guest.ts'
import { episodeStem } from './names.ts'
import { nextNumber } from './numbering.ts'
import { pageText } from './pageText.ts'
import { completeDate, withZone } from './when.ts'
import { type NewFile, readableFile } from './writeNew.ts'

/** What the editor says about a new episode; everything else is guessed, or left to be filled in. */
export interface EpisodeWishes {
  readonly title?: string | undefined
  readonly date?: string | undefined
  readonly number?: number | undefined
  readonly season?: number | undefined
  readonly type?: 'full' | 'trailer' | 'bonus' | undefined
  readonly summary?: string | undefined
  readonly hosts?: readonly string[] | undefined
  readonly guests?: readonly string[] | undefined
  readonly topics?: readonly string[] | undefined
  /** Path of a file to copy. */
  readonly transcript?: string | undefined
  /** Path of a file to copy, or an address. */
  readonly audio?: string | undefined
  readonly draft?: boolean | undefined
}

export interface NewPages {
  readonly files: readonly NewFile[]
  /** What the editor should hear beside the names of the files. */
  readonly notes: readonly string[]
}

/** Puts a new episode together: its page, its transcript and audio, and pages of new guests. */
export async function newEpisode(
  wishes: EpisodeWishes,
  existing: Existing,
  asker: Asker | undefined,
  now: Date,
): Promise<NewPages> {
  const said = asker ? await askAbout(wishes, asker, now) : wishes
  const title = said.title?.trim()
  if (!title)
    throw new UsageError('A new episode needs a title: npm run new -- episode "The last foghorn"')
  const type = said.type ?? 'full'
  const guess =
    type === 'full' ? nextNumber(existing.episodes, said.season) : { season: said.season }
  const number = said.number ?? ('number' in guess ? guess.number : undefined)
  const season = said.season ?? guess.season
  const date = said.date ? completeDate(said.date) : withZone(wholeMinute(now))
  const stem = episodeStem({ title, number, date }, slug => refuseTaken(slug, existing))
  const transcript = said.transcript ? transcriptFile(said.transcript, stem) : undefined
  const audio = said.audio ? await audioOf(said.audio, stem) : undefined
  const people = await castOf(said.guests ?? [], existing, asker)

  const text = pageText(
    [
      { field: 'title', value: title },
      { field: 'date', value: date, comment: 'in the future keeps it back until then' },
      { field: 'number', value: number },
      { field: 'season', value: season },
      { field: 'type', value: type === 'full' ? undefined : type },
      said.summary
        ? { field: 'summary', value: said.summary }
        : { field: 'summary', example: 'One or two sentences for lists and previews.' },
      { field: 'hosts', value: said.hosts },
      people.written.length > 0
        ? { field: 'guests', value: people.written }
        : { field: 'guests', example: '[ann-lee]', comment: 'files in guests/, or plain names' },
      said.topics?.length
        ? { field: 'topics', value: said.topics }
        : { field: 'topics', example: '[fog, the sea]' },
      ...(audio?.lines ?? [
        {
          field: 'audio',
          example: 'https://example.org/4.mp3',
          comment: `or put ${path.posix.basename(stem)}.mp3 beside this file`,
        },
      ]),
      { field: 'duration', value: audio?.duration },
      {
        field: 'speakers',
        example: '{SPEAKER_00: ada}',
        comment: 'who a name in the transcript is',
      },
      { field: 'chapters', example: '[{time: 1:30, title: The horn}]' },
      { field: 'draft', value: said.draft || undefined },
      { field: 'guid', value: randomUUID(), comment: 'for podcast apps; never change it' },
      ...(transcript
        ? []
        : [
            {
              comment: `The transcript goes beside this file as ${path.posix.basename(stem)}.vtt, .srt, .txt or .json.`,
            },
          ]),
      { comment: 'Below: the show notes, in Markdown. A time such as 12:34 becomes a link.' },
    ],
    '',
  )
  return {
    files: [
      { file: `${stem}.md`, text },
      ...(transcript ? [transcript] : []),
      ...(audio?.file ? [audio.file] : []),
      ...people.files,
    ],
    notes: [...(audio?.notes ?? []), ...people.notes],
  }
}

async function askAbout(wishes: EpisodeWishes, asker: Asker, now: Date): Promise<EpisodeWishes> {
  const list = (text: string) =>
    text
      .split(',')
      .map(name => name.trim())
      .filter(name => name !== '')
  const title = wishes.title || (await asker.ask('Title'))
  const date =
    wishes.date ?? (await asker.ask('Published', withZone(wholeMinute(now)), completeDate))
  const guests = wishes.guests ?? list(await asker.ask('Guests, with commas between them'))
  const transcript =
    wishes.transcript ??
    (await asker.ask('Path of the transcript, if it is there', '', it => transcriptSource(it)))
  const audio =
    wishes.audio ??
    (await asker.ask('Path or address of the audio, if it is there', '', it => {
      if (!isWebAddress(it)) audioSource(it)
    }))
  const summary = wishes.summary ?? (await asker.ask('What it is about, in a sentence'))
  return { ...wishes, title, date, guests, transcript, audio, summary }
}

function wholeMinute(now: Date): Date {
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000)
}

function refuseTaken(slug: string, { episodes }: Existing): boolean {
  const other = episodes.find(episode => episode.slug === slug)
  if (other) {
    throw new UsageError(
      `${other.file} has the address “${slug}” already. Nothing was written; choose another title, or edit that file.`,
    )
  }
  return false
}

function transcriptFile(written: string, stem: string): NewFile {
  const { source, ending } = transcriptSource(written)
  return { file: `${stem}${ending === 'md' ? '.transcript' : ''}.${ending}`, copyOf: source }
}

function transcriptSource(written: string) {
  const source = readableFile(written, 'transcript')
  const ending = path.extname(source).slice(1).toLowerCase()
  if (!TRANSCRIPTS.includes(ending)) {
    throw new UsageError(
      `${source} is no transcript that can be read: its name should end in ${endings(TRANSCRIPTS)}.`,
    )
  }
  return { source, ending }
}

function audioSource(written: string) {
  const source = readableFile(written, 'audio')
  const ending = path.extname(source).slice(1).toLowerCase()
  if (!AUDIO.includes(ending)) {
    throw new UsageError(
      `${source} is no audio for the web: its name should end in ${endings(AUDIO)}.`,
    )
  }
  return { source, ending }
}

function endings(list: readonly string[]): string {
  return list.map(ending => `.${ending}`).join(', ')
}

async function audioOf(written: string, stem: string) {
  if (isWebAddress(written)) {
    const value = { url: written.trim(), type: audioType(written) }
    const note =
      'The audio is elsewhere, so its length and size are not known here: add duration: 57:44, and length: in bytes under audio.'
    return {
      lines: [{ field: 'audio', value }],
      notes: [note],
      duration: undefined,
      file: undefined,
    }
  }
  const { source, ending } = audioSource(written)
  const { duration, problems } = await readDuration(
    { root: path.dirname(source) },
    path.basename(source),
    { file: source },
  )
  const [problem] = problems
  if (problem) throw new UsageError(`${problem.message} ${problem.fix}`)
  return {
    // Its path, type and size are found by its name.
    lines: [],
    file: { file: `${stem}.${ending}`, copyOf: source },
    duration: duration === undefined ? undefined : formatClock(Math.round(duration)),
    notes: [],
  }
}

/** Guests as the front matter names them, with a page for each new one that the editor wants. */
async function castOf(names: readonly string[], existing: Existing, asker: Asker | undefined) {
  const written: string[] = []
  const files: NewFile[] = []
  const notes: string[] = []
  for (const name of names) {
    const known = existing.guest(name)
    if (known) written.push(known.slug)
    else if (asker && (await asker.confirm(`${name} has no page yet. Write one?`, true))) {
      const file = guestFile({ name })
      files.push(file)
      written.push(slugify(name))
    } else {
      written.push(name)
      notes.push(`${name} has no page of their own yet: npm run new -- guest "${name}"`)
    }
  }
  return { written, files, notes }
}
