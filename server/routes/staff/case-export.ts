import type { FastifyReply, FastifyRequest } from 'fastify'
import { chinaDay } from '../../../catalogue/day.ts'
import { address } from '../../../views/context.ts'
import { type Locale, translator } from '../../../views/locale/locale.ts'
import { staffCasesExportPage } from '../../../views/pages/staff-cases-export.ts'
import type { App } from '../../app.ts'
import { workdaysBetween } from '../../cases/queue/days.ts'
import { filterFrom, filterParams, type QueueFilter, readFilter } from '../../cases/queue/filter.ts'
import { countedQueue, everyCase, MOST_COUNTED } from '../../cases/queue/queue.ts'
import { audit } from '../../db/audit.ts'
import type { QueueRow } from '../../db/case-queue.ts'
import { casesCsv } from '../../files/cases-csv.ts'
import { type Desk, isStrong, seeOther, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { sentOf } from '../../staff/sent.ts'
import { stepUp } from '../../staff/step-up.ts'

/** 导出: the queue as it is filtered, as a file; asked for with the second factor just given, and audited. */
export function caseExport(scope: App, desk: Desk, locale: Locale): void {
  scope.get('/staff/cases/export', { config: { action: 'case.read' } }, async (request, reply) =>
    showExport({ desk, request, reply, locale }, readFilter(sentOf(request.query)).filter, false),
  )
  scope.post('/staff/cases/export', { config: { action: 'case.read' } }, async (request, reply) => {
    const { filter: text = '', code = '' } = sentOf(request.body)
    const filter = filterFrom(text)
    if (await stepUp(desk, request, code)) return seeOther(reply, locale, fileOf(filter))
    return showExport({ desk, request, reply: reply.code(422), locale }, filter, true)
  })
  scope.get('/staff/cases.csv', { config: { action: 'case.read' } }, async (request, reply) => {
    const { filter } = readFilter(sentOf(request.query))
    if (!isStrong(sessionOf(request), desk.now()))
      return seeOther(reply, locale, address({ locale: 'zh-CN' }, '/staff/cases/export', filterParams(filter)))
    await auditExport(desk, request, filter)
    const name = encodeURIComponent(`${translator(locale).words.caseQueue.fileName}-${chinaDay(desk.now())}.csv`)
    return reply
      .headers({ 'content-disposition': `attachment; filename="cases.csv"; filename*=UTF-8''${name}` })
      .type('text/csv; charset=utf-8')
      .send(casesCsv(aged(desk, everyCase(desk, sessionOf(request).person, filter, MOST_COUNTED))))
  })
}

const fileOf = (filter: QueueFilter): string =>
  address({ locale: 'zh-CN' }, '/staff/cases.csv', { show: 'open', ...filterParams(filter) })

async function* aged(desk: Desk, rows: AsyncIterable<QueueRow>): AsyncGenerator<QueueRow & { age_workdays: number }> {
  const counting = workdaysBetween((await desk.law.current()).calendar)
  const today = chinaDay(desk.now())
  for await (const row of rows) yield { ...row, age_workdays: counting(row.received_on, today) }
}

type Showing = { desk: Desk; request: FastifyRequest; reply: FastifyReply; locale: Locale }

async function showExport({ desk, request, reply, locale }: Showing, filter: QueueFilter, wrong: boolean) {
  const total = await countedQueue(desk, sessionOf(request).person, filter)
  const data = { total: { n: total, most: MOST_COUNTED }, params: filterParams(filter), wrong }
  return reply.page('staff-cases-export', staffCasesExportPage(staffContextOf(desk, request, locale), data))
}

/** Which filters were set is noted, and never what was searched for. */
async function auditExport(desk: Desk, request: FastifyRequest, filter: QueueFilter): Promise<void> {
  const { person } = sessionOf(request)
  const rows = Math.min(await countedQueue(desk, person, filter), MOST_COUNTED)
  const detail = { rows, filters: Object.keys(filterParams(filter)).join(' ') }
  const who = { at: desk.now(), by: person.id, login: person.login, address: request.ip }
  await audit(desk.db, { ...who, act: 'case.export', object: 'cases', outcome: 'done', detail })
}
