import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Locale } from '../../../views/locale/locale.ts'
import { staffSecondFactorPage } from '../../../views/pages/staff-second-factor.ts'
import type { App } from '../../app.ts'
import { type Desk, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { confirmEnrolment, pendingEnrolment } from '../../staff/enrolling.ts'
import { textOf } from '../../staff/form.ts'
import { advance } from '../../staff/sessions.ts'
import { enter, nextIn } from '../../staff/way-in.ts'

/** Who must keep a second factor and has none sets one up before anything else. */
export function factorPages(scope: App, desk: Desk, locale: Locale): void {
  const config = { action: 'anyone', stage: 'enrol' } as const
  const show = async (request: FastifyRequest, reply: FastifyReply, fault: 'code' | null) => {
    const data = { ...(await pendingEnrolment(desk, request)), next: nextIn(request), fault, must: true, strong: null }
    return reply.page('staff-second-factor', staffSecondFactorPage(staffContextOf(desk, request, locale), data))
  }
  scope.get('/staff/sign-in/second-factor', { config }, (request, reply) => show(request, reply, null))
  scope.post('/staff/sign-in/second-factor', { config }, async (request, reply) => {
    if (!(await confirmEnrolment(desk, request, textOf(request.body, 'new_code'))))
      return show(request, reply.code(400), 'code')
    const session = sessionOf(request)
    await advance(desk, reply, session, { stage: 'full', strongAt: desk.now() })
    return enter(desk, request, reply, locale, { login: session.person.login, stage: 'full' })
  })
}
