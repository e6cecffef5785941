import { z } from 'zod'
import { PortCode } from '../../../catalogue/codes.ts'
import { Day } from '../../../catalogue/day.ts'
import type { Page } from '../../../catalogue/listing.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { changesPage } from '../../../views/pages/changes.ts'
import { diffPage } from '../../../views/pages/diff.ts'
import { releasePage } from '../../../views/pages/release.ts'
import { upcomingPage } from '../../../views/pages/upcoming.ts'
import type { App } from '../../app.ts'
import { asOfNow, pageDay, ReleaseNumber } from '../../as-of.ts'
import { differencesBetween, effectiveChanges } from '../../db/changes.ts'
import { countsOfLines, linesOfRelease, releasesBefore, releasesNumbered } from '../../db/releases.ts'
import { Refusal } from '../../errors.ts'
import { changesAt } from '../../fees.ts'
import { contextOf } from '../../page.ts'
import { knownPort } from '../../places.ts'
import type { Site } from '../../site.ts'
import { Cursor, PAGE } from './fees.ts'

/** Lines of a release, and releases, on one page. */
const LINES = 200
const RELEASES = 30

/** 变更: what was published, release by release and line by line; what differs between two days; what takes effect next. */
export function changePages(scope: App, site: Site, locale: Locale): void {
  const Changes = z.strictObject({ ...pageDay, before: ReleaseNumber.optional() })
  scope.get('/changes', { schema: { querystring: Changes } }, async (request, reply) => {
    const asOf = asOfNow(site, request.query)
    const newest = asOf.release + 1
    const before = Math.min(request.query.before ?? newest, newest)
    const found = await releasesBefore(site.db, before, RELEASES + 1)
    const shown = found.slice(0, RELEASES)
    const counts = await countsOfLines(
      site.db,
      shown.map(({ seq }) => seq),
    )
    const releases = shown.map((release) => ({ release, counts: counts.get(release.seq) ?? {} }))
    const newer = before >= newest ? null : before + RELEASES >= newest ? ('newest' as const) : before + RELEASES
    const older = found.length > RELEASES ? shown.at(-1)!.seq : null
    return reply.page('changes', changesPage(contextOf(site, request, locale, asOf), { releases, newer, older }))
  })

  const After = z
    .string()
    .regex(/^(0|[1-9]\d{0,8})$/, { error: 'not-a-number' })
    .transform(Number)
    .optional()
  const One = {
    params: z.object({ release: ReleaseNumber }),
    querystring: z.strictObject({ on: Day.optional(), after: After }),
  }
  scope.get('/changes/:release', { schema: One }, async (request, reply) => {
    const { on, after = 0 } = request.query
    const asOf = asOfNow(site, { on, release: request.params.release })
    const seq = asOf.release
    const [around, counts, lines, reference] = await Promise.all([
      releasesNumbered(site.db, [seq - 1, seq, seq + 1]),
      countsOfLines(site.db, [seq]),
      linesOfRelease(site.db, seq, after, LINES + 1),
      site.reference(seq),
    ])
    const release = around.find((one) => one.seq === seq)
    if (!release) throw new Refusal('not-found')
    const numbered = (number: number) => around.find((one) => one.seq === number)?.seq ?? null
    const shown = lines.slice(0, LINES)
    const data = {
      release,
      counts: counts.get(seq) ?? {},
      lines: shown,
      after,
      next: lines.length > LINES ? shown.at(-1)!.n : null,
      neighbours: { previous: numbered(seq - 1), next: numbered(seq + 1) },
      reference,
    }
    return reply.page('release', releasePage(contextOf(site, request, locale, asOf), data))
  })

  const Upcoming = z.strictObject({ ...pageDay, port: PortCode.optional(), cursor: Cursor })
  scope.get('/upcoming', { schema: { querystring: Upcoming } }, async (request, reply) => {
    const { port = null, cursor = null } = request.query
    const asOf = asOfNow(site, request.query)
    const reference = await site.reference(asOf.release)
    knownPort(reference, port, asOf.on)
    const question = { after: asOf.on, until: null, port: changesAt(port, reference, asOf), cursor, limit: PAGE }
    const coming = await effectiveChanges(site.db, question, asOf)
    return reply.page('upcoming', upcomingPage(contextOf(site, request, locale, asOf), { port, coming, reference }))
  })

  const Diff = z
    .strictObject({
      ...pageDay,
      from: Day.optional(),
      to: Day.optional(),
      port: PortCode.optional(),
      cursor: Cursor,
    })
    .refine(({ from, to, on = to }) => from === undefined || on === undefined || from <= on, {
      path: ['from'],
      error: 'from-after-to',
    })
    .refine(({ from, to }) => (from === undefined) === (to === undefined), { path: ['to'], error: 'two-days' })
  // The day that the page shows is the later of the two, so whoever asks it for another day moves that one.
  scope.get('/diff', { schema: { querystring: Diff } }, async (request, reply) => {
    const { from = null, port = null, release, cursor, on = request.query.to } = request.query
    const to = from === null ? null : on!
    const asOf = asOfNow(site, { on, release, cursor })
    const reference = await site.reference(asOf.release)
    knownPort(reference, port, asOf.on)
    const at = changesAt(port, reference, asOf)
    const question = { after: from!, until: to!, port: at, cursor: cursor ?? null, limit: PAGE }
    const found =
      from === null || to === null ? null : from === to ? SAME_DAY : await differencesBetween(site.db, question, asOf)
    return reply.page('diff', diffPage(contextOf(site, request, locale, asOf), { from, to, port, found, reference }))
  })
}

const SAME_DAY: Page<never> = { rows: [], total: 0, next: null, previous: null }
