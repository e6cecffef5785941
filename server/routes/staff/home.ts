import type { Locale } from '../../../views/locale/locale.ts'
import { staffHomePage } from '../../../views/pages/staff-home.ts'
import type { App } from '../../app.ts'
import { homeOf } from '../../desk-home.ts'
import { type Desk, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { entitiesToName } from '../../staff/person-shown.ts'

/** 工作台首页: what needs this person now. */
export function deskHome(scope: App, desk: Desk, locale: Locale): void {
  scope.get('/staff', { config: { action: 'desk.open' } }, async (request, reply) => {
    const data = await homeOf(desk, sessionOf(request).person)
    const entities = await entitiesToName(desk, locale)
    return reply.page('staff-home', staffHomePage(staffContextOf(desk, request, locale), data, entities))
  })
}
