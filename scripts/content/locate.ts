import path from 'node:path'
import type { Problem } from '../model/problem.ts'
import { slugify } from '../model/slug.ts'
import type { Folder } from './folder.ts'
import * as problems from './problems.ts'
import { suggest } from './suggest.ts'

/** The files that belong to one episode, found by their names. */
export interface EpisodeFiles {
  /** The Markdown file. */
  readonly file: string
  readonly slug: string
  /** From a leading number of the name. */
  readonly number?: number
  /** Best first. */
  readonly transcripts: readonly string[]
  /** Transcripts in other languages, from names such as `horns.de.vtt`. */
  readonly translations: readonly { readonly file: string; readonly language: string }[]
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
export const TRANSLATION = /^(.*?)(?:\/transcript)?\.([a-z]{2,3}(?:-[a-z]{2,4})?)\.[a-z]+$/i
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
  const stems = new Set(inEpisodes.filter(file => /\.md$/i.test(file)).map(stemOf))
  for (const file of inEpisodes) {
    const stem = stems.has(stemOf(file))
      ? stemOf(file)
      : (translatedStem(file, stems) ?? stemOf(file))
    const files = byStem.get(stem)
    if (files) files.push(file)
    else byStem.set(stem, [file])
  }
  const episodes: EpisodeFiles[] = []
  for (const [stem, files] of byStem) {
    const file = files.find(f => isEpisode(stem, f))
    if (!file) continue
    const name = readName(stem.slice('episodes/'.length))
    if (name.slug === '') {
      found.push(problems.noSlug(file))
      continue
    }
    episodes.push({ file, ...name, ...siblings(files, file) })
  }
  found.push(...orphans(byStem))
  return { episodes, problems: found }
}

function isEpisode(stem: string, file: string): boolean {
  const name = file.normalize('NFC').slice(stem.length)
  return /^(?:\/episode)?\.md$/i.test(name)
}

/**
 * The part of a path that an episode's files share: `episodes/004-horns`. Composed, because one of
 * them may come from a Mac, which takes `é` apart, and the other from elsewhere.
 */
function stemOf(written: string): string {
  const file = written.normalize('NFC')
  const parts = file.split('/')
  if (parts.length > 2) return parts.slice(0, 2).join('/')
  return file.replace(/(\.transcript|\.chapters)?\.[^./]+$/i, '')
}

/** `horns.de.vtt` belongs to `horns`, when there is such an episode. */
function translatedStem(file: string, stems: ReadonlySet<string>): string | undefined {
  const match = TRANSLATION.exec(file.normalize('NFC'))
  return match && stems.has(match[1] ?? '') ? match[1] : undefined
}

function siblings(files: readonly string[], episode: string) {
  const extension = (file: string) => path.posix.extname(file).slice(1).toLowerCase()
  const inFolder = /\/episode\.md$/i.test(episode)
  const chapters = files.find(f => /(^|[./])chapters\.json$/i.test(f))
  const isTranscript = (file: string) =>
    file !== episode &&
    file !== chapters &&
    TRANSCRIPTS.includes(extension(file)) &&
    (inFolder
      ? /\/transcript\.[^/]+$/i.test(file)
      : extension(file) !== 'md' || /\.transcript\.md$/i.test(file))
  const found = files.filter(isTranscript)
  const translations = found.flatMap(file => {
    const language = TRANSLATION.exec(file)?.[2]
    const own = stemOf(file) === stemOf(episode) && !file.startsWith(`${stemOf(episode)}/`)
    return language && !own ? [{ file, language }] : []
  })
  const transcripts = found
    .filter(file => !translations.some(translation => translation.file === file))
    .sort((a, b) => TRANSCRIPTS.indexOf(extension(a)) - TRANSCRIPTS.indexOf(extension(b)))
  const audio = files.find(f => AUDIO.includes(extension(f)))
  return { transcripts, translations, ...(audio && { audio }), ...(chapters && { chapters }) }
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
function orphans(byStem: ReadonlyMap<string, readonly string[]>): Problem[] {
  const known = [...byStem].filter(([stem, group]) => group.some(file => isEpisode(stem, file)))
  const names = new Set(known.map(([stem]) => stem))
  return [...byStem]
    .filter(([stem]) => !names.has(stem))
    .flatMap(([stem, group]) => group.map(file => ({ stem, file })))
    .filter(({ file }) => TRANSCRIPTS.includes(path.posix.extname(file).slice(1).toLowerCase()))
    .map(({ stem, file }) => {
      const near = suggest(stem, names) ?? [...names].find(name => stem.startsWith(name))
      return problems.orphanTranscript(file, near && `${near}.md`)
    })
}
