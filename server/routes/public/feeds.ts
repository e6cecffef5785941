import { z } from 'zod'
import type { Locale } from '../../../views/locale/locale.ts'
import type { App } from '../../app.ts'
import { asOfNow } from '../../as-of.ts'
import { effectiveChanges } from '../../db/changes.ts'
import { countsOfLines, releasesNumbered } from '../../db/releases.ts'
import { Refusal } from '../../errors.ts'
import { atom } from '../../feeds/atom.ts'
import { changesFeed } from '../../feeds/changes.ts'
import { type EffectiveChange, effectiveChange, saidIn } from '../../feeds/effective.ts'
import type { Feed, FeedFormat } from '../../feeds/feed.ts'
import { upcomingCalendar } from '../../feeds/ical.ts'
import { jsonFeed } from '../../feeds/json-feed.ts'
import { feedPage } from '../../feeds/pages.ts'
import { upcomingFeed } from '../../feeds/upcoming.ts'
import type { Site } from '../../site.ts'

const FORMATS: Record<FeedFormat, { type: string; write: (feed: Feed) => string }> = {
  atom: { type: 'application/atom+xml; charset=utf-8', write: atom },
  json: { type: 'application/feed+json; charset=utf-8', write: jsonFeed },
}

/** Changes to come in one feed: enough for any reader, and a bound. */
const MOST = 500

/** 订阅: releases and upcoming changes as Atom and JSON feeds, and what takes effect as a calendar. */
export function feeds(scope: App, site: Site, locale: Locale): void {
  const place = { base: site.publicUrl, locale }
  const PageNumber = z
    .string()
    .regex(/^[1-9]\d{0,6}$/, { error: 'not-a-number' })
    .transform(Number)
    .optional()

  for (const format of ['atom', 'json'] as const) {
    const { type, write } = FORMATS[format]
    scope.get(
      `/changes.${format}`,
      { schema: { querystring: z.strictObject({ page: PageNumber }) } },
      async (request, reply) => {
        const page = feedPage(request.query.page ?? null, site.head.release())
        if (page === null) throw new Refusal('not-found')
        const numbers = Array.from({ length: Math.max(0, page.last - page.first + 1) }, (_, n) => page.first + n)
        const [releases, counts] = await Promise.all([
          releasesNumbered(site.db, numbers),
          countsOfLines(site.db, numbers),
        ])
        const news = releases.map((release) => ({ release, changes: counts.get(release.seq) ?? {} }))
        if (page.archive) reply.header('cache-control', 'public, max-age=31536000, immutable')
        return reply
          .type(type)
          .send(write(changesFeed({ ...place, format, page, headPublishedAt: site.head.publishedAt(), news })))
      },
    )

    scope.get(`/upcoming.${format}`, { schema: { querystring: z.strictObject({}) } }, async (_request, reply) => {
      const changes = await coming(site, locale)
      return reply
        .type(type)
        .send(write(upcomingFeed({ ...place, format, headPublishedAt: site.head.publishedAt(), changes })))
    })
  }

  scope.get('/upcoming.ics', { schema: { querystring: z.strictObject({}) } }, async (_request, reply) =>
    reply.type('text/calendar; charset=utf-8').send(upcomingCalendar(await coming(site, locale), place)),
  )
}

/** What takes effect after today, in words, each with the time of the release that said so. */
async function coming(site: Site, locale: Locale): Promise<EffectiveChange[]> {
  const asOf = asOfNow(site, {})
  const [{ rows: differences }, reference] = await Promise.all([
    effectiveChanges(site.db, { after: asOf.on, until: null, port: null, cursor: null, limit: MOST }, asOf),
    site.reference(asOf.release),
  ])
  const releases = await releasesNumbered(site.db, [...new Set(differences.map(saidIn))])
  const published = new Map(releases.map(({ seq, publishedAt }) => [seq, publishedAt]))
  return differences.map((one) =>
    effectiveChange(
      one,
      reference,
      { base: site.publicUrl, locale },
      published.get(saidIn(one)) ?? site.head.publishedAt(),
    ),
  )
}
