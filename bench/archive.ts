import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Episode, Html, Show } from '../scripts/model/show.ts'
import { slugify } from '../scripts/model/slug.ts'
import { readTranscript } from '../scripts/transcript/read.ts'
import { resolveTranscript } from '../scripts/transcript/resolve.ts'

export interface ArchiveFile {
  readonly name: string
  readonly text: string
}

/** The folder of real archives, or undefined where there is none on this machine. */
export function archivesFolder(): string | undefined {
  const folder =
    process.env['VERBATIM_ARCHIVES'] ??
    path.resolve(import.meta.dirname, '../../shared/corpus/archives')
  return existsSync(folder) ? folder : undefined
}

/** The text files of a `.tar.gz`, by name. */
export function readArchive(file: string): ArchiveFile[] {
  const tar = gunzipSync(readFileSync(file))
  const files: ArchiveFile[] = []
  // USTAR: a header of 512 bytes, then the file, filled up to a multiple of 512.
  for (let at = 0; at + 512 <= tar.length; ) {
    const field = (from: number, length: number) =>
      tar.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '')
    const name = field(0, 100)
    const size = Number.parseInt(field(124, 12).trim() || '0', 8)
    if (name !== '' && (field(156, 1) === '0' || field(156, 1) === '')) {
      const prefix = field(345, 155)
      const text = tar.toString('utf8', at + 512, at + 512 + size)
      if (size > 0) files.push({ name: prefix ? `${prefix}/${name}` : name, text })
    }
    at += 512 + Math.ceil(size / 512) * 512
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** `count` episodes spread evenly over the archive, as a show. */
export function showOf(files: readonly ArchiveFile[], count: number): Show {
  const step = files.length / Math.min(count, files.length)
  const chosen = Array.from(
    { length: Math.min(count, files.length) },
    (_, at) => files[Math.floor(at * step)],
  ).filter(file => file !== undefined)
  const episodes = chosen.map(episodeOf).reverse()
  return {
    site: { origin: 'https://example.org', base: '/' },
    title: 'The archive',
    description: 'Real conversations, for measuring.',
    language: 'en',
    explicit: false,
    locked: false,
    funding: [],
    listen: [],
    theme: { accent: '#a5402d', fonts: 'book' },
    about: '' as Html,
    episodes,
    guests: [],
    topics: [],
    pages: [],
    assets: [],
    problems: [],
  }
}

function episodeOf({ name, text }: ArchiveFile, at: number): Episode {
  const slug = slugify(name.replace(/\.\w+$/, ''))
  // Seconds of an hour of speech at 170 words a minute, where the file says nothing of its length.
  const words = text.split(/\s+/).length
  const duration = Math.round((words / 170) * 60)
  const { transcript } = resolveTranscript(readTranscript({ file: name, text }), {
    file: name,
    language: 'en',
    cast: [],
    guests: [],
    speakers: {},
    offset: 0,
    duration,
  })
  return {
    slug,
    file: name,
    title: slug.replaceAll('-', ' '),
    date: new Date(Date.UTC(2010, 0, 1 + at)).toISOString(),
    number: at + 1,
    type: 'full',
    summary: '',
    notes: '' as Html,
    duration,
    cast: [],
    topics: [],
    chapters: [],
    transcript,
    translations: [],
    language: 'en',
    explicit: false,
    guid: slug,
    links: [],
    draft: false,
  }
}
