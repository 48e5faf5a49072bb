import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Episode, Html, Show } from '../model/show.ts'
import type { Transcript } from '../model/transcript.ts'
import { INDEX_FOLDER } from './manifest.ts'
import { SearchIndex } from './searchIndex.ts'

/** An episode for tests: a turn every ten seconds. */
export function episode(slug: string, turns: readonly string[], language = 'en'): Episode {
  const transcript: Transcript = {
    language,
    format: 'test',
    file: `${slug}.vtt`,
    speakers: [],
    items: turns.map((text, at) => ({
      kind: 'turn',
      id: `t=${at * 10}`,
      start: at * 10,
      paragraphs: [[{ text, start: at * 10 }]],
    })),
  }
  return {
    slug,
    file: `episodes/${slug}.md`,
    title: `Episode ${slug}`,
    date: '2026-01-01T00:00:00.000Z',
    type: 'full',
    summary: '',
    notes: '' as Html,
    cast: [],
    topics: [],
    chapters: [],
    transcript,
    translations: [],
    language,
    explicit: false,
    guid: slug,
    links: [],
    draft: false,
  }
}

/** A show for tests. */
export function showOf(episodes: readonly Episode[]): Show {
  return {
    site: { origin: 'https://example.org', base: '/' },
    title: 'Test',
    description: '',
    language: 'en',
    explicit: false,
    locked: false,
    funding: [],
    listen: [],
    theme: { accent: '#000000', fonts: 'system' },
    about: '' as Html,
    episodes,
    guests: [],
    topics: [],
    pages: [],
    assets: [],
    problems: [],
  } as Show
}

/** The index that was written into a folder. */
export function open(folder: string): Promise<SearchIndex> {
  return SearchIndex.open(async name =>
    gunzipSync(readFileSync(path.join(folder, INDEX_FOLDER, name))),
  )
}

/** All files of a folder, by their names. */
export function bytesOf(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => path.join(entry.parentPath, entry.name))
      .map(file => [path.relative(folder, file), readFileSync(file, 'base64')]),
  )
}
