import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Locale } from '../../../views/locale/locale.ts'
import { type SettingFault, staffSettingsPage } from '../../../views/pages/staff-settings.ts'
import type { App } from '../../app.ts'
import { audit } from '../../db/audit.ts'
import { changeSettings, DEFAULTS, readSettings, settingHistory } from '../../db/settings.ts'
import { type Desk, seeOther, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { sentOf } from '../../staff/sent.ts'

const whole = (from: number, to: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(from).max(to))

const Form = z.object({
  noticeDays: whole(0, 365),
  reviewMonths: whole(1, 60),
  emergencyConfirmDays: whole(1, 30),
  totpForAll: z.literal('true').optional().transform(Boolean),
  why: z.string().trim().min(5).max(500),
})

type Sent = { values: Record<string, string>; faults: SettingFault[] }

/** 设置: what the office decides for itself; every change with its reason. */
export function settingPages(scope: App, desk: Desk, locale: Locale): void {
  scope.get('/staff/settings', { config: { action: 'settings.read' } }, (request, reply) => show(request, reply, null))
  scope.post('/staff/settings', { config: { action: 'settings.write' } }, async (request, reply) => {
    const values = sentOf(request.body)
    const form = Form.safeParse(values)
    if (!form.success) return show(request, reply, { values, faults: faultsIn(form.error) })
    const { why, ...wanted } = form.data
    const { person } = sessionOf(request)
    const changed = await changeSettings(desk.db, wanted, { by: person.id, at: desk.now(), why })
    if (changed.length === 0) return show(request, reply, { values, faults: ['same'] })
    const done = { by: person.id, login: person.login, at: desk.now(), address: request.ip, outcome: 'done' as const }
    for (const name of changed)
      await audit(desk.db, { ...done, act: 'settings.change', object: name, detail: { value: wanted[name], why } })
    return seeOther(reply, locale, '/staff/settings?done=settings')
  })

  async function show(request: FastifyRequest, reply: FastifyReply, sent: Sent | null) {
    const [settings, history] = [await readSettings(desk.db), await settingHistory(desk.db, 50)]
    if (sent !== null) reply.code(422)
    const ctx = staffContextOf(desk, request, locale)
    return reply.page('staff-settings', staffSettingsPage(ctx, { settings, standards: DEFAULTS, history, sent }))
  }
}

const faultsIn = ({ issues }: z.ZodError): SettingFault[] => [
  ...new Set(issues.map(({ path }) => path[0] as SettingFault)),
]
