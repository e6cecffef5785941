/**
 * robots.txt (RFC 9309): the whole portal may be read by machines. Past days and releases are kept out of search
 * results by `noindex` on the pages themselves, which a crawler sees only where it may read them.
 */
export const robots = (base: string): string => `User-agent: *\nAllow: /\n\nSitemap: ${base}/sitemap.xml\n`
