import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { Day } from '../../../catalogue/day.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { changesPage } from '../../../views/pages/changes.ts'
import { releasePage } from '../../../views/pages/release.ts'
import type { App } from '../../app.ts'
import { asOfNow, pageDay, ReleaseNumber } from '../../as-of.ts'
import { emergenciesOf, linesFromFiles } from '../../db/release-story.ts'
import { countsOfLines, linesOfRelease, releasesBefore, releasesNumbered } from '../../db/releases.ts'
import { NOTHING, restatedBy } from '../../db/restated.ts'
import { Refusal } from '../../errors.ts'
import { contextOf } from '../../page.ts'
import type { Site } from '../../site.ts'

/** Lines of a release, and releases, on one page. */
const LINES = 200
const RELEASES = 30
/** Stretches of days put right, on the page of a release. */
const RESTATED = 100

/** 历次发布: what was published, release by release and line by line. */
export function releasePages(scope: App, site: Site, locale: Locale): void {
  listOfReleases(scope, site, locale) // /changes
  oneRelease(scope, site, locale) //     /changes/:release
}

function listOfReleases(scope: App, site: Site, locale: Locale): void {
  const querystring = z.strictObject({ ...pageDay, before: ReleaseNumber.optional() })
  scope.get('/changes', { schema: { querystring } }, async (request, reply) => {
    const asOf = asOfNow(site, request.query)
    const newest = asOf.release + 1
    const before = Math.min(request.query.before ?? newest, newest)
    const data = await releasesUpTo(site, before, newest)
    if (data.releases.some(awaitsConfirmation)) undated(reply)
    return reply.page('changes', changesPage(contextOf(site, request, locale, asOf), data))
  })
}

/** A page of releases before a number, each with what its lines do, and where the pages beside it begin. */
async function releasesUpTo({ db }: Site, before: number, newest: number) {
  const found = await releasesBefore(db, before, RELEASES + 1)
  const shown = found.slice(0, RELEASES)
  const numbers = shown.map(({ seq }) => seq)
  const [counts, emergencies] = await Promise.all([countsOfLines(db, numbers), emergenciesOf(db, shown)])
  return {
    releases: shown.map((release) => ({
      release,
      counts: counts.get(release.seq) ?? {},
      emergency: emergencies.get(release.seq) ?? null,
    })),
    newer: before >= newest ? null : before + RELEASES >= newest ? ('newest' as const) : before + RELEASES,
    older: found.length > RELEASES ? numbers.at(-1)! : null,
  }
}

const After = z
  .string()
  .regex(/^(0|[1-9]\d{0,8})$/, { error: 'not-a-number' })
  .transform(Number)
  .optional()

function oneRelease(scope: App, site: Site, locale: Locale): void {
  const params = z.object({ release: ReleaseNumber })
  const querystring = z.strictObject({ on: Day.optional(), after: After })
  scope.get('/changes/:release', { schema: { params, querystring } }, async (request, reply) => {
    const { on, after = 0 } = request.query
    const asOf = asOfNow(site, { on, release: request.params.release })
    const data = await releaseFrom(site, asOf.release, after)
    if (awaitsConfirmation(data)) undated(reply)
    return reply.page('release', releasePage(contextOf(site, request, locale, asOf), data))
  })
}

/** One release with a page of its lines after a number, and the releases beside it. */
async function releaseFrom({ db, reference }: Site, seq: number, after: number) {
  const [around, counts, lines, told, restated, fromFiles] = await Promise.all([
    releasesNumbered(db, [seq - 1, seq, seq + 1]),
    countsOfLines(db, [seq]),
    linesOfRelease(db, seq, after, LINES + 1),
    reference(seq),
    restatedBy(db, [seq], RESTATED),
    linesFromFiles(db, seq),
  ])
  const numbered = (number: number) => around.find((one) => one.seq === number)
  const release = numbered(seq)
  if (!release) throw new Refusal('not-found')
  const shown = lines.slice(0, LINES)
  const emergencies = await emergenciesOf(db, [release])
  return {
    release,
    emergency: emergencies.get(seq) ?? null,
    restated: restated.get(seq) ?? NOTHING,
    fromFiles,
    counts: counts.get(seq) ?? {},
    lines: shown,
    after,
    next: lines.length > LINES ? shown.at(-1)!.n : null,
    neighbours: { previous: numbered(seq - 1)?.seq ?? null, next: numbered(seq + 1)?.seq ?? null },
    reference: told,
  }
}

/** An emergency that nobody has confirmed yet: that may change without a release. */
const awaitsConfirmation = ({ emergency }: { emergency: { confirmedAt: Date | null } | null }): boolean =>
  emergency !== null && emergency.confirmedAt === null

/** Answers are dated by day and release; what may change between two releases is not kept by anyone. */
const undated = (reply: FastifyReply): void => {
  void reply.removeHeader('etag').header('cache-control', 'no-store')
}
