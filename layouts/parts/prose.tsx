import type { Html } from '../../scripts/model/show.ts'
import type { EpisodeEdition } from '../edition.ts'
import { withSizes } from './picture.tsx'

interface Props {
  readonly edition: EpisodeEdition
  readonly html: Html
  readonly kind?: string
}

/** HTML that was made from Markdown: the one place of the layouts that writes unescaped. */
export function Prose({ edition, html, kind = 'prose' }: Props) {
  if (html === '') return null
  return <div class={kind} dangerouslySetInnerHTML={{ __html: withSizes(edition, html) }} />
}
