import type { Html } from '../../scripts/model/show.ts'

/** HTML that was made from Markdown: the one place of the layouts that writes unescaped. */
export function Prose({ html, kind = 'prose' }: { html: Html; kind?: string }) {
  return html === '' ? null : <div class={kind} dangerouslySetInnerHTML={{ __html: html }} />
}
