import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { CUTS } from '../../../complaints/statistics/cuts.ts'
import { STAT_TABLES } from '../../../complaints/statistics/table.ts'
import { type Locale, translator } from '../../../views/locale/locale.ts'
import { statsPage } from '../../../views/pages/stats.ts'
import type { Naming } from '../../../views/words/stats.ts'
import type { App } from '../../app.ts'
import { asOfNow } from '../../as-of.ts'
import type { StatsSnapshot } from '../../db/case-stats.ts'
import { radarCsv, statsCsv } from '../../files/stats-csv.ts'
import { contextOf } from '../../page.ts'
import type { Site } from '../../site.ts'
import { freshStats, statsReader } from '../../stats.ts'

/** 统计: what was counted last night and hidden where it is small; never live. */
export function statsPages(scope: App, site: Site, locale: Locale): void {
  const read = statsReader(site.db)
  const newest = async (request: FastifyRequest, reply: FastifyReply) => {
    const id = await freshStats(site, request, reply)
    return id === undefined ? undefined : id === null ? null : read(id)
  }

  const cuts = z.strictObject({ outcomes: By, clocks: By, refunds: By })
  scope.get('/stats', { schema: { querystring: cuts } }, async (request, reply) => {
    const snapshot = await newest(request, reply)
    if (snapshot === undefined) return reply
    const asOf = asOfNow(site, {})
    const reference = await site.reference(asOf.release)
    const ctx = contextOf(site, request, locale, asOf)
    return reply.page('stats', statsPage(ctx, { snapshot, reference, chosen: request.query }))
  })

  const one = z.strictObject({ table: z.enum(STAT_TABLES) })
  scope.get('/stats.csv', { schema: { querystring: one } }, async (request, reply) => {
    const snapshot = await newest(request, reply)
    if (snapshot === undefined) return reply
    const { table: name } = request.query
    const table = snapshot?.report.tables.find((each) => each.name === name)
    const csv = statsCsv(table ?? { name, rows: [], columns: [], cells: [] }, await namingOf(site, locale))
    return sent(reply, name, snapshot, csv)
  })

  scope.get('/stats/radar.csv', { schema: { querystring: z.strictObject({}) } }, async (request, reply) => {
    const snapshot = await newest(request, reply)
    if (snapshot === undefined) return reply
    const csv = radarCsv(snapshot?.report.offList ?? [], await namingOf(site, locale))
    return sent(reply, 'radar', snapshot, csv)
  })
}

const By = z.enum(CUTS).optional()

async function namingOf(site: Site, locale: Locale): Promise<Naming> {
  const { on, release } = asOfNow(site, {})
  return { reference: await site.reference(release), on, t: translator(locale) }
}

const sent = (reply: FastifyReply, name: string, snapshot: StatsSnapshot | null, csv: string) =>
  reply
    .header('content-disposition', `attachment; filename="port-fee-stats-${name}-${snapshot?.id ?? 'none'}.csv"`)
    .type('text/csv; charset=utf-8')
    .send(csv)
