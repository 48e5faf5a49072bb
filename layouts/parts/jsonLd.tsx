import type { Graph } from 'schema-dts'

/**
 * Structured data as a data block, which no browser executes and no CSP forbids. `<` is escaped so
 * that no title can close the element: https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements
 */
export function JsonLd({ data }: { data: Graph }) {
  const text = JSON.stringify(data).replaceAll('<', '\\u003c')
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />
}
