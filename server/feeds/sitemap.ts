import type { Day } from '../../catalogue/day.ts'
import { LOCALES } from '../../views/locale/locale.ts'
import { addressOf } from './address.ts'
import { document, element, type Xml } from './xml.ts'

/** Pages of one sitemap: each stands there in both languages, and a sitemap holds at most 50 000 addresses. */
export const PER_SITEMAP = 25_000

/** 站点地图: the pages of one file (from 1) in both languages, each naming the other; `paths` are those of all files. */
export const sitemap = (base: string, paths: readonly string[], lastmod: Day, file = 1): string =>
  document(
    element(
      'urlset',
      { xmlns: SITEMAP, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' },
      paths.slice((file - 1) * PER_SITEMAP, file * PER_SITEMAP).flatMap((path) => urlsOf(base, path, lastmod)),
    ),
  )

/** The index of the sitemaps `/sitemap-1.xml`, `/sitemap-2.xml` … where one cannot hold all pages. */
export const sitemapIndex = (base: string, files: number, lastmod: Day): string =>
  document(
    element(
      'sitemapindex',
      { xmlns: SITEMAP },
      Array.from({ length: files }, (_, n) =>
        element('sitemap', {}, element('loc', {}, `${base}/sitemap-${n + 1}.xml`), element('lastmod', {}, lastmod)),
      ),
    ),
  )

/** How many sitemaps so many pages need; with more than one, `/sitemap.xml` is their index. */
export const sitemapFiles = (pages: number): number => Math.max(1, Math.ceil(pages / PER_SITEMAP))

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9'

function urlsOf(base: string, path: string, lastmod: Day): Xml[] {
  const alternates = [...LOCALES, 'x-default' as const].map((hreflang) =>
    element('xhtml:link', {
      rel: 'alternate',
      hreflang,
      href: addressOf({ base, locale: hreflang === 'x-default' ? 'zh-CN' : hreflang }, path),
    }),
  )
  return LOCALES.map((locale) =>
    element(
      'url',
      {},
      element('loc', {}, addressOf({ base, locale }, path)),
      element('lastmod', {}, lastmod),
      alternates,
    ),
  )
}
