import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Locale } from '../../../views/locale/locale.ts'
import { type NewPersonFault, staffPersonNewPage } from '../../../views/pages/staff-person-new.ts'
import { ROLES } from '../../access.ts'
import type { App } from '../../app.ts'
import { findStaff } from '../../db/staff.ts'
import { addPerson, roleOf } from '../../people.ts'
import { type Desk, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { entitiesToName, showPerson } from '../../staff/person-shown.ts'
import { sentOf } from '../../staff/sent.ts'

const Form = z.object({
  login: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9._-]{2,39}$/),
  name: z.string().trim().min(1).max(60),
})

/** An account for somebody new, whose first password is shown once. */
export function newPersonPages(scope: App, desk: Desk, locale: Locale): void {
  const form = async (
    request: FastifyRequest,
    reply: FastifyReply,
    sent: Parameters<typeof staffPersonNewPage>[1]['sent'],
  ) => {
    const entities = await entitiesToName(desk, locale)
    const ctx = staffContextOf(desk, request, locale)
    return reply.page('staff-person-new', staffPersonNewPage(ctx, { roles: ROLES, entities, sent }))
  }
  scope.get('/staff/people/new', { config: { action: 'people.write' } }, (request, reply) => form(request, reply, null))
  scope.post('/staff/people/new', { config: { action: 'people.write' } }, async (request, reply) => {
    const values = { role: '', entity: '', ...sentOf(request.body) }
    const read = Form.safeParse(values)
    const held = await roleOf(desk, values)
    const faults = faultsIn(read.error, 'fault' in held ? held.fault : null)
    if (!read.success || 'fault' in held) return form(request, reply.code(422), { values, faults })
    const by = { person: sessionOf(request).person, address: request.ip }
    const made = await addPerson(desk, { ...read.data, held: [held] }, by)
    if (made === null)
      return form(request, reply.code(422), { values, faults: [{ field: 'login', code: 'login-taken' }] })
    const person = (await findStaff(desk.db, made.id))!
    return showPerson(desk, person, { locale, request, reply }, { sent: null, password: made.password })
  })
}

const faultsIn = (error: z.ZodError | undefined, held: string | null): NewPersonFault[] => [
  ...(error?.issues ?? []).map(({ path }) => ({ field: path[0] as 'login' | 'name', code: String(path[0]) })),
  ...(held === null ? [] : [{ field: held === 'role-unknown' ? ('role' as const) : ('entity' as const), code: held }]),
]
