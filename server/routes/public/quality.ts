import { z } from 'zod'
import { CreditCode, PortCode } from '../../../catalogue/codes.ts'
import type { Day } from '../../../catalogue/day.ts'
import { RULE_CODES } from '../../../catalogue/lint/codes.ts'
import type { Reference } from '../../../catalogue/reference.ts'
import { type Locale, translator } from '../../../views/locale/locale.ts'
import { qualityPage } from '../../../views/pages/quality.ts'
import { chosenFindings } from '../../../views/pages/quality-findings.ts'
import type { App } from '../../app.ts'
import { asOfNow } from '../../as-of.ts'
import { qualityCsv } from '../../files/quality-csv.ts'
import { contextOf } from '../../page.ts'
import { known } from '../../places.ts'
import { qualityReader } from '../../quality.ts'
import { freshRun } from '../../quality-fresh.ts'
import type { Site } from '../../site.ts'

const Asked = z.strictObject({
  rule: z.enum(RULE_CODES).optional(),
  entity: CreditCode.optional(),
  port: PortCode.optional(),
})

/** 目录质量: what the weekly run of the rules found. A scope of its own, since it changes without a release. */
export const qualityPages = (site: Site, locale: Locale) => async (scope: App) => {
  scope.addHook('onRequest', async (_request, reply) => void reply.header('content-language', locale))
  const runOf = qualityReader(site.db)

  scope.get('/quality', { schema: { querystring: Asked } }, async (request, reply) => {
    const id = await freshRun(site, request, reply)
    if (id === undefined) return reply
    const asOf = asOfNow(site, {})
    const run = id === null ? null : await runOf(id)
    const reference = await askedOf(site, asOf.release, asOf.on, request.query)
    const data = { run, asked: request.query, reference }
    return reply.page('quality', qualityPage(contextOf(site, request, locale, asOf), data))
  })

  scope.get('/quality.csv', { schema: { querystring: Asked } }, async (request, reply) => {
    const id = await freshRun(site, request, reply)
    if (id === undefined) return reply
    const { on, release } = asOfNow(site, {})
    const run = id === null ? null : await runOf(id)
    const reference = await askedOf(site, release, on, request.query)
    const findings = chosenFindings(run?.report.findings ?? [], request.query)
    const name = `port-fee-quality-${run === null ? 'none' : `r${run.release}-${run.id}`}.csv`
    return reply
      .header('content-disposition', `attachment; filename="${name}"`)
      .type('text/csv; charset=utf-8')
      .send(qualityCsv(findings, { reference, on, t: translator(locale) }))
  })
}

/** The names of a release; a port or an entity that was never published is refused. */
async function askedOf(
  site: Site,
  release: number,
  on: Day,
  { port, entity }: z.infer<typeof Asked>,
): Promise<Reference> {
  const reference = await site.reference(release)
  known(reference, 'port', port, on)
  known(reference, 'entity', entity, on)
  return reference
}
