import { z } from 'zod'
import type { Difference } from '../../../catalogue/listing.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { homePage } from '../../../views/pages/home.ts'
import type { App } from '../../app.ts'
import { asOfNow, pageDay } from '../../as-of.ts'
import { effectiveChanges } from '../../db/changes.ts'
import { releasesBefore } from '../../db/releases.ts'
import { selectFees } from '../../fees.ts'
import { contextOf } from '../../page.ts'
import type { Site } from '../../site.ts'

export function home(scope: App, site: Site, locale: Locale): void {
  scope.get('/', { schema: { querystring: z.strictObject(pageDay) } }, async (request, reply) => {
    const asOf = asOfNow(site, request.query)
    const { on, release } = asOf
    const [{ reference, list }, releases, upcoming] = await Promise.all([
      selectFees(site, {}, { cursor: null, limit: 1 }, asOf),
      releasesBefore(site.db, release + 1, 6),
      effectiveChanges(site.db, { after: on, until: null, port: null, cursor: null, limit: 20 }, asOf),
    ])
    const prices = upcoming.rows.filter((one): one is Difference<'standard'> => one.kind === 'standard')
    const data = { reference, releases, upcoming: prices, standards: list.total }
    return reply.page('home', homePage(contextOf(site, request, locale, asOf), data))
  })
}
