import { episodeAddress, momentAddress, publicUrl, urlOf } from '../../scripts/model/address.ts'
import type { Chapter, Episode, Show } from '../../scripts/model/show.ts'
import { formatClock } from '../../scripts/model/time.ts'
import { type TranscriptItem, textOf } from '../../scripts/model/transcript.ts'
import type { AbsoluteMarkdown } from '../parts/absoluteMarkdown.ts'
import { markdownText } from '../parts/markdownText.ts'

/** An episode's whole page as Markdown: facts, notes, chapters, transcript. */
export function episodeMarkdown(show: Show, episode: Episode, absolute: AbsoluteMarkdown): string {
  const { notesMarkdown, summary, transcript } = episode
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
    ...(transcript
      ? ['## Transcript', ...transcript.items.map(it => itemBlock(show, episode, it))]
      : []),
  ]
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`
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

function itemBlock({ site }: Show, { slug }: Episode, item: TranscriptItem): string {
  if (item.kind === 'heading') return `### ${markdownText(item.text)}`
  if (item.kind === 'break') return `*[${markdownText(item.text)}]*`
  const { start, estimated, id, speaker } = item
  const who = speaker ? `**${markdownText(speaker.name)}** ` : ''
  const url = `${urlOf(site, episodeAddress(slug))}#${id}`
  const clock = start === undefined ? '' : `[${estimated ? '≈ ' : ''}${formatClock(start)}](${url})`
  const words = item.paragraphs.map(paragraph => markdownText(textOf(paragraph)))
  const head = `${who}${clock}`.trim()
  return head === '' ? words.join('\n\n') : `${head}: ${words.join('\n\n')}`
}
