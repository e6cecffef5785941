import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Locale } from '../../../views/locale/locale.ts'
import { type RetentionFault, staffRetentionPage } from '../../../views/pages/staff-retention.ts'
import type { App } from '../../app.ts'
import { purgeDue, type RetentionPlan, retentionPlan } from '../../cases/retention.ts'
import { audit } from '../../db/audit.ts'
import { type Desk, seeOther, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { sentOf } from '../../staff/sent.ts'
import { stepUp } from '../../staff/step-up.ts'

/** 个人信息留存: counts and holds for whoever may read them; an administrator destroys what is due, after his second factor. */
export function retentionPages(scope: App, desk: Desk, locale: Locale): void {
  scope.get('/staff/retention', { config: { action: 'retention.read' } }, async (request, reply) =>
    show(request, reply, await retentionPlan(desk), []),
  )
  scope.post('/staff/retention', { config: { action: 'retention.write' } }, async (request, reply) => {
    const plan = await retentionPlan(desk)
    const faults = await faultsIn(desk, request, plan)
    if (faults.length > 0) return show(request, reply, plan, faults)
    const detail = { ...(await purgeDue(desk)) }
    const { id: by, login } = sessionOf(request).person
    const entry = { at: desk.now(), by, login, object: plan.on, address: request.ip, detail }
    await audit(desk.db, { ...entry, act: 'retention.run', outcome: 'done' })
    return seeOther(reply, locale, '/staff/retention?done=retention-run')
  })

  function show(request: FastifyRequest, reply: FastifyReply, plan: RetentionPlan, faults: RetentionFault[]) {
    if (faults.length > 0) reply.code(422)
    const ctx = staffContextOf(desk, request, locale)
    return reply.page('staff-retention', staffRetentionPage(ctx, { ...plan, faults }))
  }
}

/** What was confirmed is what is destroyed: the number on the form is the number due now. */
async function faultsIn(desk: Desk, request: FastifyRequest, { due }: RetentionPlan): Promise<RetentionFault[]> {
  const sent = sentOf(request.body)
  if (sent.due !== String(due)) return ['changed']
  if (sent.confirm !== 'true') return ['confirm']
  return (await stepUp(desk, request, sent.code ?? '')) ? [] : ['code']
}
