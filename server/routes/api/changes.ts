import { z } from 'zod'
import { PortCode } from '../../../catalogue/codes.ts'
import { Day } from '../../../catalogue/day.ts'
import type { AsOf, Differences } from '../../../catalogue/listing.ts'
import type { App } from '../../app.ts'
import { apiDay, asOfNow, ReleaseNumber } from '../../as-of.ts'
import { differencesBetween, effectiveChanges } from '../../db/changes.ts'
import { findRelease, linesOfRelease, releasesAfter } from '../../db/releases.ts'
import { Refusal } from '../../errors.ts'
import { changesAt } from '../../fees.ts'
import { knownPort } from '../../places.ts'
import type { Site } from '../../site.ts'
import { differenceOut, metaOut, releaseOut, statementOut } from './out.ts'
import { DifferenceOut, Limit, Meta, Problem, ReleaseOut, StatementOut } from './shapes.ts'

const Number0 = z
  .string()
  .regex(/^(0|[1-9]\d{0,8})$/, { error: 'not-a-number' })
  .transform(Number)
const Cursor = z.string().max(600).optional().meta({ description: '`next` of the page before' })
const errors = { 400: Problem, 404: Problem }

/** What was published, and what takes effect: the two ways a list changes. */
export function changeRoutes(scope: App, site: Site): void {
  const Releases = {
    summary: 'Releases after a number, oldest first: poll with the last one you have',
    tags: ['changes'],
    querystring: z.strictObject({ after: Number0.optional(), limit: Limit, ...apiDay }),
    response: { 200: z.object({ meta: Meta, data: z.array(ReleaseOut), next_after: z.int().nullable() }), ...errors },
  }
  scope.get('/releases', { schema: Releases }, async (request) => {
    const { after = 0, limit = 100, as_of, release } = request.query
    const asOf = asOfNow(site, { on: as_of, release })
    const rows = (await releasesAfter(site.db, after, limit + 1)).filter(({ seq }) => seq <= asOf.release)
    const page = rows.slice(0, limit)
    return {
      meta: metaOut(asOf),
      data: page.map(releaseOut),
      next_after: rows.length > limit ? page.at(-1)!.seq : null,
    }
  })

  const Line = z.object({ n: z.int(), said: StatementOut, before: StatementOut.nullable() })
  const One = {
    summary: 'One release, line by line',
    tags: ['changes'],
    params: z.object({ release: ReleaseNumber }),
    querystring: z.strictObject({ after: Number0.optional(), limit: Limit, as_of: Day.optional() }),
    response: {
      200: z.object({
        meta: Meta,
        data: ReleaseOut.extend({ content: z.array(Line) }),
        next_after: z.int().nullable(),
      }),
      ...errors,
    },
  }
  scope.get('/releases/:release', { schema: One }, async (request) => {
    const { after = 0, limit = 100, as_of } = request.query
    const asOf = asOfNow(site, { on: as_of, release: request.params.release })
    const [release, lines] = await Promise.all([
      findRelease(site.db, asOf.release),
      linesOfRelease(site.db, asOf.release, after, limit + 1),
    ])
    if (!release) throw new Refusal('not-found')
    const content = lines
      .slice(0, limit)
      .map(({ n, said, before }) => ({ n, said: statementOut(said), before: before && statementOut(before) }))
    return {
      meta: metaOut(asOf),
      data: { ...releaseOut(release), content },
      next_after: lines.length > limit ? content.at(-1)!.n : null,
    }
  })

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
  scope.get('/upcoming', { schema: Upcoming }, async (request) => {
    const { as_of, release, port = null, limit = 100, cursor } = request.query
    const asOf = asOfNow(site, { on: as_of, release, cursor })
    const reference = await site.reference(asOf.release)
    knownPort(reference, port, asOf.on)
    const at = changesAt(port, reference, asOf)
    const question = { after: asOf.on, until: null, port: at, cursor: cursor ?? null, limit }
    return answered(await effectiveChanges(site.db, question, asOf), asOf)
  })

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
  scope.get('/diff', { schema: Diff }, async (request) => {
    const { from, to, release, port = null, limit = 100, cursor } = request.query
    const asOf = asOfNow(site, { on: to, release, cursor })
    const reference = await site.reference(asOf.release)
    knownPort(reference, port, to)
    const at = changesAt(port, reference, asOf)
    const question = { after: from, until: to, port: at, cursor: cursor ?? null, limit }
    return answered(from === to ? NOTHING : await differencesBetween(site.db, question, asOf), asOf)
  })
}

const NOTHING: Differences = { rows: [], total: 0, next: null, previous: null }

const answered = ({ rows, total, next }: Differences, asOf: AsOf) => ({
  meta: metaOut(asOf),
  data: rows.map(differenceOut),
  total,
  next,
})
