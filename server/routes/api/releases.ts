import { z } from 'zod'
import { Day } from '../../../catalogue/day.ts'
import type { App } from '../../app.ts'
import { apiDay, asOfNow, ReleaseNumber } from '../../as-of.ts'
import { findRelease, linesOfRelease, type ReleaseLine, releasesAfter } from '../../db/releases.ts'
import { restatedBy } from '../../db/restated.ts'
import { Refusal } from '../../errors.ts'
import type { Site } from '../../site.ts'
import { metaOut, releaseOut, statementOut } from './out.ts'
import { errors, Limit, Meta, ReleaseOut, StatementOut } from './shapes.ts'

/** 发布: what was published, release by release and line by line. */
export function releaseRoutes(scope: App, site: Site): void {
  listReleases(scope, site) // /releases
  oneRelease(scope, site) //   /releases/:release
}

const Number0 = z
  .string()
  .regex(/^(0|[1-9]\d{0,8})$/, { error: 'not-a-number' })
  .transform(Number)

const List = {
  summary: 'Releases after a number, oldest first: poll with the last one you have',
  tags: ['changes'],
  querystring: z.strictObject({ after: Number0.optional(), limit: Limit, ...apiDay }),
  response: { 200: z.object({ meta: Meta, data: z.array(ReleaseOut), next_after: z.int().nullable() }), ...errors },
}

function listReleases(scope: App, site: Site): void {
  scope.get('/releases', { schema: List }, async (request) => {
    const { after = 0, limit = 100, as_of, release } = request.query
    const asOf = asOfNow(site, { on: as_of, release })
    const rows = (await releasesAfter(site.db, after, limit + 1)).filter(({ seq }) => seq <= asOf.release)
    const page = rows.slice(0, limit)
    const next_after = rows.length > limit ? page.at(-1)!.seq : null
    const restated = await restatedIn(
      site,
      page.map(({ seq }) => seq),
    )
    return { meta: metaOut(asOf), data: page.map((one) => releaseOut(one, restated(one.seq))), next_after }
  })
}

/** What releases put right, each asked for by its number. */
async function restatedIn({ db }: Site, numbers: readonly number[]) {
  const found = await restatedBy(db, numbers, MOST_LINES)
  return (release: number) => found.get(release)?.rows ?? []
}

/** More than any release holds. */
const MOST_LINES = 1_000_000

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

function oneRelease(scope: App, site: Site): void {
  scope.get('/releases/:release', { schema: One }, async (request) => {
    const { after = 0, limit = 100, as_of } = request.query
    const asOf = asOfNow(site, { on: as_of, release: request.params.release })
    const [release, lines, restated] = await Promise.all([
      findRelease(site.db, asOf.release),
      linesOfRelease(site.db, asOf.release, after, limit + 1),
      restatedIn(site, [asOf.release]),
    ])
    if (!release) throw new Refusal('not-found')
    const content = lines.slice(0, limit).map(lineOut)
    const next_after = lines.length > limit ? content.at(-1)!.n : null
    return { meta: metaOut(asOf), data: { ...releaseOut(release, restated(release.seq)), content }, next_after }
  })
}

const lineOut = ({ n, said, before }: ReleaseLine) => ({
  n,
  said: statementOut(said),
  before: before && statementOut(before),
})
