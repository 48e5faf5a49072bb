import { pathOf, SEARCH, urlOf } from '../../scripts/model/address.ts'
import type { Show } from '../../scripts/model/show.ts'
import type { PublishedFile } from '../parts/publishedFile.ts'

/** Everything may be read; only the search page's endless answers are not worth crawling. */
export function robots({ site }: Show): PublishedFile[] {
  const lines = [
    'User-agent: *',
    `Disallow: ${pathOf(site, SEARCH)}?`,
    '',
    `Sitemap: ${urlOf(site, '/sitemap.xml')}`,
  ]
  return [{ address: '/robots.txt', content: () => `${lines.join('\n')}\n` }]
}
