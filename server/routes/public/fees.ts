import { z } from 'zod'
import { FeeItemCode } from '../../../catalogue/codes.ts'
import { type AsOf, Selection } from '../../../catalogue/listing.ts'
import { type Reference, versionsOf } from '../../../catalogue/reference.ts'
import { inForce } from '../../../catalogue/validity.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { feeItemPage } from '../../../views/pages/fee-item.ts'
import { feeItemNotInForcePage } from '../../../views/pages/fee-item-not-in-force.ts'
import { feesPage } from '../../../views/pages/fees.ts'
import type { App } from '../../app.ts'
import { asOfNow, pageDay } from '../../as-of.ts'
import { ownNamesOf } from '../../db/history.ts'
import { listStandards } from '../../db/listing.ts'
import type { Filter } from '../../db/selection.ts'
import { Refusal } from '../../errors.ts'
import { filterOf, governmentOf, selectFees } from '../../fees.ts'
import { contextOf } from '../../page.ts'
import type { Site } from '../../site.ts'
import { feeHistory } from './fee-history.ts'

/** Rows on a page of a list. */
export const PAGE = 50

/** Where a page of a list begins: `next` or `previous` of another. */
export const Cursor = z.string().max(600).optional()

/** 费目: the list, one item with its standards, and its history. */
export function feePages(scope: App, site: Site, locale: Locale): void {
  listOfFees(scope, site, locale) // /fees
  feeItem(scope, site, locale) //    /fees/:code
  feeHistory(scope, site, locale) // /fees/:code/history
}

function listOfFees(scope: App, site: Site, locale: Locale): void {
  const querystring = Selection.extend({ ...pageDay, cursor: Cursor })
  scope.get('/fees', { schema: { querystring } }, async (request, reply) => {
    const { on, release, cursor, ...selection } = request.query
    const asOf = asOfNow(site, { on, release, cursor })
    const answered = await selectFees(site, selection, { cursor: cursor ?? null, limit: PAGE }, asOf)
    return reply.page('fees', feesPage(contextOf(site, request, locale, asOf), answered))
  })
}

function feeItem(scope: App, site: Site, locale: Locale): void {
  const params = z.object({ code: FeeItemCode })
  const querystring = Selection.pick({ port: true, entity: true }).extend({ ...pageDay, cursor: Cursor })
  scope.get('/fees/:code', { schema: { params, querystring } }, async (request, reply) => {
    const asOf = asOfNow(site, request.query)
    const reference = await site.reference(asOf.release)
    const context = contextOf(site, request, locale, asOf)
    const { code } = request.params
    const item = itemOn(reference, code, asOf)
    if (item === null)
      return reply.code(404).page('fee-item-not-in-force', feeItemNotInForcePage(context, { code, reference }))
    const { port, entity, cursor = null } = request.query
    const filter = filterOf({ item: code, port, entity }, null, reference, asOf)
    const prices = await pricesOf(site, code, filter, cursor, asOf)
    return reply.page('fee-item', feeItemPage(context, { item, ...prices, reference }))
  })
}

/** Names an item goes by that its page gives. */
const NAMES = 200

/** What government sets of an item, a page of what entities post, and what they call it. */
async function pricesOf(site: Site, code: string, filter: Filter, cursor: string | null, asOf: AsOf) {
  const byEntities = { filter: { ...filter, setBy: 'entity' as const }, sort: 'item' as const, cursor, limit: PAGE }
  const [government, posted, ownNames] = await Promise.all([
    governmentOf(site, filter, asOf),
    listStandards(site.db, byEntities, asOf),
    ownNamesOf(site.db, code, asOf.release, NAMES),
  ])
  return { government, posted, ownNames }
}

/** The item on the day; null when it is known but not in force. One that was never published is not found. */
function itemOn(reference: Reference, code: string, { on }: AsOf) {
  const versions = versionsOf(reference, 'item', code)
  if (versions.length === 0) throw new Refusal('not-found')
  const item = inForce(versions, on)
  return item?.payload ? { ...item, payload: item.payload } : null
}
