import { z } from 'zod'
import { type Locale, translator } from '../../../views/locale/locale.ts'
import type { App } from '../../app.ts'
import { asOfNow } from '../../as-of.ts'
import { effectiveChanges } from '../../db/changes.ts'
import { countsOfLines, releasesNumbered } from '../../db/releases.ts'
import { restatedBy } from '../../db/restated.ts'
import { Refusal } from '../../errors.ts'
import { atom } from '../../feeds/atom.ts'
import { changesFeed, type ReleaseNews } from '../../feeds/changes.ts'
import { type EffectiveChange, effectiveChange, saidIn } from '../../feeds/effective.ts'
import type { Feed, FeedFormat } from '../../feeds/feed.ts'
import { upcomingCalendar } from '../../feeds/ical.ts'
import { jsonFeed } from '../../feeds/json-feed.ts'
import { type FeedPage, feedPage } from '../../feeds/pages.ts'
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
  for (const format of ['atom', 'json'] as const) {
    feedOfChanges(scope, site, locale, format) //  /changes.atom /changes.json
    feedOfUpcoming(scope, site, locale, format) // /upcoming.atom /upcoming.json
  }
  calendarOfUpcoming(scope, site, locale) //       /upcoming.ics
}

const PageNumber = z
  .string()
  .regex(/^[1-9]\d{0,6}$/, { error: 'not-a-number' })
  .transform(Number)
  .optional()
const Nothing = z.strictObject({})

function feedOfChanges(scope: App, site: Site, locale: Locale, format: FeedFormat): void {
  const { type, write } = FORMATS[format]
  const place = { base: site.publicUrl, locale }
  const querystring = z.strictObject({ page: PageNumber })
  scope.get(`/changes.${format}`, { schema: { querystring } }, async (request, reply) => {
    const page = feedPage(request.query.page ?? null, site.head.release())
    if (page === null) throw new Refusal('not-found')
    const news = await newsOf(site, page)
    if (page.archive) reply.header('cache-control', 'public, max-age=31536000, immutable')
    const feed = changesFeed({ ...place, format, page, headPublishedAt: site.head.publishedAt(), news })
    return reply.type(type).send(write(feed))
  })
}

/** The releases of one page of the feed, each with how many of its lines say what. */
async function newsOf({ db }: Site, { first, last }: FeedPage): Promise<ReleaseNews[]> {
  const numbers = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n)
  const [releases, counts, restated] = await Promise.all([
    releasesNumbered(db, numbers),
    countsOfLines(db, numbers),
    restatedBy(db, numbers, 1),
  ])
  return releases.map((release) => ({
    release,
    changes: counts.get(release.seq) ?? {},
    restated: restated.get(release.seq)?.total ?? 0,
  }))
}

function feedOfUpcoming(scope: App, site: Site, locale: Locale, format: FeedFormat): void {
  const { type, write } = FORMATS[format]
  const place = { base: site.publicUrl, locale }
  scope.get(`/upcoming.${format}`, { schema: { querystring: Nothing } }, async (_request, reply) => {
    const feed = { ...place, format, headPublishedAt: site.head.publishedAt(), ...(await coming(site, locale)) }
    return reply.type(type).send(write(upcomingFeed(feed)))
  })
}

function calendarOfUpcoming(scope: App, site: Site, locale: Locale): void {
  const place = { base: site.publicUrl, locale }
  scope.get('/upcoming.ics', { schema: { querystring: Nothing } }, async (_request, reply) => {
    const { changes, about } = await coming(site, locale)
    return reply.type('text/calendar; charset=utf-8').send(upcomingCalendar(changes, place, about))
  })
}

type Coming = { changes: EffectiveChange[]; about: string | null }

/** What takes effect after today, in words, each with the time of the release that said so; `about` says if it is cut. */
async function coming(site: Site, locale: Locale): Promise<Coming> {
  const asOf = asOfNow(site, {})
  const [{ rows: differences, next }, reference] = await Promise.all([
    effectiveChanges(site.db, { after: asOf.on, until: null, port: null, cursor: null, limit: MOST }, asOf),
    site.reference(asOf.release),
  ])
  const releases = await releasesNumbered(site.db, [...new Set(differences.map(saidIn))])
  const published = new Map(releases.map(({ seq, publishedAt }) => [seq, publishedAt]))
  const place = { base: site.publicUrl, locale }
  const changes = differences.map((one) =>
    effectiveChange(one, reference, place, published.get(saidIn(one)) ?? site.head.publishedAt()),
  )
  return { changes, about: next === null ? null : translator(locale)('changes.feedCut', { n: MOST }) }
}
