import type { Category, Feed, FeedEntry } from './feed.ts'
import { document, element, type Xml } from './xml.ts'

/** A feed as Atom (RFC 4287), its archive pages marked and linked as RFC 5005 says. */
export const atom = (feed: Feed): string =>
  document(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:fh': HISTORY, 'xml:lang': feed.locale },
      element('id', {}, feed.id),
      element('title', {}, feed.title),
      feed.about === null ? null : element('subtitle', {}, feed.about),
      element('updated', {}, feed.updated.toISOString()),
      element('author', {}, element('name', {}, feed.author)),
      linksOf(feed),
      feed.paging.archive ? element('fh:archive', {}) : null,
      feed.entries.map(entryOf),
    ),
  )

const HISTORY = 'http://purl.org/syndication/history/1.0'

function linksOf({ self, url, locale, paging }: Feed): Xml[] {
  const pages = [
    ['current', paging.current],
    ['prev-archive', paging.previous],
    ['next-archive', paging.next],
  ] as const
  return [
    element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: locale, href: url }),
    ...pages.flatMap(([rel, href]) =>
      href === null ? [] : [element('link', { rel, type: 'application/atom+xml', href })],
    ),
  ]
}

const entryOf = ({ id, title, url, published, updated, categories, text }: FeedEntry): Xml =>
  element(
    'entry',
    {},
    element('id', {}, id),
    element('title', { 'xml:lang': title.lang }, title.text),
    element('published', {}, published.toISOString()),
    element('updated', {}, updated.toISOString()),
    element('link', { rel: 'alternate', type: 'text/html', href: url }),
    categories.map(({ term, scheme, label }: Category) => element('category', { term, scheme, label })),
    element('content', { type: 'text' }, text || title.text),
  )
