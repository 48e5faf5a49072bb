import { pageAddress } from '../../scripts/model/address.ts'
import type { Page } from '../../scripts/model/show.ts'
import type { Edition } from '../edition.ts'
import { renderPage } from '../parts/document.tsx'
import { PlaceMetadata } from '../parts/metadata.tsx'
import { Prose } from '../parts/prose.tsx'

/** A page an editor wrote. */
export function prosePage(edition: Edition, page: Pick<Page, 'slug' | 'title' | 'body'>): string {
  return renderPage({
    edition,
    address: pageAddress(page.slug),
    title: page.title,
    metadata: (
      <PlaceMetadata edition={edition} address={pageAddress(page.slug)} title={page.title} />
    ),
    kind: 'words',
    children: (
      <>
        <h1>{page.title}</h1>
        <Prose edition={edition} html={page.body} />
      </>
    ),
  })
}
