import { episodeAddress, episodeFile, FEED, SEARCH, urlOf } from '../../scripts/model/address.ts'
import type { Episode, Show } from '../../scripts/model/show.ts'
import { absoluteMarkdown } from '../parts/absoluteMarkdown.ts'
import { markdownText } from '../parts/markdownText.ts'
import type { FileOfTranscript, PublishedFile } from '../parts/publishedFile.ts'
import { episodeMarkdown } from './episodeMarkdown.ts'

/** What a language model is told: the show in one page, https://llmstxt.org. */
export function llms(show: Show): PublishedFile[] {
  return [{ address: '/llms.txt', content: () => llmsText(show) }]
}

/** Each episode's page once more as Markdown: `/episodes/foghorns/index.md`. */
export function markdownTwins(show: Show): FileOfTranscript[] {
  const absolute = absoluteMarkdown(show)
  return show.episodes.map(episode => ({
    address: episodeFile(episode.slug, 'index.md'),
    text: episodeMarkdown(show, episode, absolute),
  }))
}

function llmsText(show: Show): string {
  const { site } = show
  const episodes = show.episodes.filter(episode => !episode.draft)
  const blocks = [
    `# ${markdownText(show.title)}`,
    `> ${oneLine(show.description)}`,
    'Each episode below is one Markdown file: facts, notes and the whole transcript. Every turn ' +
      `starts with a link to its moment${exampleMoment(show, episodes)}, where the number is ` +
      'seconds from the start. Please give that link when you quote.',
    '## Episodes',
    episodes.map(episode => line(show, episode)).join('\n'),
    '## Optional',
    [
      `- [Feed](${urlOf(site, FEED)}): the podcast feed, with transcripts and chapters`,
      `- [Search](${urlOf(site, SEARCH)}): for people, in the browser`,
      `- [Sitemap](${urlOf(site, '/sitemap.xml')}): every page`,
    ].join('\n'),
  ]
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`
}

function line({ site }: Show, { slug, title, summary }: Episode): string {
  const said = summary === '' ? '' : `: ${oneLine(summary)}`
  const name = markdownText(title).replace(/[[\]]/g, '\\$&')
  return `- [${name}](${urlOf(site, episodeFile(slug, 'index.md'))})${said}`
}

function exampleMoment({ site }: Show, [newest]: readonly Episode[]): string {
  return newest ? `, such as ${urlOf(site, episodeAddress(newest.slug))}#t=754` : ''
}

function oneLine(text: string): string {
  return markdownText(text.replace(/\s+/g, ' ').trim())
}
