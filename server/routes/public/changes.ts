import { z } from 'zod'
import { PortCode } from '../../../catalogue/codes.ts'
import { Day } from '../../../catalogue/day.ts'
import type { AsOf, Differences } from '../../../catalogue/listing.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { diffPage } from '../../../views/pages/diff.ts'
import { upcomingPage } from '../../../views/pages/upcoming.ts'
import type { App } from '../../app.ts'
import { asOfNow, pageDay } from '../../as-of.ts'
import { differencesBetween, effectiveChanges } from '../../db/changes.ts'
import { changesAt } from '../../fees.ts'
import { contextOf } from '../../page.ts'
import { knownPort } from '../../places.ts'
import type { Site } from '../../site.ts'
import { Cursor, PAGE } from './fees.ts'

/** 变更: what takes effect next, and what differs between two days. */
export function changePages(scope: App, site: Site, locale: Locale): void {
  upcoming(scope, site, locale) // /upcoming
  diff(scope, site, locale) //     /diff
}

function upcoming(scope: App, site: Site, locale: Locale): void {
  const querystring = z.strictObject({ ...pageDay, port: PortCode.optional(), cursor: Cursor })
  scope.get('/upcoming', { schema: { querystring } }, async (request, reply) => {
    const { port = null, cursor = null } = request.query
    const asOf = asOfNow(site, request.query)
    const { reference, at } = await placeOf(site, port, asOf)
    const coming = await effectiveChanges(site.db, { after: asOf.on, until: null, port: at, cursor, limit: PAGE }, asOf)
    return reply.page('upcoming', upcomingPage(contextOf(site, request, locale, asOf), { port, coming, reference }))
  })
}

const Diff = z
  .strictObject({ ...pageDay, from: Day.optional(), to: Day.optional(), port: PortCode.optional(), cursor: Cursor })
  .refine(({ from, to, on = to }) => from === undefined || on === undefined || from <= on, {
    path: ['from'],
    error: 'from-after-to',
  })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), { path: ['to'], error: 'two-days' })

/** The day that the page shows is the later of the two, so whoever asks it for another day moves that one. */
function diff(scope: App, site: Site, locale: Locale): void {
  scope.get('/diff', { schema: { querystring: Diff } }, async (request, reply) => {
    const { from = null, port = null, release, cursor = null, on = request.query.to } = request.query
    const to = from === null ? null : on!
    const asOf = asOfNow(site, { on, release, cursor: cursor ?? undefined })
    const { reference, at } = await placeOf(site, port, asOf)
    const question = { after: from!, until: to!, port: at, cursor, limit: PAGE }
    const found = from === null ? null : from === to ? SAME_DAY : await differencesBetween(site.db, question, asOf)
    return reply.page('diff', diffPage(contextOf(site, request, locale, asOf), { from, to, port, found, reference }))
  })
}

const SAME_DAY: Differences = { rows: [], total: 0, next: null, previous: null }

/** The port that a question is about, refused when it was never published. */
async function placeOf(site: Site, port: string | null, asOf: AsOf) {
  const reference = await site.reference(asOf.release)
  knownPort(reference, port, asOf.on)
  return { reference, at: changesAt(port, reference, asOf) }
}
