import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { chinaDay } from '../../../catalogue/day.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { type CalendarData, staffCalendarPage } from '../../../views/pages/staff-calendar.ts'
import type { App } from '../../app.ts'
import { importNotice } from '../../cases/calendar.ts'
import { audit } from '../../db/audit.ts'
import { daysOfYear, publishedYears } from '../../db/calendar.ts'
import { type Desk, seeOther, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { textOf } from '../../staff/form.ts'

const Asked = z.object({ year: z.coerce.number().int().min(2000).max(2200).optional(), done: z.string().optional() })

/** A notice is a page of text; more is none. */
const LONGEST = 20_000

/** `/staff/calendar`: the working-day calendar and the rules of the clocks; entering the notice of a year. */
export function calendarPages(scope: App, desk: Desk, locale: Locale): void {
  scope.get(
    '/staff/calendar',
    { config: { action: 'calendar.read' }, schema: { querystring: Asked } },
    (request, reply) => show(request, reply, request.query.year ?? null, null),
  )
  scope.post('/staff/calendar', { config: { action: 'calendar.write' } }, async (request, reply) => {
    const text = textOf(request.body, 'text').toWellFormed().slice(0, LONGEST)
    const { person } = sessionOf(request)
    const done = await importNotice(desk, text, person.id)
    if (!done.ok) return show(request, reply.code(422), null, { text, faults: done.faults })
    const entry = { by: person.id, login: person.login, at: desk.now(), address: request.ip, outcome: 'done' as const }
    const detail = { clocks: done.moved }
    await audit(desk.db, { ...entry, act: 'calendar.import', object: String(done.year), detail })
    return seeOther(reply, locale, `/staff/calendar?year=${done.year}&done=calendar-imported`)
  })

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: number | null,
    sent: CalendarData['sent'],
  ): Promise<FastifyReply> {
    const year = asked ?? Number(chinaDay(desk.now()).slice(0, 4))
    const [years, days, { rules }] = await Promise.all([
      publishedYears(desk.db),
      daysOfYear(desk.db, year),
      desk.law.current(),
    ])
    const ctx = staffContextOf(desk, request, locale)
    return reply.page('staff-calendar', staffCalendarPage(ctx, { years, year, days, rules, sent }))
  }
}
