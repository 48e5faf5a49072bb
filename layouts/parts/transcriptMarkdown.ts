import { formatClock } from '../../scripts/model/time.ts'
import { type Transcript, type TranscriptItem, textOf } from '../../scripts/model/transcript.ts'
import { markdownText } from './markdownText.ts'

/** What stands in a Markdown twin before the conversation, and where its moments are. */
export interface TwinOfTranscript {
  readonly before: string
  /** The whole URL of the episode's page. */
  readonly page: string
}

/** Sets the conversation under the rest of an episode's Markdown twin. */
export function setTwin(transcript: Transcript, { before, page }: TwinOfTranscript): string {
  const items = transcript.items.map(item => itemBlock(page, item))
  return `${[before, '## Transcript', ...items].filter(block => block !== '').join('\n\n')}\n`
}

function itemBlock(page: string, item: TranscriptItem): string {
  if (item.kind === 'heading') return `### ${markdownText(item.text)}`
  if (item.kind === 'break') return `*[${markdownText(item.text)}]*`
  const { start, estimated, id, speaker } = item
  const who = speaker ? `**${markdownText(speaker.name)}** ` : ''
  const clock =
    start === undefined ? '' : `[${estimated ? '≈ ' : ''}${formatClock(start)}](${page}#${id})`
  const words = item.paragraphs.map(paragraph => markdownText(textOf(paragraph))).join('\n\n')
  const head = `${who}${clock}`.trim()
  return head === '' ? words : `${head}: ${words}`
}
