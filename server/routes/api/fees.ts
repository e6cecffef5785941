import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { FeeItemCode } from '../../../catalogue/codes.ts'
import { coverageOn } from '../../../catalogue/covered.ts'
import { Selection } from '../../../catalogue/listing.ts'
import { periodsOf, type Reference, versionsOf } from '../../../catalogue/reference.ts'
import { inForce } from '../../../catalogue/validity.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import type { App } from '../../app.ts'
import { apiDay, asOfNow } from '../../as-of.ts'
import { listStandards } from '../../db/listing.ts'
import { Refusal } from '../../errors.ts'
import { filterOf, selectFees } from '../../fees.ts'
import type { Site } from '../../site.ts'
import { feeHistory } from './fee-history.ts'
import { itemOut, lineageOut, matchesOut, metaOut, periodOut, standardOut } from './out.ts'
import { searchNames } from './search.ts'
import { Cursor, errors, ItemOut, Limit, Matches, Meta, StandardOut } from './shapes.ts'

/** Fee items and standards, on any day, as told at any release. */
export function feeRoutes(scope: App, site: Site): void {
  listFees(scope, site) //    /fees
  oneFee(scope, site) //      /fees/:code
  feeHistory(scope, site) //  /fees/:code/history
  searchNames(scope, site) // /search
}

const Lang = z.enum(['zh', 'en']).optional().meta({ description: 'Language of `text`; Chinese when left out' })
const localeOf = (lang: 'zh' | 'en' | undefined): Locale => (lang === 'en' ? 'en' : 'zh-CN')

const List = {
  summary: 'Standards in force on a day',
  tags: ['fees'],
  querystring: Selection.extend({ ...apiDay, limit: Limit, cursor: Cursor, lang: Lang }),
  response: {
    200: z.object({
      meta: Meta,
      data: z.array(StandardOut),
      total: z.int(),
      next: z.string().nullable(),
      matches: Matches.optional(),
      nearest: Matches.optional(),
    }),
    ...errors,
  },
}

function listFees(scope: App, site: Site): void {
  scope.get('/fees', { schema: List }, async (request, reply) => {
    const { as_of, release, limit = 100, cursor = null, lang, ...selection } = request.query
    const asOf = asOfNow(site, { on: as_of, release, cursor: cursor ?? undefined })
    const { list, found, coverage, reference } = await selectFees(site, selection, { cursor, limit }, asOf)
    if (list.next)
      reply.header('link', `<${nextAddress(site, request, list.next)}>; rel="next", ${reply.getHeader('link')}`)
    return {
      meta: metaOut(asOf, coverage),
      data: list.rows.map((row) => standardOut(row, reference, asOf.on, localeOf(lang))),
      total: list.total,
      next: list.next,
      ...(found ? matchesOut(found, reference, asOf.on) : {}),
    }
  })
}

function nextAddress(site: Site, request: FastifyRequest, cursor: string): string {
  const address = new URL(request.url, site.publicUrl)
  for (const [name, value] of [...address.searchParams]) if (value === '') address.searchParams.delete(name)
  address.searchParams.set('cursor', cursor)
  return address.toString()
}

const One = {
  summary: 'One item with its standards on a day',
  tags: ['fees'],
  params: z.object({ code: FeeItemCode }),
  querystring: z.strictObject({
    ...Selection.pick({ port: true, entity: true }).shape,
    ...apiDay,
    limit: Limit.meta({ description: '1 to 1000 rows; 1000 when left out' }),
    cursor: Cursor,
    lang: Lang,
  }),
  response: {
    200: z.object({
      meta: Meta,
      data: ItemOut.extend({ standards: z.array(StandardOut) }),
      next: z.string().nullable(),
    }),
    ...errors,
  },
}

function oneFee(scope: App, site: Site): void {
  scope.get('/fees/:code', { schema: One }, async (request) => {
    const { as_of, release, limit = 1000, cursor = null, lang, port, entity } = request.query
    const { code } = request.params
    const asOf = asOfNow(site, { on: as_of, release, cursor: cursor ?? undefined })
    const reference = await site.reference(asOf.release)
    const item = inForce(versionsOf(reference, 'item', code), asOf.on)
    if (!item?.payload) throw notInForce(code, reference, asOf.on)
    const filter = filterOf({ item: code, port, entity }, null, reference, asOf)
    const list = await listStandards(site.db, { filter, sort: 'item', cursor, limit }, asOf)
    const standards = list.rows.map((row) => standardOut(row, reference, asOf.on, localeOf(lang)))
    return {
      meta: metaOut(asOf, coverageOn(reference, port ?? null, entity ?? null, asOf.on)),
      data: { ...itemOut({ ...item, payload: item.payload }, reference, asOf.on), standards },
      next: list.next,
    }
  })
}

/** Known but not in force: the answer names the periods in which it was, and what it became. */
function notInForce(code: string, reference: Reference, on: string): Refusal {
  const versions = versionsOf(reference, 'item', code)
  if (versions.length === 0) return new Refusal('not-found')
  const name = versions.findLast(({ payload }) => payload !== null)?.payload?.name.zh ?? code
  const became = lineageOut(code, reference).filter(({ from }) => from === code)
  return new Refusal('not-in-force', { name, on }, [], {
    periods: periodsOf(versions).map(periodOut),
    replaced_by: became,
  })
}
