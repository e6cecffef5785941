import { z } from 'zod'
import { PortCode } from '../../../catalogue/codes.ts'
import { coverageOn } from '../../../catalogue/covered.ts'
import { nearest } from '../../../catalogue/reference.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { portPage } from '../../../views/pages/port.ts'
import { portsPage } from '../../../views/pages/ports.ts'
import type { App } from '../../app.ts'
import { asOfNow, pageDay } from '../../as-of.ts'
import { countsByPort } from '../../db/counts.ts'
import { listStandards } from '../../db/listing.ts'
import { Refusal } from '../../errors.ts'
import { filterOf, governmentOf } from '../../fees.ts'
import { contextOf } from '../../page.ts'
import type { Site } from '../../site.ts'
import { Cursor, PAGE } from './fees.ts'

/** 口岸: all ports with who charges there, and the list of one. */
export function portPages(scope: App, site: Site, locale: Locale): void {
  scope.get('/ports', { schema: { querystring: z.strictObject(pageDay) } }, async (request, reply) => {
    const asOf = asOfNow(site, request.query)
    const [reference, standards] = await Promise.all([site.reference(asOf.release), countsByPort(site.db, asOf)])
    return reply.page('ports', portsPage(contextOf(site, request, locale, asOf), { reference, standards }))
  })

  const One = { params: z.object({ code: PortCode }), querystring: z.strictObject({ ...pageDay, cursor: Cursor }) }
  scope.get('/ports/:code', { schema: One }, async (request, reply) => {
    const asOf = asOfNow(site, request.query)
    const { code } = request.params
    const reference = await site.reference(asOf.release)
    const port = nearest(reference, 'port', code, asOf.on)
    if (port === undefined) throw new Refusal('not-found')
    const filter = filterOf({ port: code }, null, reference, asOf)
    const [government, posted] = await Promise.all([
      governmentOf(site, filter, asOf),
      listStandards(
        site.db,
        { filter: { ...filter, setBy: 'entity' }, sort: 'item', cursor: request.query.cursor ?? null, limit: PAGE },
        asOf,
      ),
    ])
    const data = {
      port,
      government,
      posted,
      coverage: coverageOn(reference, code, null, asOf.on),
      reference,
    }
    return reply.page('port', portPage(contextOf(site, request, locale, asOf), data))
  })
}
