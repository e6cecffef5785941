import { z } from 'zod'
import { PortCode } from '../../../catalogue/codes.ts'
import { Day } from '../../../catalogue/day.ts'
import type { AsOf, Differences } from '../../../catalogue/listing.ts'
import type { App } from '../../app.ts'
import { apiDay, asOfNow } from '../../as-of.ts'
import { type ChangePlace, differencesBetween, effectiveChanges } from '../../db/changes.ts'
import { changesAt } from '../../fees.ts'
import { knownPort } from '../../places.ts'
import type { Site } from '../../site.ts'
import { differenceOut, metaOut } from './out.ts'
import { Cursor, DifferenceOut, errors, Limit, Meta } from './shapes.ts'

/** 变更: what takes effect after a day, and what differs between two. */
export function changeRoutes(scope: App, site: Site): void {
  upcoming(scope, site) // /upcoming
  diff(scope, site) //     /diff
}

const Page = z.object({
  meta: Meta,
  data: z.array(DifferenceOut),
  total: z.int().nullable(),
  next: z.string().nullable(),
})

const Upcoming = {
  summary: 'What has been published and takes effect after the day',
  tags: ['changes'],
  querystring: z.strictObject({ ...apiDay, port: PortCode.optional(), limit: Limit, cursor: Cursor }),
  response: { 200: Page, ...errors },
}

function upcoming(scope: App, site: Site): void {
  scope.get('/upcoming', { schema: Upcoming }, async (request) => {
    const { as_of, release, port = null, limit = 100, cursor } = request.query
    const asOf = asOfNow(site, { on: as_of, release, cursor })
    const at = await placeOf(site, port, asOf)
    const question = { after: asOf.on, until: null, port: at, cursor: cursor ?? null, limit }
    return answered(await effectiveChanges(site.db, question, asOf), asOf)
  })
}

const Diff = {
  summary: 'What differs between two days, as told at one release',
  tags: ['changes'],
  querystring: z
    .strictObject({
      from: Day,
      to: Day,
      release: apiDay.release,
      port: PortCode.optional(),
      limit: Limit,
      cursor: Cursor,
    })
    .refine(({ from, to }) => from <= to, { path: ['from'], error: 'from-after-to' }),
  response: { 200: Page, ...errors },
}

function diff(scope: App, site: Site): void {
  scope.get('/diff', { schema: Diff }, async (request) => {
    const { from, to, release, port = null, limit = 100, cursor } = request.query
    const asOf = asOfNow(site, { on: to, release, cursor })
    const at = await placeOf(site, port, asOf)
    const question = { after: from, until: to, port: at, cursor: cursor ?? null, limit }
    return answered(from === to ? NOTHING : await differencesBetween(site.db, question, asOf), asOf)
  })
}

const NOTHING: Differences = { rows: [], total: 0, next: null, previous: null }

/** The port that a question is about, refused when it was never published. */
async function placeOf(site: Site, port: string | null, asOf: AsOf): Promise<ChangePlace | null> {
  const reference = await site.reference(asOf.release)
  knownPort(reference, port, asOf.on)
  return changesAt(port, reference, asOf)
}

const answered = ({ rows, total, next }: Differences, asOf: AsOf) => ({
  meta: metaOut(asOf),
  data: rows.map(differenceOut),
  total,
  next,
})
