import { z } from 'zod'
import { CreditCode } from '../../../catalogue/codes.ts'
import { compare, governmentFor } from '../../../catalogue/comparison.ts'
import { coverageOn } from '../../../catalogue/covered.ts'
import type { AsOf } from '../../../catalogue/listing.ts'
import { nearest, type Reference } from '../../../catalogue/reference.ts'
import type { Statement } from '../../../catalogue/statement.ts'
import type { PageContext } from '../../../views/context.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { entityPage, type PostedBeside } from '../../../views/pages/entity.ts'
import type { App } from '../../app.ts'
import { asOfNow, pageDay } from '../../as-of.ts'
import { listStandards } from '../../db/listing.ts'
import { outcomesOfEntity } from '../../db/outcomes.ts'
import { Refusal } from '../../errors.ts'
import { governmentOf, itemsNotUsedAt } from '../../fees.ts'
import { contextOf } from '../../page.ts'
import type { Site } from '../../site.ts'
import { Cursor, PAGE } from './fees.ts'

/** 收费主体: one entity's list, each price beside the government's. */
export function entityPages(scope: App, site: Site, locale: Locale): void {
  const One = { params: z.object({ uscc: CreditCode }), querystring: z.strictObject({ ...pageDay, cursor: Cursor }) }
  scope.get('/entities/:uscc', { schema: One, config: { cases: true } }, async (request, reply) => {
    const asOf = asOfNow(site, request.query)
    const { uscc } = request.params
    const reference = await site.reference(asOf.release)
    const entity = nearest(reference, 'entity', uscc, asOf.on)
    if (entity === undefined) throw new Refusal('not-found')
    const question = {
      filter: { entity: uscc },
      sort: 'item' as const,
      cursor: request.query.cursor ?? null,
      limit: PAGE,
    }
    const posted = await listStandards(site.db, question, asOf)
    const list = { ...posted, rows: await beside(site, posted.rows, reference, asOf) }
    const coverage = entity.ports.map((port) => ({ port, answer: coverageOn(reference, port, uscc, asOf.on) }))
    const ctx = contextOf(site, request, locale, asOf)
    const outcomes = isOfToday(ctx) ? await outcomesOfEntity(site.db, uscc) : null
    return reply.page('entity', entityPage(ctx, { entity, list, coverage, outcomes, reference }))
  })
}

/** 办理结果 belong to no day and no release, so a page that names either does not tell of them. */
const isOfToday = ({ pinned }: PageContext): boolean => !pinned.on && !pinned.release

/** Posted prices, each with the government standard that holds for it at its port, if there is one. */
async function beside(
  site: Site,
  rows: Statement<'standard'>[],
  reference: Reference,
  asOf: AsOf,
): Promise<PostedBeside[]> {
  const items = [...new Set(rows.map(({ payload }) => payload!.item))]
  const ports = [...new Set(rows.map(({ payload }) => payload!.port!))]
  const atPorts = await Promise.all(
    ports.map(async (code) => {
      const filter = { port: { code, without: itemsNotUsedAt(code, reference, asOf) }, items }
      return [code, await governmentOf(site, filter, asOf)] as const
    }),
  )
  const candidates = new Map(atPorts)
  return rows.map((posted) => {
    const standard = posted.payload!
    const government = governmentFor(standard, candidates.get(standard.port!) ?? [])
    return { posted, government, comparison: government?.payload ? compare(standard, government.payload) : null }
  })
}
