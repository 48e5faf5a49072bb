import { episodeAddress, momentAddress, publicUrl, urlOf } from '../../scripts/model/address.ts'
import type { Chapter, Episode, Show } from '../../scripts/model/show.ts'
import { formatClock } from '../../scripts/model/time.ts'
import type { AbsoluteMarkdown } from '../parts/absoluteMarkdown.ts'
import { markdownText } from '../parts/markdownText.ts'
import { ofTranscript, type Text } from '../press/ofTranscript.ts'

/** An episode's whole page as Markdown: facts, notes, chapters, transcript. */
export function episodeMarkdown(show: Show, episode: Episode, absolute: AbsoluteMarkdown): Text {
  const { transcript, slug } = episode
  const before = aboutEpisode(show, episode, absolute)
  if (!transcript) return `${before}\n`
  return ofTranscript(transcript, 'twin', { before, page: urlOf(show.site, episodeAddress(slug)) })
}

function aboutEpisode(show: Show, episode: Episode, absolute: AbsoluteMarkdown): string {
  const { notesMarkdown, summary } = episode
  const list = episode.chapters.filter(chapter => !chapter.hidden)
  const blocks = [
    `# ${markdownText(episode.title)}`,
    facts(show, episode),
    notesMarkdown
      ? absolute(notesMarkdown.trim(), episodeAddress(episode.slug))
      : markdownText(summary),
    ...(list.length > 0
      ? ['## Chapters', list.map(it => chapterLine(show, episode, it)).join('\n')]
      : []),
  ]
  return blocks.filter(block => block !== '').join('\n\n')
}

function facts({ site, title }: Show, episode: Episode): string {
  const { slug, date, number, duration, cast, audio, topics } = episode
  const people = (role: string) =>
    cast
      .filter(member => member.role === role)
      .map(member => markdownText(member.guest.name))
      .join(', ')
  const lines: [string, string | undefined][] = [
    ['Show', markdownText(title)],
    ['Page', urlOf(site, episodeAddress(slug))],
    ['Published', date.slice(0, 10)],
    ['Episode', number === undefined ? undefined : String(number)],
    ['Duration', duration === undefined ? undefined : formatClock(duration)],
    ['Hosts', people('host')],
    ['Guests', people('guest')],
    ['Topics', topics.map(topic => markdownText(topic.name)).join(', ')],
    ['Audio', audio && publicUrl(site, audio.src)],
  ]
  return lines
    .filter(([, value]) => value)
    .map(([name, value]) => `- ${name}: ${value}`)
    .join('\n')
}

function chapterLine({ site }: Show, { slug }: Episode, { start, title }: Chapter): string {
  const url = urlOf(site, momentAddress(slug, start))
  return `- [${formatClock(start)}](${url}) ${markdownText(title)}`
}
