import { translator } from '../../views/locale/locale.ts'
import { addressOf, type Place } from './address.ts'
import { document, element } from './xml.ts'

/** OpenSearch 1.1 description: lets a browser search the fees from its address bar. `icon` is the address of an SVG. */
export function openSearch(place: Place, icon: string): string {
  const { words } = translator(place.locale)
  const en = place.locale === 'en'
  return document(
    element(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      element('ShortName', {}, en ? 'Port fees' : '口岸收费'),
      element('Description', {}, `${words.frame.region} ${words.frame.site} · ${words.fees.search}`),
      element('Url', { type: 'text/html', template: `${addressOf(place, '/fees')}?q={searchTerms}` }),
      element('Url', {
        rel: 'self',
        type: 'application/opensearchdescription+xml',
        template: addressOf(place, '/opensearch.xml'),
      }),
      element('Image', { width: '16', height: '16', type: 'image/svg+xml' }, icon),
      element('Language', {}, place.locale),
      element('InputEncoding', {}, 'UTF-8'),
    ),
  )
}
