import type { FastifyReply, FastifyRequest } from 'fastify'
import { chinaDay } from '../../catalogue/day.ts'
import { allOn } from '../../catalogue/reference.ts'
import { said } from '../../views/locale/format.ts'
import type { Locale } from '../../views/locale/locale.ts'
import { type PersonData, staffPersonPage } from '../../views/pages/staff-person.ts'
import { ROLES } from '../access.ts'
import { lastSignIns } from '../db/people.ts'
import type { Account } from '../db/staff.ts'
import { type Desk, staffContextOf } from './desk.ts'

type Answering = { locale: Locale; request: FastifyRequest; reply: FastifyReply }

/** Answers with the page of a person; a password on it is shown this once and kept nowhere. */
export async function showPerson(
  desk: Desk,
  who: Account,
  { locale, request, reply }: Answering,
  told: Pick<PersonData, 'sent' | 'password'>,
) {
  const person = { ...listed(who, await lastSignIns(desk.db)), madeAt: who.madeAt }
  const entities = await entitiesToName(desk, locale)
  const page = staffPersonPage(staffContextOf(desk, request, locale), { person, roles: ROLES, entities, ...told })
  return reply.page('staff-person', page)
}

/** An account as pages tell it: without its hash and its secret. */
export const listed = (
  { id, login, name, held, demo, totp, disabledAt }: Account,
  signedIn: ReadonlyMap<number, Date>,
) => ({
  ...{ id, login, name, held, demo, disabledAt, hasFactor: totp !== null },
  lastSignIn: signedIn.get(id) ?? null,
})

/** Every published entity, to be chosen by its credit code. */
export async function entitiesToName(desk: Desk, locale: Locale): Promise<{ code: string; name: string }[]> {
  const reference = await desk.reference(desk.head.release())
  return allOn(reference, 'entity', chinaDay(desk.now())).map(({ code, name }) => ({
    code,
    name: said(name, locale).text,
  }))
}
