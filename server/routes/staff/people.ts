import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Locale } from '../../../views/locale/locale.ts'
import { staffPeoplePage } from '../../../views/pages/staff-people.ts'
import type { App } from '../../app.ts'
import { lastSignIns } from '../../db/people.ts'
import { type Account, findStaff, listStaff } from '../../db/staff.ts'
import { Refusal } from '../../errors.ts'
import { disable, forgetFactor, give, type PersonOutcome, renewPassword, take } from '../../people.ts'
import { type Desk, seeOther, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { entitiesToName, listed, showPerson } from '../../staff/person-shown.ts'
import { sentOf } from '../../staff/sent.ts'
import { newPersonPages } from './person-new.ts'

const OfPerson = z.object({
  person: z
    .string()
    .regex(/^[1-9]\d{0,9}$/)
    .transform(Number),
})
const READ = { config: { action: 'people.read' } } as const
const WRITE = { config: { action: 'people.write' } } as const

/** 人员: who may sign in, and what an administrator does for them. */
export function peoplePages(scope: App, desk: Desk, locale: Locale): void {
  scope.get('/staff/people', READ, async (request, reply) => {
    const [people, signedIn] = [await listStaff(desk.db), await lastSignIns(desk.db)]
    const rows = people.map((one) => listed(one, signedIn))
    const ctx = staffContextOf(desk, request, locale)
    return reply.page('staff-people', staffPeoplePage(ctx, rows, await entitiesToName(desk, locale)))
  })
  newPersonPages(scope, desk, locale)
  scope.get('/staff/people/:person', READ, async (request, reply) =>
    showPerson(desk, await personOf(desk, request), { locale, request, reply }, { sent: null, password: null }),
  )
  personActs(scope, desk, locale)
}

function personActs(scope: App, desk: Desk, locale: Locale): void {
  const acts = {
    roles: give,
    'roles/end': take,
    disabled: (desk, who, by, { to }) => disable(desk, who, by, to !== 'no'),
    password: renewPassword,
    'second-factor': forgetFactor,
  } satisfies Record<string, (desk: Desk, who: Account, by: By, sent: Sent) => Promise<PersonOutcome>>
  for (const [name, act] of Object.entries(acts))
    scope.post(`/staff/people/:person/${name}`, WRITE, async (request, reply) => {
      const who = await personOf(desk, request)
      const { role = '', entity = '', to = '' } = sentOf(request.body)
      const values = { role, entity, to }
      const outcome = await act(desk, who, { person: sessionOf(request).person, address: request.ip }, values)
      const answering = { locale, request, reply }
      if (!outcome.ok) {
        reply.code(outcome.fault === 'last-administrator' || outcome.fault === 'own-account' ? 409 : 422)
        return showPerson(desk, who, answering, { sent: { values, fault: outcome.fault }, password: null })
      }
      if (outcome.password === undefined) return seeOther(reply, locale, `/staff/people/${who.id}?done=saved`)
      return showPerson(desk, (await findStaff(desk.db, who.id))!, answering, {
        sent: null,
        password: outcome.password,
      })
    })
}

type By = { person: ReturnType<typeof sessionOf>['person']; address: string }
type Sent = { role: string; entity: string; to: string }
async function personOf(desk: Desk, request: FastifyRequest): Promise<Account> {
  const params = OfPerson.safeParse(request.params)
  const person = params.success ? await findStaff(desk.db, params.data.person) : undefined
  if (person === undefined) throw new Refusal('not-found')
  return person
}
