import { z } from 'zod'
import { CreditCode, FeeItemCode, PortCode } from '../../../catalogue/codes.ts'
import type { Day } from '../../../catalogue/day.ts'
import type { Reference } from '../../../catalogue/reference.ts'
import { CATEGORIES, OUTCOMES } from '../../../complaints/words.ts'
import { type Locale, translator } from '../../../views/locale/locale.ts'
import { outcomePage } from '../../../views/pages/outcome.ts'
import { outcomeGonePage } from '../../../views/pages/outcome-gone.ts'
import { outcomesPage } from '../../../views/pages/outcomes.ts'
import type { App } from '../../app.ts'
import { asOfNow } from '../../as-of.ts'
import { allOutcomes, OUTCOMES_A_PAGE, outcomeBy, outcomesOf, outcomeYears } from '../../db/outcomes.ts'
import { Refusal } from '../../errors.ts'
import { outcomesCsv } from '../../files/outcomes-csv.ts'
import { freshOutcomes } from '../../outcomes-fresh.ts'
import { contextOf } from '../../page.ts'
import { known } from '../../places.ts'
import type { Site } from '../../site.ts'
import { statsPages } from './stats.ts'

const Filter = {
  port: PortCode.optional(),
  entity: CreditCode.optional(),
  item: FeeItemCode.optional(),
  category: z.enum(CATEGORIES).optional(),
  outcome: z.enum(OUTCOMES).optional(),
  year: z
    .string()
    .regex(/^20\d\d$/, { error: 'not-a-number' })
    .optional(),
}
const Page = z
  .string()
  .regex(/^[1-9]\d{0,3}$/, { error: 'not-a-number' })
  .optional()

/** 办理结果与统计. A scope of its own, since it changes without a release. */
export const outcomePages = (site: Site, locale: Locale) => async (scope: App) => {
  scope.addHook('onRequest', async (_request, reply) => void reply.header('content-language', locale))
  scope.addHook('onSend', async (_request, reply) => {
    if (reply.statusCode >= 400 && reply.statusCode !== 410)
      reply.header('cache-control', 'no-store').removeHeader('etag')
  })
  listed(scope, site, locale) //     /cases
  inAFile(scope, site, locale) //    /cases.csv
  oneCase(scope, site, locale) //    /cases/:case
  statsPages(scope, site, locale) // /stats /stats.csv /stats/radar.csv
}

function listed(scope: App, site: Site, locale: Locale): void {
  scope.get(
    '/cases',
    { schema: { querystring: z.strictObject({ ...Filter, page: Page }) } },
    async (request, reply) => {
      if (!freshOutcomes(site, request, reply)) return reply
      const asOf = asOfNow(site, {})
      const page = Number(request.query.page ?? 1)
      const [{ rows, total }, years, reference] = await Promise.all([
        outcomesOf(site.db, request.query, page),
        outcomeYears(site.db),
        site.reference(asOf.release),
      ])
      mustBeKnown(reference, request.query, asOf.on)
      const pages = Math.ceil(total / OUTCOMES_A_PAGE)
      if (page > 1 && page > pages) throw new Refusal('not-found')
      const data = { rows, total, pages, years, asked: request.query, reference }
      return reply.page('outcomes', outcomesPage(contextOf(site, request, locale, asOf), data))
    },
  )
}

/** Refuses to look for what was never published, by the name of its field. */
function mustBeKnown(reference: Reference, { port, entity, item }: Record<string, unknown>, on: Day): void {
  known(reference, 'port', port as string | undefined, on)
  known(reference, 'entity', entity as string | undefined, on)
  known(reference, 'item', item as string | undefined, on)
}

function inAFile(scope: App, site: Site, locale: Locale): void {
  scope.get('/cases.csv', { schema: { querystring: z.strictObject(Filter) } }, async (request, reply) => {
    if (!freshOutcomes(site, request, reply)) return reply
    const { release, on } = asOfNow(site, {})
    const reference = await site.reference(release)
    mustBeKnown(reference, request.query, on)
    const rows = await allOutcomes(site.db, request.query)
    return reply
      .header('content-disposition', `attachment; filename="port-fee-cases-${on}.csv"`)
      .type('text/csv; charset=utf-8')
      .send(outcomesCsv(rows, { reference, t: translator(locale) }))
  })
}

const PUBLIC_NUMBER = /^GS\d{4}-\d{4,9}$/

function oneCase(scope: App, site: Site, locale: Locale): void {
  const params = z.object({ case: z.string() })
  scope.get('/cases/:case', { schema: { params, querystring: z.strictObject({}) } }, async (request, reply) => {
    const no = request.params.case
    if (!PUBLIC_NUMBER.test(no)) throw new Refusal('not-found')
    if (!freshOutcomes(site, request, reply)) return reply
    const asOf = asOfNow(site, {})
    const found = await outcomeBy(site.db, no)
    if (found === undefined) throw new Refusal('not-found')
    const ctx = contextOf(site, request, locale, asOf)
    if (!('content' in found)) return reply.code(410).page('outcome-gone', outcomeGonePage(ctx, found))
    const reference = await site.reference(asOf.release)
    return reply.page('outcome', outcomePage(ctx, { ...found, money: found, reference }))
  })
}
