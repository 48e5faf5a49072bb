import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { slugify } from '../scripts/model/slug.ts'
import type { ArchiveFile } from './archive.ts'

/** An episode of a show made for measuring. */
export interface BenchEpisode {
  readonly slug: string
  readonly title: string
  readonly number: number
  /** `2010-01-01`. */
  readonly date: string
  readonly transcript: string
}

/** `count` episodes spread evenly over an archive, oldest first. */
export function chooseEpisodes(files: readonly ArchiveFile[], count: number): BenchEpisode[] {
  const texts = files.filter(({ name }) => name.endsWith('.md'))
  const many = Math.min(count, texts.length)
  const step = texts.length / many
  return Array.from({ length: many }, (_, at) => texts[Math.floor(at * step)])
    .filter(file => file !== undefined)
    .map(({ name, text }, at) => {
      const slug = slugify(path.posix.basename(name, '.md'))
      return {
        slug,
        title: slug.replaceAll('-', ' '),
        number: at + 1,
        date: new Date(Date.UTC(2010, 0, 1 + at)).toISOString().slice(0, 10),
        transcript: text,
      }
    })
}

/** Writes the episodes as an editor of Verbatim would keep them: two files each. */
export function writeContent(folder: string, episodes: readonly BenchEpisode[]): void {
  mkdirSync(path.join(folder, 'episodes'), { recursive: true })
  writeFileSync(
    path.join(folder, 'show.md'),
    '---\ntitle: The archive\nurl: https://example.org/\ndescription: Real conversations, for measuring.\nlanguage: en\n---\n\nReal conversations.\n',
  )
  for (const { slug, title, number, date, transcript } of episodes) {
    const file = path.join(folder, 'episodes', slug)
    writeFileSync(
      `${file}.md`,
      `---\ntitle: ${title}\ndate: ${date}\nnumber: ${number}\n---\n\nNotes.\n`,
    )
    writeFileSync(`${file}.transcript.md`, transcript)
  }
}
