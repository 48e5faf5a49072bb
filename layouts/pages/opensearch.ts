import { SEARCH, urlOf } from '../../scripts/model/address.ts'
import type { Show } from '../../scripts/model/show.ts'
import type { PublishedFile } from '../parts/publishedFile.ts'
import { element, xmlDocument } from '../parts/xml.ts'

/** Lets a browser search the show from its address bar: https://github.com/dewitt/opensearch */
export function opensearch(show: Show): PublishedFile[] {
  return [{ address: '/opensearch.xml', content: () => description(show) }]
}

function description({ site, title, language }: Show): string {
  const icon = { width: 32, height: 32, type: 'image/x-icon' }
  return xmlDocument(
    element(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      // Browsers refuse a longer name.
      element('ShortName', {}, [...title].slice(0, 16).join('').trim()),
      element('LongName', {}, [...title].slice(0, 48).join('').trim()),
      element('Description', {}, `Search everything said on ${title}`),
      element('Url', {
        type: 'text/html',
        method: 'get',
        template: `${urlOf(site, SEARCH)}?q={searchTerms}`,
      }),
      element('Url', {
        type: 'application/opensearchdescription+xml',
        rel: 'self',
        template: urlOf(site, '/opensearch.xml'),
      }),
      element('Image', icon, urlOf(site, '/favicon.ico')),
      element('Language', {}, language),
      element('InputEncoding', {}, 'UTF-8'),
    ),
  )
}
