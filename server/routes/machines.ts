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

/** What search engines and other programs look for at fixed addresses, once for both languages. */
export function machineRoutes(app: App, site: Site): void {
  app.get('/robots.txt', async (_request, reply) =>
    reply.headers(A_DAY).type('text/plain; charset=utf-8').send(robots(site.publicUrl)),
  )

  app.get('/.well-known/security.txt', async (_request, reply) =>
    reply
      .headers(A_DAY)
      .type('text/plain; charset=utf-8')
      .send(securityTxt({ base: site.publicUrl, contacts: [`${site.publicUrl}/policies`], now: site.now() })),
  )

  app.get('/sitemap.xml', async (_request, reply) => {
    const paths = await pathsOf(site)
    const files = sitemapFiles(paths.length)
    const text =
      files === 1
        ? sitemap(site.publicUrl, paths, lastChange(site))
        : sitemapIndex(site.publicUrl, files, lastChange(site))
    return reply.headers(AN_HOUR).type(XML).send(text)
  })
  const File = z.object({
    file: z
      .string()
      .regex(/^[1-9]\d{0,3}$/, { error: 'not-a-number' })
      .transform(Number),
  })
  app.get('/sitemap-:file.xml', { schema: { params: File } }, async (request, reply) => {
    const paths = await pathsOf(site)
    if (request.params.file > sitemapFiles(paths.length)) throw new Refusal('not-found')
    return reply
      .headers(AN_HOUR)
      .type(XML)
      .send(sitemap(site.publicUrl, paths, lastChange(site), request.params.file))
  })

  const describe = (locale: Locale) =>
    openSearch({ base: site.publicUrl, locale }, `${site.publicUrl}${site.assets('favicon.svg')}`)
  for (const [path, locale] of [
    ['/opensearch.xml', 'zh-CN'],
    ['/en/opensearch.xml', 'en'],
  ] as const)
    app.get(path, async (_request, reply) =>
      reply.headers(A_DAY).type('application/opensearchdescription+xml; charset=utf-8').send(describe(locale)),
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
  '/policies',
  '/glossary',
  '/operating-times',
  '/problems',
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
