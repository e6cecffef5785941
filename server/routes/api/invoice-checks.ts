import { z } from 'zod'
import { coverageOn } from '../../../catalogue/covered.ts'
import type { App } from '../../app.ts'
import { asOfNow } from '../../as-of.ts'
import { checkBill } from '../../checks.ts'
import type { Site } from '../../site.ts'
import { checkedOut } from './check-out.ts'
import { CheckIn, CheckOut } from './check-shapes.ts'
import { metaOut } from './out.ts'
import { errors, Problem } from './shapes.ts'

const Check = {
  summary: 'A bill, compared line by line with what was published',
  description:
    'Each line is matched to an item and compared with the price of its day, as told when it was charged and as told now. It is a comparison by the portal, never an official finding. Nothing is kept.',
  tags: ['checks'],
  querystring: z.strictObject({
    lang: z.enum(['zh', 'en']).optional().meta({ description: 'Language of the reasons; Chinese when left out' }),
  }),
  body: CheckIn,
  response: { 200: CheckOut, ...errors, 413: Problem, 415: Problem },
}

const MEGABYTE = 1024 * 1024

/** 核对账单: `POST /api/v1/invoice-checks`. A bill is nobody else's business: no answer is kept, here or on the way. */
export function invoiceCheckRoutes(scope: App, site: Site): void {
  scope.post('/invoice-checks', { schema: Check, bodyLimit: MEGABYTE }, async (request, reply) => {
    const { release, ...invoice } = request.body
    const bill = await checkBill(site, invoice, release === undefined ? {} : { release })
    const asOf = asOfNow(site, { on: invoice.charged_on, release: bill.release })
    reply.headers({ 'cache-control': 'no-store', 'portal-release': String(bill.release) })
    const coverage = coverageOn(bill.reference, invoice.port, invoice.entity ?? null, invoice.charged_on)
    return { meta: metaOut(asOf, coverage), ...checkedOut(bill, request.query.lang === 'en' ? 'en' : 'zh-CN') }
  })
}
