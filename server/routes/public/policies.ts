import { z } from 'zod'
import { DocumentCode } from '../../../catalogue/codes.ts'
import { nearest } from '../../../catalogue/reference.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { policiesPage } from '../../../views/pages/policies.ts'
import { policyPage } from '../../../views/pages/policy.ts'
import type { App } from '../../app.ts'
import { asOfNow, pageDay } from '../../as-of.ts'
import { countRestingOn } from '../../db/counts.ts'
import { Refusal } from '../../errors.ts'
import { contextOf } from '../../page.ts'
import type { Site } from '../../site.ts'

/** 依据与投诉渠道: the documents behind the fees, what rests on each, and where to complain. */
export function policyPages(scope: App, site: Site, locale: Locale): void {
  scope.get('/policies', { schema: { querystring: z.strictObject(pageDay) } }, async (request, reply) => {
    const asOf = asOfNow(site, request.query)
    const reference = await site.reference(asOf.release)
    return reply.page('policies', policiesPage(contextOf(site, request, locale, asOf), { reference }))
  })

  const One = { params: z.object({ code: DocumentCode }), querystring: z.strictObject(pageDay) }
  scope.get('/policies/:code', { schema: One }, async (request, reply) => {
    const asOf = asOfNow(site, request.query)
    const { code } = request.params
    const reference = await site.reference(asOf.release)
    const document = nearest(reference, 'document', code, asOf.on)
    if (document === undefined) throw new Refusal('not-found')
    const standards = await countRestingOn(site.db, code, asOf)
    return reply.page('policy', policyPage(contextOf(site, request, locale, asOf), { document, standards, reference }))
  })
}
