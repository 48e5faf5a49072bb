import path from 'node:path'
import type { Problem } from '../model/problem.ts'
import { slugify } from '../model/slug.ts'
import type { Folder } from './folder.ts'
import * as problems from './problems.ts'

/** The files that belong to one episode, found by their names. */
export interface EpisodeFiles {
  /** The Markdown file. */
  readonly file: string
  readonly slug: string
  /** From a leading number of the name. */
  readonly number?: number
  /** Best first. */
  readonly transcripts: readonly string[]
  readonly audio?: string
  readonly chapters?: string
}

// In this order when several lie beside one episode: what tells most about times and names first.
export const TRANSCRIPTS = [
  'vtt',
  'json',
  'ttml',
  'srt',
  'html',
  'htm',
  'csv',
  'tsv',
  'sbv',
  'xml',
  'txt',
  'md',
]
export const AUDIO = ['mp3', 'm4a', 'opus', 'ogg', 'aac', 'flac', 'wav', 'mp4']

/**
 * Finds every episode: `episodes/<slug>.md` with its siblings of the same stem, or a folder
 * `episodes/<slug>/` with `episode.md`, `transcript.*`, `chapters.json` and an audio file.
 */
export function locateEpisodes(folder: Folder): {
  readonly episodes: readonly EpisodeFiles[]
  readonly problems: readonly Problem[]
} {
  const found: Problem[] = []
  const inEpisodes = folder.files.filter(file => file.startsWith('episodes/'))
  const byStem = new Map<string, string[]>()
  for (const file of inEpisodes) {
    const stem = stemOf(file)
    const files = byStem.get(stem)
    if (files) files.push(file)
    else byStem.set(stem, [file])
  }
  const episodes: EpisodeFiles[] = []
  for (const [stem, files] of byStem) {
    const file = files.find(f => f === `${stem}.md` || f === `${stem}/episode.md`)
    if (!file) continue
    const name = readName(stem.slice('episodes/'.length))
    if (name.slug === '') {
      found.push(problems.noSlug(file))
      continue
    }
    episodes.push({ file, ...name, ...siblings(files, file) })
  }
  found.push(...orphans(inEpisodes, byStem))
  return { episodes, problems: found }
}

/** The part of a path that an episode's files share: `episodes/004-horns`. */
function stemOf(file: string): string {
  const parts = file.split('/')
  if (parts.length > 2) return parts.slice(0, 2).join('/')
  return file.replace(/(\.transcript|\.chapters)?\.[^./]+$/i, '')
}

function siblings(files: readonly string[], episode: string) {
  const extension = (file: string) => path.posix.extname(file).slice(1).toLowerCase()
  const inFolder = episode.endsWith('/episode.md')
  const chapters = files.find(f => /(^|[./])chapters\.json$/i.test(f))
  const isTranscript = (file: string) =>
    file !== episode &&
    file !== chapters &&
    TRANSCRIPTS.includes(extension(file)) &&
    (inFolder
      ? /\/transcript\.[^/]+$/i.test(file)
      : extension(file) !== 'md' || /\.transcript\.md$/i.test(file))
  const transcripts = files
    .filter(isTranscript)
    .sort((a, b) => TRANSCRIPTS.indexOf(extension(a)) - TRANSCRIPTS.indexOf(extension(b)))
  const audio = files.find(f => AUDIO.includes(extension(f)))
  return { transcripts, ...(audio && { audio }), ...(chapters && { chapters }) }
}

/** `004-open-models` → number 4, slug `open-models`; a whole date in front is dropped. */
export function readName(stem: string): { readonly slug: string; readonly number?: number } {
  const dated = /^\d{4}-\d{2}-\d{2}[-_ ]+(?=.*[\p{L}\p{N}])/u.exec(stem)
  if (dated) return { slug: slugify(stem.slice(dated[0].length)) }
  const numbered = /^(\d{1,6})(?:[-_. ]+(?=.*[\p{L}\p{N}])|$)/u.exec(stem)
  if (!numbered) return { slug: slugify(stem) }
  const rest = stem.slice(numbered[0].length)
  return { slug: slugify(rest === '' ? stem : rest), number: Number(numbered[1]) }
}

/** Transcripts and chapters that lie in `episodes/` without an episode of their name. */
function orphans(
  files: readonly string[],
  byStem: ReadonlyMap<string, readonly string[]>,
): Problem[] {
  const stems = [...byStem].filter(([stem, group]) =>
    group.some(f => f === `${stem}.md` || f === `${stem}/episode.md`),
  )
  const known = new Set(stems.map(([stem]) => stem))
  return files
    .filter(
      file =>
        !known.has(stemOf(file)) &&
        TRANSCRIPTS.includes(path.posix.extname(file).slice(1).toLowerCase()),
    )
    .map(file => {
      const near = stems.find(([stem]) => stemOf(file).startsWith(stem))
      return problems.orphanTranscript(file, near && `${near[0]}.md`)
    })
}
