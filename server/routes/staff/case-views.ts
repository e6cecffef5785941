import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Locale } from '../../../views/locale/locale.ts'
import { staffCasesViewsPage, type ViewFault } from '../../../views/pages/staff-cases-views.ts'
import { reaches } from '../../access.ts'
import type { App } from '../../app.ts'
import { filterFrom, filterParams, filterText, readFilter } from '../../cases/queue/filter.ts'
import { somebodyAmong } from '../../cases/queue/typed.ts'
import { queueDays } from '../../cases/queue/wanted.ts'
import { asCaseStaff } from '../../db/case-doors.ts'
import { colleagues } from '../../db/case-queue.ts'
import { chooseDefault, dropView, keepView, officesOf, viewsOf } from '../../db/case-views.ts'
import { Refusal } from '../../errors.ts'
import { type Desk, type Person, seeOther, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { audited } from '../../staff/refused.ts'
import { sentOf } from '../../staff/sent.ts'

const Sent = z.object({
  name: z.string().trim().min(1).max(40),
  scope: z.union([z.enum(['own', 'all']), z.string().regex(/^office-\d{1,9}$/)]),
  filter: z.string().max(1000),
  first: z.literal('yes').optional(),
})
const ViewAddress = z.object({
  view: z
    .string()
    .regex(/^[1-9]\d{0,9}$/)
    .transform(Number),
})

/** 视图: filters kept under a name, for oneself, an office or everybody; what they show is what their reader may see. */
export function caseViews(scope: App, desk: Desk, locale: Locale): void {
  scope.get('/staff/cases/views', { config: { action: 'case.read' } }, async (request, reply) => {
    const { filter } = readFilter(sentOf(request.query))
    return showViews({ desk, request, reply, locale }, { filter: filterText(filter) }, null)
  })
  scope.post('/staff/cases/views', { config: { action: 'case.view' } }, async (request, reply) => {
    const sent = sentOf(request.body)
    const fault = await keep(desk, sessionOf(request).person, sent)
    await audited(desk, request, 'case.view', 'cases', fault?.code)
    if (fault !== null) return showViews({ desk, request, reply: reply.code(422), locale }, sent, fault)
    return seeOther(reply, locale, '/staff/cases/views?done=view-kept')
  })
  const options = { config: { action: 'case.view' }, schema: { params: ViewAddress } } as const
  scope.post('/staff/cases/views/:view/delete', options, async (request, reply) => {
    const { person } = sessionOf(request)
    if (!(await asCaseStaff(desk.db, person.id, (tx) => dropView(tx, request.params.view))))
      throw new Refusal('not-found')
    await audited(desk, request, 'case.view', `view ${request.params.view}`)
    return seeOther(reply, locale, '/staff/cases/views?done=view-deleted')
  })
  scope.post('/staff/cases/views/:view/default', options, async (request, reply) => {
    const { person } = sessionOf(request)
    const view = sentOf(request.body).off === 'yes' ? null : request.params.view
    if (!(await asCaseStaff(desk.db, person.id, (tx) => chooseDefault(tx, person.id, view))))
      throw new Refusal('not-found')
    return seeOther(reply, locale, '/staff/cases/views?done=saved')
  })
}

/** Keeps a view as it was sent; gives what is wrong with it. */
async function keep(desk: Desk, person: Person, sent: Record<string, string>): Promise<ViewFault | null> {
  const read = Sent.safeParse(sent)
  if (!read.success)
    return {
      field: read.error.issues[0]?.path[0] === 'scope' ? 'scope' : 'name',
      code: read.error.issues[0]?.path[0] === 'scope' ? 'scope' : 'name',
    }
  const filter = filterFrom(read.data.filter)
  if (filter.who !== undefined || somebodyAmong(filter.q ?? '') !== null) return { field: 'name', code: 'person' }
  const [scope, office] = scopeOf(read.data.scope)
  return asCaseStaff(desk.db, person.id, async (tx) => {
    if (scope === 'all' && !reaches(person.held, 'case.sign', null)) return { field: 'scope', code: 'scope' }
    if (office !== null && !(await officesOf(tx, person.id)).includes(office)) return { field: 'scope', code: 'scope' }
    const id = await keepView(
      tx,
      { scope, office, name: read.data.name, filter: filterText(filter) },
      person.id,
      desk.now(),
    )
    if (id === null) return { field: 'name', code: 'taken' }
    if (read.data.first) await chooseDefault(tx, person.id, id)
    return null
  })
}

const scopeOf = (text: string): ['own' | 'office' | 'all', number | null] =>
  text === 'own' || text === 'all' ? [text, null] : ['office', Number(text.slice('office-'.length))]

type Showing = { desk: Desk; request: FastifyRequest; reply: FastifyReply; locale: Locale }

async function showViews(
  { desk, request, reply, locale }: Showing,
  sent: Record<string, string>,
  fault: ViewFault | null,
) {
  const { person } = sessionOf(request)
  const { orgs } = await desk.law.current()
  const kept = await asCaseStaff(desk.db, person.id, async (tx) => ({
    views: await viewsOf(tx, person.id),
    offices: await officesOf(tx, person.id),
    colleagues: await colleagues(tx),
  }))
  const data = {
    ...{ sent, fault, colleagues: kept.colleagues },
    views: kept.views.map((view) => ({ ...view, params: filterParams(filterFrom(view.filter)) })),
    offices: orgs,
    own: kept.offices,
    params: filterParams(filterFrom(sent.filter ?? '')),
    today: (await queueDays(desk)).today,
    reference: await desk.reference(desk.head.release()),
  }
  return reply.page('staff-cases-views', staffCasesViewsPage(staffContextOf(desk, request, locale), data))
}
