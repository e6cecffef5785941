import { z } from 'zod'
import { FeeItemCode } from '../../../catalogue/codes.ts'
import { type AsOf, Selection } from '../../../catalogue/listing.ts'
import { type Reference, versionsOf } from '../../../catalogue/reference.ts'
import { inForce } from '../../../catalogue/validity.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { feeHistoryPage } from '../../../views/pages/fee-history.ts'
import { feeItemPage } from '../../../views/pages/fee-item.ts'
import { feeItemNotInForcePage } from '../../../views/pages/fee-item-not-in-force.ts'
import { feesPage } from '../../../views/pages/fees.ts'
import type { App } from '../../app.ts'
import { asOfNow, pageDay } from '../../as-of.ts'
import { historyOf, linesOfItem, releasesIn } from '../../db/history.ts'
import { listStandards } from '../../db/listing.ts'
import { releasesNumbered } from '../../db/releases.ts'
import { Refusal } from '../../errors.ts'
import { filterOf, governmentOf, selectFees } from '../../fees.ts'
import { contextOf } from '../../page.ts'
import type { Site } from '../../site.ts'

/** Rows on a page of a list. */
export const PAGE = 50

export const Cursor = z.string().max(600).optional()

const Line = z.string().regex(/^[\w/-]{1,300}$/)

export function feePages(scope: App, site: Site, locale: Locale): void {
  scope.get(
    '/fees',
    { schema: { querystring: Selection.extend({ ...pageDay, cursor: Cursor }) } },
    async (request, reply) => {
      const { on, release, cursor, ...selection } = request.query
      const asOf = asOfNow(site, { on, release, cursor })
      const answered = await selectFees(site, selection, { cursor: cursor ?? null, limit: PAGE }, asOf)
      return reply.page('fees', feesPage(contextOf(site, request, locale, asOf), answered))
    },
  )

  const Item = { params: z.object({ code: FeeItemCode }) }
  const ItemQuery = Selection.pick({ port: true, entity: true }).extend({ ...pageDay, cursor: Cursor })
  scope.get('/fees/:code', { schema: { ...Item, querystring: ItemQuery } }, async (request, reply) => {
    const asOf = asOfNow(site, request.query)
    const reference = await site.reference(asOf.release)
    const context = contextOf(site, request, locale, asOf)
    const { code } = request.params
    const item = itemOn(reference, code, asOf)
    if (item === null)
      return reply.code(404).page('fee-item-not-in-force', feeItemNotInForcePage(context, { code, reference }))
    const { port, entity, cursor } = request.query
    const filter = filterOf({ item: code, port, entity }, null, reference, asOf)
    const [government, posted, lines] = await Promise.all([
      governmentOf(site, filter, asOf),
      listStandards(
        site.db,
        { filter: { ...filter, setBy: 'entity' }, sort: 'item', cursor: cursor ?? null, limit: PAGE },
        asOf,
      ),
      linesOfItem(site.db, code, asOf.release, 200),
    ])
    const ownNames = [...new Set(lines.flatMap(({ last }) => last.own_name ?? []))]
    return reply.page('fee-item', feeItemPage(context, { item, government, posted, ownNames, reference }))
  })

  const HistoryQuery = z.strictObject({ ...pageDay, line: Line.optional() })
  scope.get('/fees/:code/history', { schema: { ...Item, querystring: HistoryQuery } }, async (request, reply) => {
    const asOf = asOfNow(site, request.query)
    const { code } = request.params
    const reference = await site.reference(asOf.release)
    if (versionsOf(reference, 'item', code).length === 0) throw new Refusal('not-found')
    const lines = await linesOfItem(site.db, code, asOf.release, 500)
    const chosen = chosenLine(code, request.query.line ?? lines[0]?.key)
    const statements =
      chosen.kind === 'item'
        ? await historyOf(site.db, 'item', chosen.key, asOf.release)
        : await historyOf(site.db, 'standard', chosen.key, asOf.release)
    if (statements.length === 0) throw new Refusal('not-found')
    const releases = await releasesNumbered(site.db, releasesIn(statements))
    const context = contextOf(site, request, locale, asOf)
    return reply.page(
      'fee-history',
      feeHistoryPage(context, { code, chosen: chosen.key, lines, statements, releases, reference }),
    )
  })
}

/** Whose history is asked for: a line of the item, or the item itself. */
function chosenLine(code: string, line: string | undefined): { kind: 'item' | 'standard'; key: string } {
  if (line === undefined || line === code) return { kind: 'item', key: code }
  if (!line.startsWith(`${code}/`)) throw new Refusal('not-found')
  return { kind: 'standard', key: line }
}

/** The item on the day; null when it is known but not in force. One that was never published is not found. */
function itemOn(reference: Reference, code: string, { on }: AsOf) {
  const versions = versionsOf(reference, 'item', code)
  if (versions.length === 0) throw new Refusal('not-found')
  const item = inForce(versions, on)
  return item?.payload ? { ...item, payload: item.payload } : null
}
