import { z } from 'zod'
import { PortCode } from '../../../catalogue/codes.ts'
import { versionsOf } from '../../../catalogue/reference.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { operatingTimePage } from '../../../views/pages/operating-time.ts'
import { operatingTimesPage } from '../../../views/pages/operating-times.ts'
import type { App } from '../../app.ts'
import { asOfNow, pageDay } from '../../as-of.ts'
import { historyOf, releasesIn } from '../../db/history.ts'
import { releasesNumbered } from '../../db/releases.ts'
import { Refusal } from '../../errors.ts'
import { contextOf } from '../../page.ts'
import { knownPort } from '../../places.ts'
import type { Site } from '../../site.ts'

/** 作业时限: within how long operators shift, hand over and move boxes, by port; and the history of one such standard. */
export function operatingTimePages(scope: App, site: Site, locale: Locale): void {
  const All = z.strictObject({ ...pageDay, port: PortCode.optional() })
  scope.get('/operating-times', { schema: { querystring: All } }, async (request, reply) => {
    const { port = null } = request.query
    const asOf = asOfNow(site, request.query)
    const reference = await site.reference(asOf.release)
    knownPort(reference, port, asOf.on)
    return reply.page(
      'operating-times',
      operatingTimesPage(contextOf(site, request, locale, asOf), { port, reference }),
    )
  })

  const One = { params: z.object({ '*': z.string().min(1).max(300) }), querystring: z.strictObject(pageDay) }
  scope.get('/operating-times/*', { schema: One }, async (request, reply) => {
    const asOf = asOfNow(site, request.query)
    const key = request.params['*']
    const reference = await site.reference(asOf.release)
    if (versionsOf(reference, 'operating_time', key).length === 0) throw new Refusal('not-found')
    const statements = await historyOf(site.db, 'operating_time', key, asOf.release)
    const releases = await releasesNumbered(site.db, releasesIn(statements))
    return reply.page(
      'operating-time',
      operatingTimePage(contextOf(site, request, locale, asOf), { statements, releases, reference }),
    )
  })
}
