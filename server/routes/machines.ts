import { z } from 'zod'
import { chinaDay } from '../../catalogue/day.ts'
import { allOn } from '../../catalogue/reference.ts'
import type { Locale } from '../../views/locale/locale.ts'
import type { App } from '../app.ts'
import { asOfNow } from '../as-of.ts'
import { Refusal } from '../errors.ts'
import { openSearch } from '../feeds/opensearch.ts'
import { robots } from '../feeds/robots.ts'
import { securityTxt } from '../feeds/security-txt.ts'
import { sitemap, sitemapFiles, sitemapIndex } from '../feeds/sitemap.ts'
import type { Site } from '../site.ts'

const A_DAY = { 'cache-control': 'public, max-age=86400' }
const AN_HOUR = { 'cache-control': 'public, max-age=3600' }
const XML = 'application/xml; charset=utf-8'
const TEXT = 'text/plain; charset=utf-8'

/** What search engines and other programs look for at fixed addresses, once for both languages. */
export function machineRoutes(app: App, site: Site): void {
  robotsTxt(app, site) //                               /robots.txt
  securityContact(app, site) //                         /.well-known/security.txt
  sitemapOfAll(app, site) //                            /sitemap.xml
  sitemapOfFile(app, site) //                           /sitemap-:file.xml
  searchBox(app, site, '/opensearch.xml', 'zh-CN') //   /opensearch.xml
  searchBox(app, site, '/en/opensearch.xml', 'en') //   /en/opensearch.xml
}

function robotsTxt(app: App, { publicUrl }: Site): void {
  app.get('/robots.txt', async (_request, reply) => reply.headers(A_DAY).type(TEXT).send(robots(publicUrl)))
}

function securityContact(app: App, { publicUrl, now }: Site): void {
  app.get('/.well-known/security.txt', async (_request, reply) => {
    const text = securityTxt({ base: publicUrl, contacts: [`${publicUrl}/policies`], now: now() })
    return reply.headers(A_DAY).type(TEXT).send(text)
  })
}

function sitemapOfAll(app: App, site: Site): void {
  app.get('/sitemap.xml', async (_request, reply) => {
    const paths = await pathsOf(site)
    const files = sitemapFiles(paths.length)
    const text =
      files === 1
        ? sitemap(site.publicUrl, paths, lastChange(site))
        : sitemapIndex(site.publicUrl, files, lastChange(site))
    return reply.headers(AN_HOUR).type(XML).send(text)
  })
}

const FileNumber = z
  .string()
  .regex(/^[1-9]\d{0,3}$/, { error: 'not-a-number' })
  .transform(Number)

function sitemapOfFile(app: App, site: Site): void {
  const params = z.object({ file: FileNumber })
  app.get('/sitemap-:file.xml', { schema: { params } }, async (request, reply) => {
    const { file } = request.params
    const paths = await pathsOf(site)
    if (file > sitemapFiles(paths.length)) throw new Refusal('not-found')
    return reply
      .headers(AN_HOUR)
      .type(XML)
      .send(sitemap(site.publicUrl, paths, lastChange(site), file))
  })
}

function searchBox(app: App, { publicUrl, assets }: Site, path: string, locale: Locale): void {
  const text = openSearch({ base: publicUrl, locale }, `${publicUrl}${assets('favicon.svg')}`)
  app.get(path, async (_request, reply) =>
    reply.headers(A_DAY).type('application/opensearchdescription+xml; charset=utf-8').send(text),
  )
}

const lastChange = ({ head }: Site) => chinaDay(head.publishedAt())

const FIXED = [
  '/',
  '/fees',
  '/ports',
  '/changes',
  '/upcoming',
  '/diff',
  '/calculator',
  '/policies',
  '/glossary',
  '/quality',
  '/log',
  '/operating-times',
  '/problems',
  '/complaints',
  '/verify',
  '/cases',
  '/stats',
]

/** The lasting pages of today: never those of a past day or release. */
async function pathsOf(site: Site): Promise<string[]> {
  const { on, release } = asOfNow(site, {})
  const reference = await site.reference(release)
  return [
    ...FIXED,
    ...allOn(reference, 'item', on).flatMap(({ code }) => [`/fees/${code}`, `/fees/${code}/history`]),
    ...allOn(reference, 'port', on).map(({ code }) => `/ports/${code}`),
    ...allOn(reference, 'entity', on).map(({ code }) => `/entities/${code}`),
    ...allOn(reference, 'document', on).map(({ code }) => `/policies/${code}`),
    ...Array.from({ length: release }, (_, n) => `/changes/${n + 1}`),
  ]
}
