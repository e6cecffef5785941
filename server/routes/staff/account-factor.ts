import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Locale } from '../../../views/locale/locale.ts'
import { type SecondFactorData, staffSecondFactorPage } from '../../../views/pages/staff-second-factor.ts'
import type { App } from '../../app.ts'
import { findStaff, setTotp } from '../../db/staff.ts'
import { Refusal } from '../../errors.ts'
import { type Desk, isStrong, seeOther, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { confirmEnrolment, pendingEnrolment } from '../../staff/enrolling.ts'
import { textOf } from '../../staff/form.ts'
import { mustKeepTotp } from '../../staff/sessions.ts'
import { stepUp } from '../../staff/step-up.ts'
import { auditOwn, OWN, showAccount } from './account.ts'

/** 两步验证: setting up, changing and, where the role lets one, removing the second factor; each only after a step up. */
export function accountFactor(scope: App, desk: Desk, locale: Locale): void {
  const show = async (request: FastifyRequest, reply: FastifyReply, wrong: 'code' | 'strong' | null) => {
    const data = await factorData(desk, request, wrong)
    return reply.page('staff-second-factor', staffSecondFactorPage(staffContextOf(desk, request, locale), data))
  }
  scope.get('/staff/account/second-factor', { config: OWN }, (request, reply) => show(request, reply, null))
  scope.post('/staff/account/second-factor', { config: OWN }, async (request, reply) => {
    if (!(await stepUp(desk, request, textOf(request.body, 'code')))) return show(request, reply.code(400), 'strong')
    if (!(await confirmEnrolment(desk, request, textOf(request.body, 'new_code'))))
      return show(request, reply.code(400), 'code')
    return seeOther(reply, locale, '/staff/account?done=factor-on')
  })
  scope.post('/staff/account/second-factor/remove', { config: OWN }, async (request, reply) => {
    const { person } = sessionOf(request)
    if (await mustKeepTotp(desk, person)) throw new Refusal('not-allowed')
    if (!(await stepUp(desk, request, textOf(request.body, 'code'))))
      return showAccount(desk, locale, request, reply, { faults: [{ form: 'factor', field: 'strong' }] })
    await setTotp(desk.db, person.id, null, null)
    await auditOwn(desk, request, 'second-factor.remove', person.login)
    return seeOther(reply, locale, '/staff/account?done=factor-off')
  })
}

async function factorData(
  desk: Desk,
  request: FastifyRequest,
  wrong: 'code' | 'strong' | null,
): Promise<SecondFactorData> {
  const session = sessionOf(request)
  const kept = (await findStaff(desk.db, session.person.id))!.totp !== null
  return {
    ...(await pendingEnrolment(desk, request)),
    next: null,
    fault: wrong === 'code' ? 'code' : null,
    must: false,
    strong: isStrong(session, desk.now()) ? null : { kept, fault: wrong === 'strong' },
  }
}
