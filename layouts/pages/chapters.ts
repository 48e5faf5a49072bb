import { episodeFile, publicUrl } from '../../scripts/model/address.ts'
import type { Episode, Show } from '../../scripts/model/show.ts'
import type { PublishedFile } from '../parts/publishedFile.ts'

/** Podcasting 2.0 chapters, version 1.2, for each episode that has chapters. */
export function chapters(show: Show): PublishedFile[] {
  return show.episodes
    .filter(episode => episode.chapters.length > 0)
    .map(episode => ({
      address: episodeFile(episode.slug, 'chapters.json'),
      content: () => chaptersJson(show, episode),
    }))
}

function chaptersJson({ site, title }: Show, episode: Episode): string {
  const list = episode.chapters.map(({ start, title, url, image, hidden }) => ({
    startTime: start,
    title,
    url,
    img: image && publicUrl(site, image),
    toc: hidden ? false : undefined,
  }))
  const file = { version: '1.2.0', title: episode.title, podcastName: title, chapters: list }
  return `${JSON.stringify(file, undefined, 2)}\n`
}
